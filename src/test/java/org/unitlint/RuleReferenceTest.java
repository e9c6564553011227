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
import org.unitlint.report.ci.RuleHelp;
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
      actual.put(
          "rules/" + rule.info().name() + ".md",
          new RuleHelp(Page.of(rule.info()).text()).markdown());
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
}
