package org.unitlint.report.ci;

import java.util.stream.Collectors;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.report.Prose;
import org.unitlint.report.RuleText;

/**
 * The page of a rule for readers who know nothing of ours.
 *
 * @param page the Markdown, whose first line is its title
 */
public record RuleHelp(String page) {
  /** What the rule is about: the paragraph below the title, on one line. */
  String lead() {
    return page.lines()
        .skip(1)
        .takeWhile(l -> !l.isBlank() && !l.startsWith("#") && !l.startsWith("```"))
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }

  /** All of it without markup. */
  String plain(RuleInfo rule) {
    var prose = new Prose();
    new RuleText(rule, page).tell(prose);
    return prose.toString();
  }

  /** All of it with fences as any reader of Markdown knows them. */
  public String markdown() {
    var text = new StringBuilder();
    boolean open = false;
    boolean bare = false;
    for (String line : page.lines().toList()) {
      if (!line.startsWith("```")) {
        text.append(line).append('\n');
      } else if (open) {
        text.append(bare ? "" : "```\n");
        open = false;
      } else {
        String[] words = line.substring(3).split(" +", 2);
        bare = words.length > 1 && isBare(words[0]);
        text.append(fence(words[0], words.length > 1 ? words[1] : ""));
        open = true;
      }
    }
    return text.toString();
  }

  /** Whether such a block has no lines to show. */
  private static boolean isBare(String kind) {
    return switch (kind) {
      case "link", "program", "folder", "special", "unreadable" -> true;
      default -> false;
    };
  }

  private static String fence(String kind, String what) {
    return switch (kind) {
      case "output" -> "\n`unitlint` says:\n```text\n";
      case "options" -> "With the options:\n```text\n";
      case "text" -> "```text\n";
      case "link" -> "\nThe link `" + what + "`\n\n";
      case "program" -> "\nThe program `" + what + "`\n\n";
      case "folder" -> "\nThe folder `" + what + "`\n\n";
      case "special" -> "\nThe pipe, socket or device `" + what + "`\n\n";
      case "unreadable" -> "\nThe file `" + what + "`, which cannot be read\n\n";
      case "large" -> "\n`" + what + "`, which is very large:\n```text\n";
      case "bytes" -> "\n`" + what + "`, odd bytes as numbers:\n```text\n";
      default -> "\n`" + what + "`\n```" + kind + "\n";
    };
  }
}
