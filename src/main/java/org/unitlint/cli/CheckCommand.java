package org.unitlint.cli;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.CheckFormat;
import org.unitlint.report.Findings;
import org.unitlint.report.Summary;
import org.unitlint.rule.Rule;
import org.unitlint.rule.Rules;
import picocli.CommandLine.Model.CommandSpec;
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
        Options.text(
            "--root", "DIR", "Take DIR as /; with PATHs, judge them as if installed there."));
    spec.addOption(
        Options.text("--stdin-filename", "NAME", "What the file on standard input is called."));
    Lookup.addJudging(spec);
    spec.addOption(
        Options.text("--select", "RULES", "Only these rules: codes, names or first letters."));
    spec.addOption(Options.text("--ignore", "RULES", "All but these rules."));
    spec.addOption(Options.flag("--hints", "Show hints too."));
    spec.addOption(
        Options.text(
            "--fail-on",
            "LEVEL",
            "Exit with 1 from this severity on: error, warning, info or hint; default: warning."));
    spec.addOption(Options.text("--format", "FORMAT", "pretty (default), gcc or json."));
    spec.addOption(Options.output());
    spec.addOption(Options.colour());
    spec.addOption(Options.flag("--quiet", "No closing line."));
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    long start = System.nanoTime();
    var format = Options.choice(arguments, "--format", "pretty", CheckFormat::ofWord);
    var failOn = Options.choice(arguments, "--fail-on", "warning", Severity::ofWord);
    var palette = Options.palette(arguments, terminal);
    var rules = rules(arguments);
    var inputs = inputs(arguments, terminal);
    var checked = inputs.check(rules);
    var shown = shown(checked.findings().diagnostics(), arguments.hasMatchedOption("--hints"));
    var findings = new Findings(shown, checked.findings().files(), checked.findings().units());
    Options.write(arguments, terminal, out -> format.report(palette).write(findings, out));
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
    var lookup = Lookup.of(arguments, terminal);
    var stdin = arguments.<String>matchedOptionValue("--stdin-filename", "");
    return Inputs.of(paths, stdin, lookup);
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
}
