package org.unitlint.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the page about the library is compiled and run, and prints what is shown. */
class LibraryPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("unitlint.basedir", "."), "docs", "library.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\n(.*?)^```$");
  private static final Pattern OUTPUT = Pattern.compile("(?ms)^```output\n(.*?)^```$");

  @TempDir Path folder;

  @Test
  void theExamplePrintsWhatIsShown() throws Exception {
    String page = Files.readString(PAGE);
    var example = EXAMPLE.matcher(page);
    var output = OUTPUT.matcher(page);
    assertTrue(example.find() && output.find(), "no example");
    var printed = run(Files.writeString(folder.resolve("Example.java"), example.group(1)));
    if (!printed.equals(output.group(1)) && "update".equals(System.getProperty("golden"))) {
      var changed = new StringBuilder(page).replace(output.start(1), output.end(1), printed);
      Files.writeString(PAGE, changed);
      fail("rewritten, read it: " + PAGE);
    }
    assertEquals(output.group(1), printed);
  }

  private String run(Path example) throws Exception {
    String path = System.getProperty("java.class.path");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", path),
                example.toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }
}
