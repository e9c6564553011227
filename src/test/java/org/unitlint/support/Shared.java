package org.unitlint.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.source.MemoryTree;

/**
 * The material beside the project that differential tests compare with. Where it, or a tool, is
 * missing such a test skips itself; with UNITLINT_DIFFERENTIAL=required it fails.
 */
public final class Shared {
  private static final Path FOLDER = Path.of(System.getProperty("unitlint.shared", "../shared"));

  private static final Pattern LINK =
      Pattern.compile("(/|(\\.\\./)+)?[\\w@./:\\\\-]+\\.\\w+|/dev/null|/[\\w/.]+");

  private Shared() {}

  /** The path below the shared folder, which must be there for the test to go on. */
  public static Path path(String path) {
    Path found = FOLDER.resolve(path);
    need(Files.exists(found), found + " is missing");
    return found;
  }

  /** The program must be installed for the test to go on. */
  public static void needsProgram(String path) {
    need(Files.isExecutable(Path.of(path)), path + " is missing");
  }

  /** The test needs to run as root to go on. */
  public static void needsRoot() {
    need("root".equals(System.getProperty("user.name")), "not root");
  }

  private static void need(boolean met, String problem) {
    if ("required".equals(System.getenv("UNITLINT_DIFFERENTIAL"))) {
      assertTrue(met, problem);
    }
    assumeTrue(met, problem);
  }

  /** The folders below a shared folder, by name. */
  public static List<Path> folders(String path) {
    try (Stream<Path> found = Files.list(path(path))) {
      return found.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of one of the unit trees, unpacked once. */
  public static Path tree(String name) throws IOException, InterruptedException {
    var archive = path("trees/" + name + ".tar.gz");
    var into = Path.of("target", "trees", name);
    if (!Files.exists(into)) {
      var unpacking = Files.createDirectories(Path.of("target", "trees", name + ".new"));
      run(List.of("tar", "xzf", archive.toString(), "-C", unpacking.toString()));
      Files.move(unpacking, into);
    }
    return into;
  }

  /**
   * The files of a folder as a tree. Where links were stored as files that hold nothing but the
   * link's target, they are links again.
   */
  public static MemoryTree memoryTree(Path folder) throws IOException {
    var tree = new MemoryTree();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted().toList()) {
        String name = "/" + folder.relativize(path);
        if (Files.isSymbolicLink(path)) {
          tree.link(name, Files.readSymbolicLink(path).toString());
        } else if (Files.isRegularFile(path)) {
          byte[] bytes = Files.readAllBytes(path);
          String text = new String(bytes, StandardCharsets.UTF_8);
          if (LINK.matcher(text).matches()) {
            tree.link(name, text);
          } else {
            tree.file(name, bytes, Files.isExecutable(path));
          }
        } else if (!path.equals(folder)) {
          tree.folder(name);
        }
      }
    }
    return tree;
  }

  /** Copies a folder, its links as {@link #memoryTree} finds them; the copy is made anew. */
  public static Path copy(Path folder, Path into) throws IOException, InterruptedException {
    run(List.of("rm", "-rf", into.toString()));
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted().toList()) {
        var copy = into.resolve(folder.relativize(path).toString());
        if (Files.isDirectory(path) && !Files.isSymbolicLink(path)) {
          Files.createDirectories(copy);
          continue;
        }
        String text = Files.isSymbolicLink(path) ? "" : Files.readString(path);
        if (Files.isSymbolicLink(path)) {
          Files.createSymbolicLink(copy, Files.readSymbolicLink(path));
        } else if (LINK.matcher(text).matches()) {
          Files.createSymbolicLink(copy, Path.of(text));
        } else {
          Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return into;
  }

  /** What the command prints; it must succeed. */
  public static String run(List<String> command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), String.join(" ", command));
    return output;
  }
}
