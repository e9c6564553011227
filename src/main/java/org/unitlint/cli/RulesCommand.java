package org.unitlint.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.unitlint.catalog.Nearest;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.report.RulesJson;
import org.unitlint.rule.Rule;
import org.unitlint.rule.Rules;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint rules}: every rule in a line. */
final class RulesCommand implements Command {
  static final String SUMMARY = "List every rule: code, name, severity, one line.";

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String summary() {
    return SUMMARY;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATTERN")
            .arity("0..1")
            .type(String.class)
            .description("Only rules of this name, or whose codes start so.")
            .build());
    spec.addOption(
        OptionSpec.builder("--format")
            .paramLabel("FORMAT")
            .arity("1")
            .type(String.class)
            .description("text (default) or json.")
            .build());
    spec.usageMessage().footer("", "unitlint rules D3", "unitlint rules --format json");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    String format = arguments.matchedOptionValue("--format", "text");
    if (!format.equals("text") && !format.equals("json")) {
      throw Options.refused(arguments, "--format", format);
    }
    var rules = matching(arguments.matchedPositionalValue(0, ""));
    if (format.equals("text")) {
      var fitted = terminal.fitted();
      table(rules, fitted);
      fitted.out().flush();
      return Exit.CLEAN;
    }
    try {
      RulesJson.write(rules, terminal.out());
    } catch (IOException e) {
      throw Trouble.unreadable("cannot write: " + Inputs.reason(e));
    }
    return Exit.CLEAN;
  }

  private static List<RuleInfo> matching(String pattern) throws Trouble {
    var all = Rules.ALL.stream().map(Rule::info).toList();
    String code = pattern.toUpperCase(Locale.ROOT);
    var rules =
        all.stream()
            .filter(r -> r.code().startsWith(code) || r.name().equalsIgnoreCase(pattern))
            .toList();
    if (rules.isEmpty()) {
      var names = all.stream().flatMap(r -> Stream.of(r.code(), r.name())).toList();
      throw Trouble.usage(
          "there is no rule `"
              + pattern
              + "`"
              + Nearest.of(pattern, names).map(n -> "; did you mean `" + n + "`?").orElse(""));
    }
    return rules;
  }

  private static void table(List<RuleInfo> rules, Terminal terminal) {
    int width = rules.stream().mapToInt(r -> r.name().length()).max().orElse(0);
    for (RuleInfo rule : rules) {
      terminal
          .out()
          .println(
              rule.code()
                  + "  "
                  + padded(rule.name(), width)
                  + "  "
                  + padded(rule.severity().word(), "warning".length())
                  + "  "
                  + rule.summary());
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
