package org.unitlint.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.Nearest;
import org.unitlint.report.Palette;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Makes and reads options as all commands have them. */
final class Options {
  private Options() {}

  /** An option with one value. */
  static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(String.class)
        .description(description)
        .build();
  }

  /** An option with one value that may be given several times. */
  static OptionSpec texts(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  /** An option without a value. */
  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(description).build();
  }

  /** Says what a file on standard input is. */
  static OptionSpec stdinFilename() {
    return text("--stdin-filename", "NAME", "What the file on standard input is called.");
  }

  /** Adds how an answer is written, and where to. */
  static void addAnswer(CommandSpec spec, String formats) {
    spec.addOption(text("--format", "FORMAT", formats));
    spec.addOption(output());
    spec.addOption(colour());
  }

  /** Says where results go. */
  static OptionSpec output() {
    return text("--output", "FILE", "Write the result there, not to standard output.");
  }

  /** Says when to colour. */
  static OptionSpec colour() {
    return text("--color", "WHEN", "auto (default), always or never.");
  }

  /** Finds what a word stands for. */
  interface OfWord<T> {
    Optional<T> of(String word);
  }

  /** What the option's word stands for. */
  static <T> T choice(ParseResult arguments, String option, String otherwise, OfWord<T> ofWord)
      throws Trouble {
    String word = arguments.matchedOptionValue(option, otherwise);
    return ofWord.of(word).orElseThrow(() -> refused(arguments, option, word));
  }

  /** Whether {@code --format} asks for JSON, where there is nothing but that and text. */
  static boolean json(ParseResult arguments) throws Trouble {
    return choice(arguments, "--format", "text", Options::isJson);
  }

  private static Optional<Boolean> isJson(String word) {
    return switch (word) {
      case "text" -> Optional.of(false);
      case "json" -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  /** The option's value, a number from 0 on; empty where it is not given. */
  static Optional<Integer> number(ParseResult arguments, String option) throws Trouble {
    String word = arguments.matchedOptionValue(option, "");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    if (word.length() > 6 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw refused(arguments, option, word);
    }
    return Optional.of(Integer.parseInt(word));
  }

  /** The option cannot have that value; which one was meant, if that is clear. */
  static Trouble refused(ParseResult arguments, String option, String word) {
    String command = arguments.commandSpec().qualifiedName();
    var meant = Nearest.of(word, OptionWords.of(arguments.commandSpec().name(), option));
    return Trouble.usage(
        option
            + " cannot be `"
            + word
            + "`; "
            + meant.map(n -> "did you mean `" + n + "`?").orElse("see " + command + " --help"));
  }

  /** The palette that {@code --color} asks for; a file is never coloured. */
  static Palette palette(ParseResult arguments, Terminal terminal) throws Trouble {
    var mode = choice(arguments, "--color", "auto", ColourMode::ofWord);
    return Palette.of(!arguments.hasMatchedOption("--output") && terminal.colours(mode));
  }

  /** Writes a result. */
  interface Result {
    void write(Writer out) throws IOException;
  }

  /** Writes the result to standard output. */
  static void print(Terminal terminal, Result result) throws Trouble {
    try {
      result.write(terminal.out());
      terminal.out().flush();
    } catch (IOException e) {
      throw Trouble.unreadable("cannot write: " + Inputs.reason(e));
    }
  }

  /** Writes the result to where {@code --output} says. */
  static void write(ParseResult arguments, Terminal terminal, Result result) throws Trouble {
    String output = arguments.matchedOptionValue("--output", "");
    try {
      if (output.isEmpty()) {
        result.write(terminal.out());
        terminal.out().flush();
        return;
      }
      WholeFile.write(terminal.path(output), output, result);
    } catch (IOException e) {
      throw Trouble.unreadable("cannot write: " + Inputs.reason(e));
    }
  }
}
