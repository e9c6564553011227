package org.unitlint.cli.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What manual pages and completions need of a command.
 *
 * @param name its name alone, as {@code check}
 * @param summary what it does, in one line
 * @param options in the order of their long names
 * @param argument what is given without an option; empty where nothing is
 * @param footer lines to be read after the options; empty ones part paragraphs
 * @param commands the commands below it, in order
 */
public record Outline(
    String name,
    String summary,
    List<Option> options,
    Optional<Argument> argument,
    List<String> footer,
    List<Outline> commands) {
  /** Knows what can stand for the values of a command's options, and for its arguments. */
  public interface Candidates {
    /**
     * The values there.
     *
     * @param command the command's name
     * @param option the long name of the option; empty for arguments
     * @param label what the help calls the value
     */
    Values of(String command, String option, String label);
  }

  /**
   * An option.
   *
   * @param names as they are written, the long one last
   * @param label what its value is called; empty where it takes none
   */
  public record Option(
      List<String> names, String label, String description, boolean repeated, Values values) {
    public Option {
      names = List.copyOf(names);
    }

    /** The long name. */
    public String name() {
      return names.get(names.size() - 1);
    }

    /** Whether it takes a value. */
    public boolean takesValue() {
      return !label.isEmpty();
    }
  }

  /** What is given without an option. */
  public record Argument(
      String label, String description, boolean required, boolean repeated, Values values) {}

  public Outline {
    options = List.copyOf(options);
    footer = List.copyOf(footer);
    commands = List.copyOf(commands);
  }

  /** The outline of the command and of all below it. */
  public static Outline of(CommandSpec spec, Candidates candidates) {
    var commands = new ArrayList<Outline>();
    spec.subcommands().values().forEach(c -> commands.add(of(c.getCommandSpec(), candidates)));
    commands.sort(Comparator.comparing(Outline::name));
    var usage = spec.usageMessage();
    return new Outline(
        spec.name(),
        text(usage.description()),
        spec.options().stream()
            .map(o -> option(spec.name(), o, candidates))
            .sorted(Comparator.comparing(Option::name))
            .toList(),
        spec.positionalParameters().stream()
            .findFirst()
            .map(p -> argument(spec.name(), p, candidates)),
        Arrays.stream(usage.footer()).flatMap(Outline::lines).toList(),
        commands);
  }

  private static Option option(String command, OptionSpec option, Candidates candidates) {
    var names = new ArrayList<>(Arrays.asList(option.names()));
    names.sort(Comparator.comparingInt(String::length));
    boolean valued = option.arity().max() > 0;
    String label = valued ? option.paramLabel() : "";
    return new Option(
        names,
        label,
        text(option.description()),
        option.isMultiValue(),
        valued ? candidates.of(command, option.longestName(), label) : Values.ANY);
  }

  private static Argument argument(
      String command, PositionalParamSpec argument, Candidates candidates) {
    return new Argument(
        argument.paramLabel(),
        text(argument.description()),
        argument.required(),
        isRepeated(argument),
        candidates.of(command, "", argument.paramLabel()));
  }

  private static boolean isRepeated(ArgSpec argument) {
    return argument.isMultiValue() || argument.arity().max() > 1;
  }

  private static String text(String[] written) {
    return Arrays.stream(written).flatMap(Outline::lines).reduce((a, b) -> a + " " + b).orElse("");
  }

  /** The lines as the help prints them, where a percent sign is written twice. */
  private static Stream<String> lines(String written) {
    return written.replace("%n", "\n").replace("%%", "%").lines().map(String::stripTrailing);
  }
}
