package org.unitlint.cli;

import org.unitlint.rule.Page;
import org.unitlint.rule.Rules;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint explain}: what a rule or a directive means. */
final class ExplainCommand implements Command {
  static final String SUMMARY = "Explain a rule or a directive.";

  @Override
  public String name() {
    return "explain";
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
            .paramLabel("NAME")
            .arity("1")
            .type(String.class)
            .description("A rule's code or name, or a directive's name.")
            .build());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    String name = arguments.matchedPositionalValue(0, "");
    var rule = Rules.find(name);
    if (rule.isEmpty()) {
      throw Trouble.usage("there is no rule or directive `" + name + "`");
    }
    terminal.out().print(Page.of(rule.get().info()).text());
    return Exit.CLEAN;
  }
}
