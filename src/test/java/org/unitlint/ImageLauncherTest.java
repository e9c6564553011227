package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bin/unitlint of the image does, with a program of our own in place of its java. */
class ImageLauncherTest {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("unitlint.basedir", ".")).resolve("src/dist/unitlint");

  /** A java that prints what it got from the environment, the cache, and the arguments. */
  private static final String JAVA =
      """
      #!/bin/sh
      echo "$LC_ALL ${JAVA_TOOL_OPTIONS-unset}"
      while [ "$1" != org.unitlint.cli.Main ]; do
        case $1 in -XX:AOTCache=*) cat "${1#*=}" ;; esac
        shift
      done
      shift
      printf '[%s]\\n' "$@"
      exit 42
      """;

  @TempDir Path temp;
  private Path image;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void unpack() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
    temp = temp.toRealPath();
    image = temp.resolve("my $image 'of' \"units\" [a]*");
    Files.createDirectories(image.resolve("bin"));
    Files.createDirectories(image.resolve("lib/runtime/bin"));
    Files.createDirectories(image.resolve("lib/runtime/lib"));
    Files.copy(LAUNCHER, image.resolve("bin/unitlint"));
    Files.writeString(image.resolve("lib/runtime/bin/java"), JAVA);
    for (String program : List.of("bin/unitlint", "lib/runtime/bin/java")) {
      Files.setPosixFilePermissions(
          image.resolve(program), PosixFilePermissions.fromString("r-xr-xr-x"));
    }
    environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
  }

  @Test
  void passesArgumentsAndStatusThrough() throws Exception {
    var said = said(image + "/bin/unitlint", "check", "", "a  b", "*", "$HOME", "--", "\\n");
    assertEquals("C.UTF-8 unset\n[check]\n[]\n[a  b]\n[*]\n[$HOME]\n[--]\n[\\n]\n42", said);
  }

  @Test
  void isFoundThroughLinksAndInThePath() throws Exception {
    Files.createDirectories(temp.resolve("links/deep er"));
    Files.createSymbolicLink(
        temp.resolve("links/deep er/one"),
        Path.of("../..").resolve(image.getFileName()).resolve("bin/unitlint"));
    Files.createSymbolicLink(temp.resolve("links/unitlint"), Path.of("deep er/one"));
    environment.put("CDPATH", "/:" + temp);
    environment.merge("PATH", temp.resolve("links").toString(), (old, bin) -> bin + ":" + old);

    assertEquals("C.UTF-8 unset\n[x]\n42", said("links/unitlint", "x"));
    assertEquals("C.UTF-8 unset\n[y]\n42", said("/bin/sh", "-c", "unitlint y"));
  }

  @Test
  void takesNoOptionsThatAreForOtherJavas() throws Exception {
    environment.put("JAVA_TOOL_OPTIONS", "-Dx");
    environment.put("JAVA_HOME", "/nowhere");
    assertEquals("C.UTF-8 unset\n[z]\n42", said(image + "/bin/unitlint", "z"));
  }

  @Test
  void usesTheCacheOfTheImage() throws Exception {
    Files.writeString(image.resolve("lib/runtime/lib/unitlint.aot"), "the cache\n");
    assertEquals("C.UTF-8 unset\nthe cache\n[boot]\n42", said(image + "/bin/unitlint", "boot"));
  }

  /** What the command prints, and its status. */
  private String said(String... command) throws Exception {
    var builder = new ProcessBuilder(Stream.of(command).toList()).redirectErrorStream(true);
    builder.directory(temp.toFile()).environment().clear();
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes()) + process.waitFor();
  }
}
