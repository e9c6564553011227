package org.unitlint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.unitlint.cli.Checker.Checked;
import org.unitlint.cli.Checker.Told;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.Findings;
import org.unitlint.report.Summary;
import org.unitlint.source.Paths;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint check}: lints files, folders and whole roots. */
final class CheckCommand implements Command {
  static final String SUMMARY = "Lint unit files, drop-ins, folders and whole roots.";

  private final Supplier<Waiting> waiting;

  CheckCommand() {
    this(FolderWaiting::new);
  }

  /**
   * A check that waits so between one time and the next, where it is asked to go on.
   *
   * @param waiting made only then
   */
  CheckCommand(Supplier<Waiting> waiting) {
    this.waiting = waiting;
  }

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
    Lookup.addWords(
        spec, "PATH", "0..*", "Files, folders, - for standard input; without any: this machine.");
    spec.addOption(
        Options.text(
            "--root", "DIR", "Take DIR as /; with PATHs, judge them as if installed there."));
    spec.addOption(Options.stdinFilename());
    Lookup.addJudging(spec);
    Configuration.addFinding(spec);
    Configuration.addChoosing(spec);
    Fixing.addTo(spec);
    spec.addOption(
        Options.text("--max-warnings", "N", "Let N warnings pass; with more of them exit with 1."));
    spec.addOption(Options.flag("--exit-zero", "Exit with 0 whatever is found."));
    spec.addOption(Options.text("--baseline", "FILE", "Hide the findings that are listed there."));
    spec.addOption(
        Options.text("--write-baseline", "FILE", "List all findings there, to hide them later."));
    spec.addOption(
        Options.flag(
            "--statistics", "Count findings by rule: in json beside them, else instead of them."));
    Options.addAnswer(
        spec,
        "pretty (default), gcc, json, jsonl, sarif, github, gitlab, junit or checkstyle; auto:"
            + " what fits where it runs.");
    spec.addOption(Options.flag("--quiet", "No closing line."));
    spec.addOption(Options.flag("--watch", "Check again each time that a file changes."));
    spec.usageMessage()
        .footer(
            "",
            "unitlint check my.service units/",
            "unitlint check --root /mnt/image --target-version debian-12",
            "unitlint check --diff units/",
            "unitlint check --format sarif --output unitlint.sarif units/",
            "unitlint check --select U,D320 --watch units/");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    if (!arguments.hasMatchedOption("--watch")) {
      return check(arguments, terminal, UnaryOperator.identity());
    }
    Watching.validate(arguments);
    var files = new ArrayList<String>();
    for (String option : List.of("--config", "--baseline")) {
      Optional.ofNullable(arguments.<String>matchedOptionValue(option, null)).ifPresent(files::add);
    }
    var paths = Lookup.words(arguments);
    var watched = Watched.of(paths, Lookup.of(arguments, terminal), files);
    return new Watching(watched, terminal, waiting.get())
        .run(told -> check(arguments, terminal, told));
  }

  /**
   * Checks once.
   *
   * @param news those of the findings that are told
   */
  private int check(ParseResult arguments, Terminal terminal, UnaryOperator<List<Told>> news)
      throws Trouble {
    long start = System.nanoTime();
    var format = OutputFormat.of(arguments, terminal);
    var most = Options.number(arguments, "--max-warnings");
    var palette = Options.palette(arguments, terminal);
    var configuration = Configuration.of(arguments, terminal);
    var lookup = Lookup.of(arguments, terminal);
    var inputs = inputs(arguments, lookup);
    var parts = inputs.parts();
    var checker = checker(configuration, lookup);
    var baselines = new Baselines(arguments.matchedOptionValue("--baseline", ""), terminal);
    var fixing = new Fixing(arguments, terminal);
    var fixable = parts.stream().map(p -> fixable(p, checker, baselines)).toList();
    if (fixing.isDiff()) {
      int status = fixing.diff(fixable);
      boolean unreadable = inputs.unreadable() || checker.check(parts).unreadable();
      return unreadable ? Exit.UNREADABLE : status;
    }
    var results = fixing.write(fixable, inputs);
    var checked = checker.check(parts);
    boolean unreadable = inputs.unreadable() || checked.unreadable() || fixing.hasFailed();
    String written = arguments.matchedOptionValue("--write-baseline", "");
    if (!written.isEmpty()) {
      write(written, shown(checked.told()), terminal);
      return unreadable ? Exit.UNREADABLE : Exit.CLEAN;
    }
    var shown = shown(baselines.othersAndStale(checked));
    var findings = findings(shown, checked);
    var told = findings(news.apply(shown), checked);
    var report = format.report(palette, () -> Runs.of(checked, !unreadable, terminal));
    var reader = format.isProse() ? results.fitted() : results;
    Options.write(arguments, reader, out -> report.write(told, out));
    if (!arguments.hasMatchedOption("--quiet")) {
      fixing.say();
      long millis = (System.nanoTime() - start) / 1_000_000;
      terminal.err().println(Summary.line(findings, millis));
    }
    if (unreadable) {
      return Exit.UNREADABLE;
    }
    boolean failed = !arguments.hasMatchedOption("--exit-zero") && isFailed(shown, most);
    return failed ? Exit.FINDINGS : Exit.CLEAN;
  }

  private static Findings findings(List<Told> told, Checked checked) {
    var diagnostics = told.stream().map(Told::finding).toList();
    return new Findings(diagnostics, checked.read(), checked.units());
  }

  /** Checks as the options say. */
  static Checker checker(Configuration configuration, Lookup lookup) throws Trouble {
    var root = lookup.terminal().path(lookup.root().orElse("/"));
    return new Checker(configuration, lookup.emulate(), Paths.normalize(root.toString()));
  }

  /** What users get to see of the part, as a fix may change it. */
  private static Fixing.Part fixable(Inputs.Part part, Checker checker, Baselines baselines) {
    return new Fixing.Part(
        part.tree(),
        part::asksFor,
        tree ->
            shown(baselines.others(checker.check(List.of(part.of(tree))))).stream()
                .map(Told::seen)
                .toList());
  }

  /** Those that users get to see. */
  static List<Told> shown(List<Told> found) {
    return found.stream()
        .filter(t -> t.terms().hints() || t.finding().severity() != Severity.HINT)
        .toList();
  }

  /**
   * Whether any finding is as bad as what its file fails on.
   *
   * @param most how many warnings may pass
   */
  private static boolean isFailed(List<Told> shown, Optional<Integer> most) {
    long warnings = shown.stream().filter(t -> t.finding().severity() == Severity.WARNING).count();
    return most.filter(n -> warnings > n).isPresent()
        || shown.stream()
            .filter(t -> most.isEmpty() || t.finding().severity() != Severity.WARNING)
            .anyMatch(CheckCommand::isFailing);
  }

  /** Whether it is as bad as what a check fails for. */
  static boolean isFailing(Told told) {
    return told.finding().severity().atLeast(told.terms().failOn());
  }

  private static void write(String name, List<Told> shown, Terminal terminal) throws Trouble {
    Accepted.write(terminal.path(name), name, shown);
    int count = shown.size();
    terminal.say(count + (count == 1 ? " finding" : " findings") + " written to " + name);
  }

  private static Inputs inputs(ParseResult arguments, Lookup lookup) throws Trouble {
    var paths = Lookup.words(arguments);
    var stdin = arguments.<String>matchedOptionValue("--stdin-filename", "");
    return Inputs.of(paths, stdin, lookup);
  }
}
