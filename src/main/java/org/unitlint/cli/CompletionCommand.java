package org.unitlint.cli;

import java.util.List;
import java.util.Optional;
import org.unitlint.cli.manual.BashCompletion;
import org.unitlint.cli.manual.FishCompletion;
import org.unitlint.cli.manual.Outline;
import org.unitlint.cli.manual.ZshCompletion;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint completion}: what makes a shell complete the command line. */
final class CompletionCommand implements Command {
  static final String SUMMARY = "Print what makes bash, zsh or fish complete command lines.";
  static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  @Override
  public String name() {
    return "completion";
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
            .paramLabel("SHELL")
            .arity("1")
            .required(true)
            .type(String.class)
            .description("bash, zsh or fish.")
            .build());
    spec.usageMessage()
        .footer(
            "",
            "unitlint completion bash",
            "",
            "Packages install these files. By hand: in ~/.bashrc",
            "  eval \"$(unitlint completion bash)\"",
            "in ~/.zshrc, below compinit",
            "  eval \"$(unitlint completion zsh)\"",
            "once for fish",
            "  unitlint completion fish >~/.config/fish/completions/unitlint.fish");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    String shell = arguments.matchedPositionalValue(0, "");
    terminal.out().print(script(shell).orElseThrow(() -> refused(shell)));
    return Exit.CLEAN;
  }

  private static Trouble refused(String shell) {
    return Trouble.usage("there is no completion for `" + shell + "`, only for bash, zsh and fish");
  }

  /** The script for that shell; empty for others. */
  static Optional<String> script(String shell) {
    var program = outline();
    return switch (shell) {
      case "bash" -> Optional.of(BashCompletion.of(program));
      case "zsh" -> Optional.of(ZshCompletion.of(program));
      case "fish" -> Optional.of(FishCompletion.of(program));
      default -> Optional.empty();
    };
  }

  /** The whole program, with all its commands. */
  static Outline outline() {
    return Outline.of(CommandLineRunner.model(), Choices::of);
  }
}
