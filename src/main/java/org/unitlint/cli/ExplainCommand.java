package org.unitlint.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.unitlint.catalog.Catalog;
import org.unitlint.report.Prose;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code unitlint explain}: what a rule, a directive or another name means. */
final class ExplainCommand implements Command {
  private static final String NOW = "--now";
  static final String SUMMARY = "Explain a rule, a directive, a section, a unit or a specifier.";

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
            .arity("1..*")
            .required(true)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "A rule's code or name; a directive, as Restart, Restart=, Service.Restart or"
                    + " [Service] Restart=; a directive with a value, as OnCalendar=Mon 10:00; a"
                    + " section; a unit that systemd ships; a specifier, as %%i.")
            .build());
    spec.addOption(
        Options.text(
            "--target-version",
            "N",
            "The systemd version to judge a value by; default: the newest known."));
    spec.addOption(
        Options.text(
            NOW, "TIME", "The time in UTC from which to count dates, as 2024-01-01T12:00:00Z."));
    // Else -.mount and -.slice are taken for options.
    spec.parser().unmatchedOptionsArePositionalParams(true);
    spec.usageMessage()
        .footer(
            "",
            "unitlint explain U214",
            "unitlint explain Restart=",
            "unitlint explain 'OnCalendar=Mon..Fri 8:00'",
            "unitlint explain %%i");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    String name = String.join(" ", arguments.matchedPositionalValue(0, List.<String>of())).strip();
    if (name.startsWith("--")) {
      throw new UnmatchedArgumentException(arguments.commandSpec().commandLine(), List.of(name));
    }
    int version = Lookup.of(arguments, terminal).version();
    var subjects = new Subjects(Catalog.standard(), new WrittenValues(version, now(arguments)));
    var explanations = subjects.named(name);
    if (explanations.isEmpty()) {
      throw Trouble.usage(
          "there is no rule, directive, section, unit or specifier called `"
              + name
              + "`"
              + subjects.nearest(name).map(n -> "; did you mean `" + n + "`?").orElse(""));
    }
    var prose = new Prose();
    explanations.forEach(e -> e.tell(prose.gap()));
    var fitted = terminal.fitted();
    fitted.out().print(prose);
    fitted.out().flush();
    return Exit.CLEAN;
  }

  private static Instant now(ParseResult arguments) throws Trouble {
    String text = arguments.matchedOptionValue(NOW, "");
    try {
      return text.isEmpty() ? Instant.now() : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Options.refused(arguments, NOW, text);
    }
  }
}
