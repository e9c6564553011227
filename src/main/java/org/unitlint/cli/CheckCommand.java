package org.unitlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.Catalog;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.Scope;
import org.unitlint.report.CheckFormat;
import org.unitlint.report.Findings;
import org.unitlint.report.Palette;
import org.unitlint.report.Summary;
import org.unitlint.rule.Rule;
import org.unitlint.rule.Rules;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint check}: lints files, folders and whole roots. */
final class CheckCommand implements Command {
  static final String SUMMARY = "Lint unit files, drop-ins, folders and whole roots.";

  @Override
  public String name() {
    return "check";
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
            .paramLabel("PATH")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Files and folders; - is standard input. Without PATH and --root: this machine.")
            .build());
    spec.addOption(
        text("--root", "DIR", "Take DIR as /; with PATHs, judge them as if installed there."));
    spec.addOption(text("--stdin-filename", "NAME", "What the file on standard input is called."));
    spec.addOption(flag("--user", "Check units of the user manager instead of the system's."));
    spec.addOption(
        text(
            "--target-version",
            "N",
            "The systemd version to judge by; default: the newest known."));
    spec.addOption(text("--select", "RULES", "Only these rules: codes, names or first letters."));
    spec.addOption(text("--ignore", "RULES", "All but these rules."));
    spec.addOption(flag("--hints", "Show hints too."));
    spec.addOption(
        text(
            "--fail-on",
            "LEVEL",
            "Exit with 1 from this severity on: error, warning, info or hint; default: warning."));
    spec.addOption(text("--format", "FORMAT", "pretty (default), gcc or json."));
    spec.addOption(text("--output", "FILE", "Write the findings there, not to standard output."));
    spec.addOption(text("--color", "WHEN", "auto (default), always or never."));
    spec.addOption(flag("--quiet", "No closing line."));
    return spec;
  }

  private static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(String.class)
        .description(description)
        .build();
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(description).build();
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    long start = System.nanoTime();
    var format = choice(arguments, "--format", "pretty", CheckFormat::ofWord);
    var failOn = choice(arguments, "--fail-on", "warning", Severity::ofWord);
    var colour = choice(arguments, "--color", "auto", CheckCommand::colourMode);
    var rules = rules(arguments);
    var inputs = inputs(arguments, terminal);
    var checked = inputs.check(rules);
    var shown = shown(checked.findings().diagnostics(), arguments.hasMatchedOption("--hints"));
    var findings = new Findings(shown, checked.findings().files(), checked.findings().units());
    var output = arguments.<String>matchedOptionValue("--output", "");
    boolean colours = output.isEmpty() && terminal.colours(colour);
    write(findings, format, Palette.of(colours), output, terminal);
    if (!arguments.hasMatchedOption("--quiet")) {
      long millis = (System.nanoTime() - start) / 1_000_000;
      terminal.err().println(Summary.line(findings, millis));
    }
    if (checked.unreadable()) {
      return Exit.UNREADABLE;
    }
    boolean failed = shown.stream().anyMatch(d -> d.severity().atLeast(failOn));
    return failed ? Exit.FINDINGS : Exit.CLEAN;
  }

  private static List<Diagnostic> shown(List<Diagnostic> found, boolean hints) {
    return hints ? found : found.stream().filter(d -> d.severity() != Severity.HINT).toList();
  }

  private static Inputs inputs(ParseResult arguments, Terminal terminal) throws Trouble {
    List<String> paths = arguments.matchedPositionalValue(0, List.of());
    var root = Optional.ofNullable(arguments.<String>matchedOptionValue("--root", null));
    var scope = arguments.hasMatchedOption("--user") ? Scope.USER : Scope.SYSTEM;
    var stdin = arguments.<String>matchedOptionValue("--stdin-filename", "");
    return Inputs.of(paths, root, stdin, scope, version(arguments), terminal);
  }

  private static int version(ParseResult arguments) throws Trouble {
    String text = arguments.matchedOptionValue("--target-version", "");
    if (text.isEmpty()) {
      return Catalog.standard().newestVersion();
    }
    boolean number = text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || Integer.parseInt(text) < 1) {
      throw Trouble.usage("`" + text + "` is no version of systemd; write a number such as 252");
    }
    return Integer.parseInt(text);
  }

  private static List<Rule> rules(ParseResult arguments) throws Trouble {
    var selected = new ArrayList<>(Rules.ALL);
    String select = arguments.matchedOptionValue("--select", "");
    if (!select.isEmpty()) {
      selected.retainAll(Rules.matching(split(select, "--select")));
    }
    String ignore = arguments.matchedOptionValue("--ignore", "");
    if (!ignore.isEmpty()) {
      selected.removeAll(Rules.matching(split(ignore, "--ignore")));
    }
    return selected;
  }

  private static List<String> split(String text, String option) throws Trouble {
    var words = List.of(text.split("[, ]+"));
    for (String word : words) {
      if (Rules.matching(List.of(word)).isEmpty()) {
        throw Trouble.usage(option + ": there is no rule `" + word + "`; see unitlint rules");
      }
    }
    return words;
  }

  private interface OfWord<T> {
    Optional<T> of(String word);
  }

  private static <T> T choice(
      ParseResult arguments, String option, String otherwise, OfWord<T> ofWord) throws Trouble {
    String word = arguments.matchedOptionValue(option, otherwise);
    var choice = ofWord.of(word);
    if (choice.isEmpty()) {
      throw Trouble.usage(option + " cannot be `" + word + "`; see unitlint check --help");
    }
    return choice.get();
  }

  private static Optional<ColourMode> colourMode(String word) {
    return switch (word) {
      case "auto" -> Optional.of(ColourMode.AUTO);
      case "always" -> Optional.of(ColourMode.ALWAYS);
      case "never" -> Optional.of(ColourMode.NEVER);
      default -> Optional.empty();
    };
  }

  private static void write(
      Findings findings, CheckFormat format, Palette palette, String output, Terminal terminal)
      throws Trouble {
    try {
      if (output.isEmpty()) {
        format.report(palette).write(findings, terminal.out());
        terminal.out().flush();
        return;
      }
      try (Writer file =
          new PrintWriter(
              Files.newBufferedWriter(terminal.folder().resolve(output), StandardCharsets.UTF_8))) {
        format.report(palette).write(findings, file);
      }
    } catch (IOException e) {
      throw Trouble.unreadable("cannot write " + output + ": " + Inputs.reason(e));
    }
  }
}
