package org.unitlint.report;

import java.util.Iterator;
import java.util.List;
import org.unitlint.diagnostic.RuleInfo;

/**
 * The page of a rule for a terminal.
 *
 * @param page the Markdown, whose first line is its title
 */
public record RuleText(RuleInfo rule, String page) implements Explanation {
  private static final int TEXT_AT = 2;
  private static final int EXAMPLE_AT = 4;

  @Override
  public void tell(Prose prose) {
    prose.line(rule.code() + " " + rule.name() + " (" + rule.severity().word() + ")").gap();
    var lines = page.lines().skip(1).iterator();
    var paragraph = new StringBuilder();
    while (lines.hasNext()) {
      String line = lines.next();
      if (!continues(line)) {
        end(paragraph, prose);
      }
      if (line.startsWith("```")) {
        example(line.substring(3), lines, prose);
      } else if (line.startsWith("#")) {
        prose.heading(line.replaceFirst("#+ *", ""));
      } else if (line.startsWith("|")) {
        prose.line(" ".repeat(TEXT_AT) + line);
      } else if (line.isBlank()) {
        prose.gap();
      } else {
        paragraph.append(line.strip()).append(' ');
      }
    }
    end(paragraph, prose);
  }

  /** Whether the line belongs to the paragraph before it. */
  private static boolean continues(String line) {
    return !line.isBlank()
        && !line.startsWith("```")
        && !line.startsWith("#")
        && !line.startsWith("|")
        && hang(line) == 0;
  }

  /** How far the further lines of an item are set in; 0 for what is no item. */
  private static int hang(String line) {
    var item = line.replaceFirst("^([-*]|\\d+\\.) +(?=\\S)", "");
    return line.length() - item.length();
  }

  private static void end(StringBuilder paragraph, Prose prose) {
    String text = paragraph.toString();
    if (!text.isEmpty()) {
      prose.paragraph(TEXT_AT, TEXT_AT + hang(text), text);
      paragraph.setLength(0);
    }
  }

  private static String label(String kind, String path) {
    return switch (kind) {
      case "output" -> "unitlint says:";
      case "options" -> "with";
      default -> path;
    };
  }

  private static void example(String info, Iterator<String> lines, Prose prose) {
    var words = List.of(info.strip().split(" +", 2));
    prose.gap();
    String label = label(words.get(0), words.size() > 1 ? words.get(1) : "");
    if (!label.isEmpty()) {
      prose.line(" ".repeat(TEXT_AT) + label);
    }
    String line = lines.next();
    while (!line.equals("```")) {
      prose.line(" ".repeat(EXAMPLE_AT) + line);
      line = lines.hasNext() ? lines.next() : "```";
    }
    prose.gap();
  }
}
