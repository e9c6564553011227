package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bin/unitlint does, with programs of our own in place of java and mvn. */
class LauncherTest {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("unitlint.basedir", ".")).resolve("bin/unitlint");
  private static final Path SHELL = Path.of("/bin/sh");

  /** A java that prints its folder, its locale, its last option and arguments, and its input. */
  private static final String JAVA =
      """
      pwd
      echo "$LC_ALL"
      while [ "$1" != org.unitlint.cli.Main ]; do
        case $1 in -cp) echo "$2" ;; esac
        shift
      done
      shift
      printf '[%s]\\n' "$@"
      cat
      """;

  @TempDir Path temp;
  private Path home;
  private Path java;
  private final Map<String, String> environment = new LinkedHashMap<>();

  private record Run(int status, String out, String err) {}

  @BeforeEach
  void checkout() throws IOException {
    assumeTrue(Files.isExecutable(SHELL), "no " + SHELL);
    temp = temp.toRealPath();
    home = temp.resolve("my $repo 'of' \"units\" [a]*");
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("target"));
    Files.copy(LAUNCHER, home.resolve("bin/unitlint"));
    makeExecutable(home.resolve("bin/unitlint"));
    Files.writeString(home.resolve("target/unitlint.jar"), "jar");
    java = program("jdk 17/bin/java", JAVA);
    Files.writeString(temp.resolve("jdk 17/release"), "JAVA_VERSION=\"17.0.1\"\n");
    environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    environment.put("UNITLINT_JAVA", java.toString());
  }

  @Test
  void passesArgumentsAndInputThrough() throws Exception {
    var run = run("some input\n", "check", "", "a  b", "*", "$HOME", "@file", "-x", "--", "\\n");

    assertEquals(0, run.status(), run.err());
    assertEquals(
        String.join(
            "\n",
            temp.toString(),
            "C.UTF-8",
            home.resolve("target/unitlint.jar").toString(),
            "[check]",
            "[]",
            "[a  b]",
            "[*]",
            "[$HOME]",
            "[@file]",
            "[-x]",
            "[--]",
            "[\\n]",
            "some input",
            ""),
        run.out());
    assertEquals("", run.err());
  }

  @Test
  void passesTheExitStatusThrough() throws Exception {
    program("jdk 17/bin/java", "exit 42");

    assertEquals(42, run("").status());
  }

  @Test
  void findsItsHomeThroughLinks() throws Exception {
    Files.createDirectories(temp.resolve("links/deep er"));
    Files.createSymbolicLink(
        temp.resolve("links/deep er/one"),
        Path.of("../..").resolve(home.getFileName()).resolve("bin/unitlint"));
    Files.createSymbolicLink(temp.resolve("links/two"), Path.of("deep er/one"));
    Files.createSymbolicLink(temp.resolve("three"), temp.resolve("links/two"));
    environment.put("CDPATH", "/:" + temp);

    for (String link : List.of("./three", "links/two", temp.resolve("three").toString())) {
      var run = start(List.of(link, "x"), "");
      assertEquals(0, run.status(), run.err());
      assertTrue(run.out().contains(home.resolve("target/unitlint.jar") + "\n[x]\n"), run.out());
    }
  }

  @Test
  void isFoundInThePath() throws Exception {
    environment.merge("PATH", home.resolve("bin").toString(), (old, bin) -> bin + ":" + old);

    assertTrue(start(List.of("/bin/sh", "-c", "unitlint y"), "").out().contains("[y]"));
  }

  @Test
  void prefersItsOwnVariableToJavaHome() throws Exception {
    environment.put("JAVA_HOME", temp.resolve("nowhere").toString());
    assertTrue(run("", "a").out().contains("[a]"));

    environment.remove("UNITLINT_JAVA");
    environment.put("JAVA_HOME", temp.resolve("jdk 17").toString());
    assertTrue(run("", "b").out().contains("[b]"));
  }

  @Test
  void takesTheJavaInThePathThroughALink() throws Exception {
    Files.createDirectories(temp.resolve("linked"));
    Files.createSymbolicLink(temp.resolve("linked/java"), java);
    environment.remove("UNITLINT_JAVA");
    environment.merge("PATH", temp.resolve("linked").toString(), (old, bin) -> bin + ":" + old);

    assertTrue(run("", "c").out().contains("[c]"));
  }

  @Test
  void refusesAnOldJavaByItsReleaseFile() throws Exception {
    Files.writeString(temp.resolve("jdk 17/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"");

    refused("unitlint needs Java 17 or newer; found 11 at " + java + "; on Debian: apt-get ");
  }

  @Test
  void refusesAnOldJavaByItsOwnWord() throws Exception {
    Files.delete(temp.resolve("jdk 17/release"));
    program("jdk 17/bin/java", "echo 'Picked up x'; echo 'java version \"1.8.0_292\"' >&2");

    refused("unitlint needs Java 17 or newer; found 8 at " + java);
  }

  @Test
  void saysThatJavaIsMissing() throws Exception {
    environment.put("UNITLINT_JAVA", "/nowhere/java");
    refused("UNITLINT_JAVA names no program: /nowhere/java");

    environment.remove("UNITLINT_JAVA");
    environment.put("PATH", tools().toString());
    refused("unitlint needs Java 17 or newer; found none; on Debian: apt-get ");
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    Files.delete(home.resolve("target/unitlint.jar"));
    Files.writeString(home.resolve("pom.xml"), "");
    environment.put("PATH", tools().toString());

    refused("unitlint: building needs a JDK, and " + java + " is none; on Debian: apt-get ");

    program("tools/javac", "");
    refused("unitlint: building needs Maven; on Debian: apt-get ");
  }

  @Test
  void fetchesMavenWhereThereIsNone() throws Exception {
    Files.delete(home.resolve("target/unitlint.jar"));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.writeString(home.resolve("mvnw"), "#!/bin/sh\necho jar >target/unitlint.jar\n");
    makeExecutable(home.resolve("mvnw"));
    program("tools/javac", "");
    environment.put("PATH", tools().toString());

    assertTrue(run("", "a").out().contains("[a]"));
  }

  @Test
  void saysThatACopyIsNoLink() throws Exception {
    Files.delete(home.resolve("target/unitlint.jar"));

    refused("unitlint: no " + home.resolve("target/unitlint.jar"));
  }

  @Test
  void buildsOnceAndAgainWhenASourceIsNewer() throws Exception {
    buildable("cat; echo jar >target/unitlint.jar");

    assertEquals("unitlint: building (once, about half a minute) …\n", run("").err());
    assertEquals("", run("").err());
    Files.setLastModifiedTime(
        home.resolve("src/main/java/X.java"), FileTime.from(Instant.now().plusSeconds(5)));
    var again = run("the input\n", "z");
    assertEquals("unitlint: building (again, about half a minute) …\n", again.err());
    assertTrue(again.out().endsWith("[z]\nthe input\n"), again.out());
  }

  @Test
  void buildsAgainAfterABuildThatDidNotEnd() throws Exception {
    buildable("echo half >target/unitlint.jar; kill -9 $PPID");
    assertEquals(128 + 9, run("").status());

    program("bin/mvn", "echo jar >target/unitlint.jar");
    assertEquals("unitlint: building (again, about half a minute) …\n", run("").err());
    assertEquals("", run("").err());
  }

  @Test
  void showsWhatMavenSaidOfAFailure() throws Exception {
    buildable("echo 'some noise'; echo '[ERROR] it broke'; exit 1");

    var run = run("");
    assertEquals(3, run.status());
    assertEquals("", run.out());
    var lines = run.err().lines().toList();
    assertEquals(3, lines.size(), run.err());
    assertEquals("[ERROR] it broke", lines.get(1));
    assertTrue(lines.get(2).startsWith("unitlint: the build failed ("), run.err());
  }

  @Test
  void buildsOnceForTwoCallsAtATime() throws Exception {
    buildable(
        "echo built >>builds; until [ -f go ]; do sleep 0.1; done; echo > target/unitlint.jar");
    var first = process(List.of(home.resolve("bin/unitlint").toString(), "1"), "first");
    while (!Files.exists(home.resolve("builds"))) {
      Thread.onSpinWait();
    }
    var second = process(List.of(home.resolve("bin/unitlint").toString(), "2"), "second");
    Files.writeString(home.resolve("go"), "");

    assertEquals(0, finish(first, "first").status());
    assertEquals(0, finish(second, "second").status());
    assertEquals("built\n", Files.readString(home.resolve("builds")));
  }

  @Test
  void usesAnArchiveAndMakesItApart() throws Exception {
    Files.createDirectories(temp.resolve("user"));
    program(
        "jdk 17/bin/java",
        """
        for option; do
          case $option in
            -XX:ArchiveClassesAtExit=*) echo made >"${option#*=}"; echo noise; exit 1 ;;
            -XX:SharedArchiveFile=*) cat "${option#*=}" ;;
          esac
        done
        """);
    environment.put("UNITLINT_NO_CACHE", "1");
    assertEquals("", run("").out());
    environment.remove("UNITLINT_NO_CACHE");
    environment.put("HOME", temp.resolve("user").toString());
    assertEquals("", run("").out());

    var folder = temp.resolve("user/.cache/unitlint" + home);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (names(folder, ".jsa").isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertEquals(1, names(folder, ".jsa").size());
    assertEquals("made\n", run("").out());
  }

  private static List<String> names(Path folder, String end) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(n -> n.endsWith(end)).toList();
    }
  }

  private void buildable(String maven) throws IOException {
    Files.delete(home.resolve("target/unitlint.jar"));
    Files.createDirectories(home.resolve("src/main/java"));
    Files.createDirectories(home.resolve("grammar"));
    for (String name : List.of("pom.xml", "src/main/java/X.java")) {
      Files.writeString(home.resolve(name), "");
    }
    program("bin/mvn", maven);
    environment.merge("PATH", temp.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
  }

  /** A folder of the tools that the launcher uses, without java and mvn. */
  private Path tools() throws IOException {
    for (String tool :
        List.of("sh", "readlink", "find", "mkdir", "cat", "rm", "touch", "rmdir", "sleep")) {
      var folder = Files.exists(Path.of("/usr/bin", tool)) ? "/usr/bin/" : "/bin/";
      program("tools/" + tool, "exec " + folder + tool + " \"$@\"");
    }
    return temp.resolve("tools");
  }

  private void refused(String start) throws Exception {
    var run = run("", "check");
    assertEquals(3, run.status(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith(start), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  private Path program(String name, String text) throws IOException {
    var file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    makeExecutable(file);
    return file;
  }

  private static void makeExecutable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run run(String input, String... arguments) throws Exception {
    var command = Stream.concat(Stream.of(home + "/bin/unitlint"), Stream.of(arguments)).toList();
    return start(command, input);
  }

  private Run start(List<String> command, String input) throws Exception {
    Files.writeString(temp.resolve("run.in"), input);
    return finish(process(command, "run"), "run");
  }

  private Process process(List<String> command, String name) throws IOException {
    var input = temp.resolve(name + ".in").toFile();
    input.createNewFile();
    var builder =
        new ProcessBuilder(command)
            .directory(temp.toFile())
            .redirectInput(input)
            .redirectOutput(temp.resolve(name + ".out").toFile())
            .redirectError(temp.resolve(name + ".err").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private Run finish(Process process, String name) throws Exception {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the launcher hangs");
    return new Run(
        process.exitValue(),
        Files.readString(temp.resolve(name + ".out"), StandardCharsets.UTF_8),
        Files.readString(temp.resolve(name + ".err"), StandardCharsets.UTF_8));
  }
}
