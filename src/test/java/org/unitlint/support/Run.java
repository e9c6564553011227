package org.unitlint.support;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.unitlint.cli.Program;

/**
 * One run of the program inside the test.
 *
 * @param out what it printed as result
 * @param err what it said
 */
public record Run(int status, String out, String err) {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  /** Runs the words in the folder, with nothing on standard input. */
  public static Run in(Path folder, String... args) {
    return with("", folder, args);
  }

  /** Runs the words in the folder, with a text on standard input. */
  public static Run with(String input, Path folder, String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int status =
        Program.run(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            folder.toAbsolutePath(),
            Map.of(),
            args);
    return new Run(status, out.toString(), err.toString());
  }

  /** The words of a command line behind the program's name; single quotes keep blanks. */
  public static String[] words(String line) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(line.strip());
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return List.copyOf(words).toArray(String[]::new);
  }
}
