package org.unitlint.cli;

import java.util.List;
import java.util.Optional;
import org.unitlint.diagnostic.Severity;
import org.unitlint.diff.Comparison;
import org.unitlint.report.DiffFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint diff}: what a change of configuration changes. */
final class DiffCommand implements Command {
  static final String SUMMARY = "Tell what a change of configuration changes.";

  private final String git;

  DiffCommand() {
    this("git");
  }

  /**
   * The command.
   *
   * @param git what the program git is called
   */
  DiffCommand(String git) {
    this.git = git;
  }

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String summary() {
    return SUMMARY;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    Lookup.addWords(
        spec,
        "PATH",
        "0..*",
        "Two roots, folders or files: before and after. With --root: what is installed there. With"
            + " --git: what of the repository is looked at.");
    spec.addOption(
        Options.text("--root", "DIR", "Tell what installing the PATHs on that machine changes."));
    spec.addOption(
        Options.text(
            "--git",
            "REVISIONS",
            "A..B: two revisions; A...B: B and where it left A; A: it and the files as they are."));
    Lookup.addJudging(spec);
    Configuration.addFinding(spec);
    spec.addOption(
        Options.text(
            "--fail-on",
            "SEVERITY",
            "Exit with 1 if something new is found that is at least this bad; default: never."));
    spec.addOption(Options.text("--format", "FORMAT", "text (default), json or markdown."));
    spec.addOption(Options.output());
    spec.addOption(Options.colour());
    spec.addOption(Options.flag("--all", "text, markdown: all of each list, however long."));
    BootOptions.addMachine(spec);
    spec.addOption(
        Options.texts("--timings", "FILE", "How long starts take, as unitlint boot takes it."));
    spec.usageMessage()
        .footer(
            "",
            "Files that do the same elsewhere or in another order change nothing.",
            "",
            "unitlint diff /mnt/old /mnt/new",
            "unitlint diff --root / ./web.service",
            "unitlint diff --git main...HEAD --format markdown units/");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    var format = Options.choice(arguments, "--format", "text", DiffFormat::ofWord);
    var failOn =
        arguments.hasMatchedOption("--fail-on")
            ? Optional.of(Options.choice(arguments, "--fail-on", "", Severity::ofWord))
            : Optional.<Severity>empty();
    var palette = Options.palette(arguments, terminal);
    boolean all = arguments.hasMatchedOption("--all");
    var sides = new Sides(arguments, terminal);
    var comparison = compare(arguments, terminal, sides);
    Options.write(arguments, terminal, out -> format.write(comparison, all, palette, out));
    if (sides.unreadable()) {
      return Exit.UNREADABLE;
    }
    return failOn.filter(comparison::hasNew).isPresent() ? Exit.FINDINGS : Exit.CLEAN;
  }

  private Comparison compare(ParseResult arguments, Terminal terminal, Sides sides) throws Trouble {
    var paths = Lookup.words(arguments);
    String revisions = arguments.matchedOptionValue("--git", "");
    if (arguments.hasMatchedOption("--git")) {
      return revisions(arguments, terminal, sides, Revisions.parse(revisions), paths);
    }
    if (arguments.hasMatchedOption("--root")) {
      if (paths.isEmpty()) {
        throw Trouble.usage("--root: say what is installed there");
      }
      var plain = sides.installed(List.of());
      return Comparison.of(plain, sides.installed(paths));
    }
    if (paths.size() != 2) {
      throw Trouble.usage("two PATHs are compared, here are " + paths.size());
    }
    return sides.of(paths.get(0), paths.get(1));
  }

  private Comparison revisions(
      ParseResult arguments, Terminal terminal, Sides sides, Revisions asked, List<String> paths)
      throws Trouble {
    if (arguments.hasMatchedOption("--root") || paths.size() > 1) {
      throw Trouble.usage("--git takes one PATH at most, and no --root");
    }
    String path = paths.isEmpty() ? "." : paths.get(0);
    try (var repository = Git.around(terminal.path(path), git)) {
      String old = repository.commit(asked.before());
      var now = Optional.<String>empty();
      if (asked.after().isPresent()) {
        now = Optional.of(repository.commit(asked.after().get()));
      }
      if (asked.sinceBase()) {
        old = repository.base(old, now.orElseThrow());
      }
      var after = now.isPresent() ? repository.tree(now.get()) : repository.files();
      return sides.of(path, repository.tree(old), after);
    }
  }
}
