package org.unitlint.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.unitlint.catalog.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the command that a command line asks for, builds that one only, and runs it. */
final class CommandLineRunner {
  private record Entry(String name, String summary, Supplier<Command> command) {}

  private static final List<Entry> COMMANDS =
      List.of(
          new Entry("boot", BootCommand.SUMMARY, BootCommand::new),
          new Entry("check", CheckCommand.SUMMARY, CheckCommand::new),
          new Entry("completion", CompletionCommand.SUMMARY, CompletionCommand::new),
          new Entry("config", ConfigCommand.SUMMARY, ConfigCommand::new),
          new Entry("convert", ConvertCommand.SUMMARY, ConvertCommand::new),
          new Entry("diff", DiffCommand.SUMMARY, DiffCommand::new),
          new Entry("effective", EffectiveCommand.SUMMARY, EffectiveCommand::new),
          new Entry("explain", ExplainCommand.SUMMARY, ExplainCommand::new),
          new Entry("graph", GraphCommand.SUMMARY, GraphCommand::new),
          new Entry("ports", PortsCommand.SUMMARY, PortsCommand::new),
          new Entry("report", ReportCommand.SUMMARY, ReportCommand::new),
          new Entry("rules", RulesCommand.SUMMARY, RulesCommand::new),
          new Entry("security", SecurityCommand.SUMMARY, SecurityCommand::new),
          new Entry("why", WhyCommand.SUMMARY, WhyCommand::new));

  private static final int WIDEST = 100;

  /** The library takes no less. */
  private static final int NARROWEST = 60;

  private static final String NO_PAGER = "--no-pager";

  static {
    // No option is a date or a path to the library; what reads those takes a tenth of a short run.
    System.setProperty("picocli.converters.excludes", "java[.](sql|time|nio)[.].*");
  }

  private final Terminal terminal;
  private final Pager pager;

  CommandLineRunner(Terminal terminal, Pager pager) {
    this.terminal = terminal;
    this.pager = pager;
  }

  /** Runs the command line and returns the exit status; never throws. */
  int run(String... args) {
    var words = List.of(args);
    if (!terminal.interactive() || words.contains(NO_PAGER) || words.contains("--watch")) {
      return run(words, terminal);
    }
    try (var out = new PrintWriter(new Paging(terminal, pager))) {
      return run(words, terminal.to(out));
    }
  }

  private int run(List<String> words, Terminal terminal) {
    try {
      boolean before = !words.isEmpty() && words.get(0).equals(NO_PAGER);
      var rest = words.subList(before ? 1 : 0, words.size());
      return command(rest.toArray(String[]::new), terminal);
    } catch (ParameterException e) {
      return usage(e, terminal);
    } catch (Trouble e) {
      terminal.say(e.getMessage());
      return e.status();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      terminal.say("internal error: " + e + "; please report it with the input that caused it");
      if (terminal.environment().containsKey("UNITLINT_DEBUG")) {
        e.printStackTrace(terminal.err());
      }
      return Exit.UNREADABLE;
    }
  }

  private int command(String[] args, Terminal terminal) throws Trouble {
    var asked = args.length == 0 ? Optional.<Entry>empty() : find(args[0]);
    var top = top();
    if (asked.isEmpty()) {
      COMMANDS.forEach(c -> top.addSubcommand(c.name(), stub(c)));
      return withoutCommand(new CommandLine(top), args, terminal);
    }
    var command = asked.get().command().get();
    top.addSubcommand(command.name(), spec(command));
    var line = configured(new CommandLine(top), terminal);
    var parsed = line.parseArgs(args).subcommand();
    if (parsed.hasMatchedOption("--help")) {
      line.getSubcommands().get(command.name()).usage(terminal.out(), Ansi.OFF);
      return Exit.CLEAN;
    }
    return command.run(parsed, terminal);
  }

  private int withoutCommand(CommandLine line, String[] args, Terminal terminal) throws Trouble {
    configured(line, terminal);
    ParseResult parsed = line.parseArgs(args);
    if (parsed.hasMatchedOption("--version")) {
      terminal.out().println(Version.told());
      return Exit.CLEAN;
    }
    line.usage(parsed.hasMatchedOption("--help") ? terminal.out() : terminal.err(), Ansi.OFF);
    return parsed.hasMatchedOption("--help") ? Exit.CLEAN : Exit.USAGE;
  }

  private static Optional<Entry> find(String name) {
    return COMMANDS.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  private static CommandSpec top() {
    var top = CommandSpec.create().name("unitlint");
    top.usageMessage()
        .description("Lints the files that say how a Linux machine starts.")
        .footer("", "unitlint COMMAND --help tells more of a command.");
    top.addOption(help());
    top.addOption(noPager(false));
    top.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print the version.")
            .build());
    return top;
  }

  private static CommandSpec spec(Command command) {
    var spec = command.spec().name(command.name());
    spec.usageMessage().description(command.summary()).abbreviateSynopsis(true);
    spec.addOption(help());
    spec.addOption(noPager(true));
    return spec;
  }

  /** The whole command line: the program with all its commands. */
  static CommandSpec model() {
    var model = top();
    COMMANDS.forEach(c -> model.addSubcommand(c.name(), spec(c.command().get())));
    return model;
  }

  private static CommandSpec stub(Entry entry) {
    var stub = CommandSpec.create();
    stub.usageMessage().description(entry.summary());
    return stub;
  }

  private static OptionSpec noPager(boolean hidden) {
    return OptionSpec.builder(NO_PAGER)
        .arity("0")
        .type(boolean.class)
        .hidden(hidden)
        .description("Do not page what is longer than the terminal.")
        .build();
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help").usageHelp(true).description("Print this.").build();
  }

  private static CommandLine configured(CommandLine line, Terminal terminal) {
    int columns = terminal.columns().orElse(WIDEST);
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(Math.max(NARROWEST, Math.min(columns, WIDEST)))
        .setUsageHelpLongOptionsMaxWidth(24)
        .setAbbreviatedOptionsAllowed(false)
        .setExpandAtFiles(false)
        .setPosixClusteredShortOptionsAllowed(false);
  }

  private static int usage(ParameterException e, Terminal terminal) {
    terminal.say(unknown(e).orElseGet(() -> e.getMessage().lines().findFirst().orElse("")));
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.say("see " + name + " --help");
    return Exit.USAGE;
  }

  /** What is wrong with an argument that is missing or not known; empty for other faults. */
  private static Optional<String> unknown(ParameterException e) {
    if (e instanceof MissingParameterException missing
        && missing.getMissing().get(0).isPositional()) {
      return Optional.of("there is no " + missing.getMissing().get(0).paramLabel());
    }
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return Optional.empty();
    }
    var spec = e.getCommandLine().getCommandSpec();
    String word = unmatched.getUnmatched().get(0);
    if (word.startsWith("-")) {
      String option = word.replaceFirst("(?s)=.*", "");
      return Optional.of(noSuch("option", option, spec.optionsMap().keySet()));
    }
    return Optional.of(
        spec.parent() == null
            ? noSuch("command", word, names())
            : "there is one argument too many: `" + word + "`");
  }

  private static String noSuch(String what, String word, Collection<String> known) {
    var meant = Nearest.of(word, known).map(n -> "; did you mean `" + n + "`?").orElse("");
    return "there is no " + what + " `" + word + "`" + meant;
  }

  /** The names of all commands. */
  static List<String> names() {
    return Arrays.asList(COMMANDS.stream().map(Entry::name).toArray(String[]::new));
  }
}
