package org.unitlint.cli;

import java.util.Optional;
import java.util.function.Supplier;
import org.unitlint.report.CheckFormat;
import org.unitlint.report.FindingsReport;
import org.unitlint.report.Palette;
import org.unitlint.report.ci.CheckRun;
import org.unitlint.report.ci.ExchangeFormat;
import picocli.CommandLine.ParseResult;

/**
 * How a check is asked to write what it found; in one of our formats, or one of others.
 *
 * @param statistics whether to count findings by rule
 */
record OutputFormat(
    Optional<CheckFormat> own, Optional<ExchangeFormat> foreign, boolean statistics) {
  /** What {@code --format} and {@code --statistics} ask for. */
  static OutputFormat of(ParseResult arguments, Terminal terminal) throws Trouble {
    boolean statistics = arguments.hasMatchedOption("--statistics");
    var format =
        Options.choice(
            arguments,
            "--format",
            "pretty",
            w -> ofWord(w.equals("auto") ? fitting(arguments, terminal) : w, statistics));
    if (statistics && format.own.filter(CheckFormat::hasStatistics).isEmpty()) {
      throw Trouble.usage("--statistics takes --format pretty, gcc or json");
    }
    return format;
  }

  private static Optional<OutputFormat> ofWord(String word, boolean statistics) {
    var own = CheckFormat.ofWord(word);
    if (own.isPresent()) {
      return Optional.of(new OutputFormat(own, Optional.empty(), statistics));
    }
    return ExchangeFormat.ofWord(word)
        .map(f -> new OutputFormat(Optional.empty(), Optional.of(f), statistics));
  }

  /**
   * What suits whoever reads it: a runner of GitHub Actions, GitLab if it is to be a file, people
   * at a terminal or before the log of a CI service, else a program such as an editor.
   */
  private static String fitting(ParseResult arguments, Terminal terminal) {
    var environment = terminal.environment();
    if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
      return "github";
    }
    if ("true".equals(environment.get("GITLAB_CI")) && arguments.hasMatchedOption("--output")) {
      return "gitlab";
    }
    boolean people = terminal.interactive() && !"dumb".equals(environment.get("TERM"));
    boolean log = !environment.getOrDefault("CI", "").isEmpty();
    return people || log ? "pretty" : "gcc";
  }

  /** Whether it is text for people. */
  boolean isProse() {
    return own.filter(CheckFormat.PRETTY::equals).isPresent();
  }

  /**
   * The report in this format.
   *
   * @param run asked for only where the report tells it
   */
  FindingsReport report(Palette palette, Supplier<CheckRun> run) {
    if (foreign.isPresent()) {
      return foreign.get().report(run.get());
    }
    return statistics ? own.orElseThrow().statistics(palette) : own.orElseThrow().report(palette);
  }
}
