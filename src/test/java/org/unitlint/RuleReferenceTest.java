package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.unitlint.rule.Page;
import org.unitlint.rule.Rule;
import org.unitlint.rule.Rules;

/**
 * {@code docs/rules.md} lists all rules, {@code docs/rules/NAME.md} holds the page of each. {@code
 * -Dgolden=update} rewrites them.
 */
class RuleReferenceTest {
  private static final Path DOCS = Path.of(System.getProperty("unitlint.basedir", "."), "docs");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
  private static final Map<String, String> FAMILIES = new LinkedHashMap<>();

  static {
    FAMILIES.put("S", "Syntax");
    FAMILIES.put("U", "Units");
    FAMILIES.put("L", "Files and links");
    FAMILIES.put("D", "Dependencies");
    FAMILIES.put("B", "Boot");
    FAMILIES.put("H", "Hardening");
    FAMILIES.put("X", "xinetd");
  }

  @Test
  void referenceIsOfThePages() throws IOException {
    var actual = new TreeMap<String, String>();
    actual.put("rules.md", index());
    for (Rule rule : Rules.ALL) {
      actual.put("rules/" + rule.info().name() + ".md", page(rule));
    }
    var written = written();
    if (UPDATE && !written.equals(actual)) {
      rewrite(actual);
      fail("rewritten, read it: " + DOCS);
    }
    assertEquals(actual.keySet(), written.keySet(), "files");
    actual.forEach((file, text) -> assertEquals(text, written.get(file), file));
  }

  private static Map<String, String> written() throws IOException {
    var written = new TreeMap<String, String>();
    var index = DOCS.resolve("rules.md");
    var pages = DOCS.resolve("rules");
    if (Files.exists(index)) {
      written.put("rules.md", Files.readString(index));
    }
    if (Files.exists(pages)) {
      try (var files = Files.list(pages)) {
        for (Path file : files.toList()) {
          written.put("rules/" + file.getFileName(), Files.readString(file));
        }
      }
    }
    return written;
  }

  private static void rewrite(Map<String, String> files) throws IOException {
    var pages = Files.createDirectories(DOCS.resolve("rules"));
    try (var old = Files.list(pages)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    for (var file : files.entrySet()) {
      Files.writeString(DOCS.resolve(file.getKey()), file.getValue());
    }
  }

  private static String index() {
    var text = new StringBuilder("# Rules\n");
    text.append("`unitlint explain CODE` prints the same pages. What a rule is about is an error")
        .append(" only where systemd\nrefuses or ignores it, or it cannot work.\n");
    for (var family : FAMILIES.entrySet()) {
      var rules =
          Rules.ALL.stream().filter(r -> r.info().code().startsWith(family.getKey())).toList();
      if (!rules.isEmpty()) {
        text.append("\n## ").append(family.getValue()).append("\n");
        text.append("| code | name | severity | |\n| - | - | - | - |\n");
        rules.stream()
            .sorted(Comparator.comparing(r -> r.info().code()))
            .forEach(r -> row(r, text));
      }
    }
    return text.toString();
  }

  private static void row(Rule rule, StringBuilder text) {
    var info = rule.info();
    text.append(
        "| %s | [%s](rules/%s.md) | %s | %s |\n"
            .formatted(
                info.code(), info.name(), info.name(), info.severity().word(), info.summary()));
  }

  /** The page with fences as any reader of Markdown knows them. */
  private static String page(Rule rule) {
    var text = new StringBuilder();
    boolean open = false;
    boolean bare = false;
    for (String line : Page.of(rule.info()).text().lines().toList()) {
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
