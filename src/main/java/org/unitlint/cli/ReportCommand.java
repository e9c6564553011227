package org.unitlint.cli;

import java.util.List;
import java.util.Optional;
import org.unitlint.cli.Checker.Told;
import org.unitlint.report.Findings;
import org.unitlint.report.page.Changes;
import org.unitlint.report.page.ReportPage;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint report}: findings, dependencies, boot, ports and exposure as one page. */
final class ReportCommand implements Command {
  static final String SUMMARY = "Write all as one page: findings, graph, boot, ports, exposure.";
  private static final String SINCE = "--since";

  @Override
  public String name() {
    return "report";
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
            .description("A root, or files and folders. Without PATH and --root: this machine.")
            .build());
    Lookup.addTo(spec);
    spec.addOption(Options.output());
    spec.addOption(
        Options.flag("--pictures", "Write the pictures too, as SVG files beside the page."));
    spec.addOption(
        Options.text("--title", "TEXT", "What the page is about; default: the machine's name."));
    spec.addOption(
        Options.text(
            SINCE,
            "ROOT",
            "The state before, read in the same way: tell first what changed since, as unitlint"
                + " diff does."));
    Configuration.addFinding(spec);
    Configuration.addChoosing(spec);
    BootOptions.addMachine(spec);
    BootOptions.addDurations(spec);
    spec.usageMessage()
        .footer(
            "",
            "The page is one HTML file that needs no network: it can be opened from a mail or a"
                + " build server, reads without scripts, and prints.",
            "",
            "unitlint report --root /srv/image --output report.html",
            "unitlint report --root /srv/image --timings blame.txt --pictures --output report.html",
            "unitlint report --root /srv/image --since /srv/image.old --output report.html",
            "unitlint report ./units > report.html");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    var configuration = Configuration.of(arguments, terminal);
    var lookup = Lookup.of(arguments, terminal);
    String output = arguments.matchedOptionValue("--output", "");
    boolean pictures = arguments.hasMatchedOption("--pictures");
    if (pictures && output.isEmpty()) {
      throw Trouble.usage("--pictures: say with --output where the page is, they go beside it");
    }
    var paths = arguments.matchedPositionalValue(0, List.<String>of());
    var inputs = Inputs.of(paths, "", lookup);
    var checked = CheckCommand.checker(configuration, lookup).check(inputs.parts());
    var shown = CheckCommand.shown(checked.told());
    var diagnostics = shown.stream().map(Told::finding).toList();
    var findings = new Findings(diagnostics, checked.read(), checked.units());
    var subject = new Reported(arguments, terminal, lookup);
    var prospect = subject.prospect(inputs.whole(), checked);
    var changes = Optional.<Changes>empty();
    boolean unreadable = inputs.unreadable() || checked.unreadable();
    if (arguments.hasMatchedOption(SINCE)) {
      String since = arguments.matchedOptionValue(SINCE, "");
      var sides = new Sides(arguments, terminal);
      var comparison = sides.since(since, inputs, paths, prospect, checked);
      changes = Optional.of(new Changes(since, comparison));
      unreadable |= sides.unreadable();
    }
    var report = subject.report(prospect, paths, findings, changes);
    Options.write(arguments, terminal, out -> ReportPage.write(report, out));
    if (pictures) {
      String stem = output.replaceFirst("\\.html?$", "");
      write(stem + ".boot.svg", out -> ReportPage.boot(report, out), terminal);
      write(stem + ".graph.svg", out -> ReportPage.graph(report, out), terminal);
    }
    if (unreadable) {
      return Exit.UNREADABLE;
    }
    boolean failed = shown.stream().anyMatch(CheckCommand::isFailing);
    return failed ? Exit.FINDINGS : Exit.CLEAN;
  }

  private static void write(String file, Options.Result result, Terminal terminal) throws Trouble {
    WholeFile.write(terminal.path(file), file, result);
  }
}
