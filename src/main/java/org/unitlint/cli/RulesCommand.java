package org.unitlint.cli;

import org.unitlint.rule.Rule;
import org.unitlint.rule.Rules;
import picocli.CommandLine.Model.CommandSpec;
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
    return CommandSpec.create();
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) {
    int width = Rules.ALL.stream().mapToInt(r -> r.info().name().length()).max().orElse(0);
    for (Rule rule : Rules.ALL) {
      var info = rule.info();
      terminal
          .out()
          .println(
              info.code()
                  + "  "
                  + info.name()
                  + " ".repeat(width - info.name().length() + 2)
                  + info.severity().word()
                  + " ".repeat("warning".length() - info.severity().word().length() + 2)
                  + info.summary());
    }
    return Exit.CLEAN;
  }
}
