package org.unitlint.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Nearest;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.UnitName;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Where a command looks, and as what: the options {@code --root}, {@code --user}, {@code
 * --target-version} and {@code --generators}, and arguments that are paths.
 *
 * @param root taken as {@code /}; where there is none, the paths or this machine
 * @param emulate whether to work out what generators would write, where nothing was captured
 */
record Lookup(Optional<String> root, Scope scope, int version, boolean emulate, Terminal terminal) {

  /** Adds the options that say as what a machine is looked at. */
  static void addJudging(CommandSpec spec) {
    spec.addOption(
        Options.flag("--user", "Look at units of the user manager instead of the system's."));
    spec.addOption(
        Options.text(
            "--target-version",
            "N",
            "Judge by this systemd, as 252 or debian-12; default: the newest known."));
    addGenerators(spec);
  }

  /** Adds all options. */
  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.text("--root", "DIR", "Take DIR as /; default: this machine, or what PATHs say."));
    addJudging(spec);
  }

  private static void addGenerators(CommandSpec spec) {
    spec.addOption(
        Options.text(
            "--generators",
            "WHAT",
            "none: not what systemd's generators would write; default: emulate."));
  }

  /** Adds arguments that name units or paths; units may begin with a hyphen. */
  static void addWords(CommandSpec spec, String label, String arity, String description) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel(label)
            .arity(arity)
            .required(!arity.startsWith("0"))
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(description)
            .build());
    // Else -.mount and -.slice are taken for options.
    spec.parser().unmatchedOptionsArePositionalParams(true);
  }

  /** The arguments that name units or paths. */
  static List<String> words(ParseResult arguments) {
    var words = arguments.matchedPositionalValue(0, List.<String>of());
    for (String word : words) {
      if (word.length() > 1 && word.startsWith("-") && !word.startsWith("-.")) {
        throw new UnmatchedArgumentException(arguments.commandSpec().commandLine(), List.of(word));
      }
    }
    return words;
  }

  /** What the options say; those that the command does not have are at their defaults. */
  static Lookup of(ParseResult arguments, Terminal terminal) throws Trouble {
    var root = Optional.ofNullable(arguments.<String>matchedOptionValue("--root", null));
    var scope = arguments.hasMatchedOption("--user") ? Scope.USER : Scope.SYSTEM;
    boolean emulate = Options.choice(arguments, "--generators", "emulate", Lookup::generators);
    int version = givenVersion(arguments).orElseGet(() -> Catalog.standard().newestVersion());
    return new Lookup(root, scope, version, emulate, terminal);
  }

  private static Optional<Boolean> generators(String word) {
    return switch (word) {
      case "emulate" -> Optional.of(true);
      case "none" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** The systemd version that the options ask for. */
  static Optional<Integer> givenVersion(ParseResult arguments) throws Trouble {
    String text = arguments.matchedOptionValue("--target-version", "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var catalog = Catalog.standard();
    var version = catalog.version(text);
    if (version.isEmpty()) {
      throw Trouble.usage(
          "`"
              + text
              + "` is no version of systemd; "
              + Nearest.of(text, catalog.distributions())
                  .map(n -> "did you mean `" + n + "`?")
                  .orElse("write a number such as 252, or a distribution such as debian-12"));
    }
    return version;
  }

  /**
   * One machine, and what was asked for of it.
   *
   * @param files the units of the files that were named
   * @param words the arguments that are no paths
   * @param inputs all of it, to be checked
   * @param unreadable whether something that was named could not be read; it was talked of
   */
  record Found(
      Machine machine,
      List<UnitName> files,
      List<String> words,
      Inputs inputs,
      boolean unreadable) {
    /** Whether what was found is all there is. */
    boolean isComplete() {
      return !unreadable && !machine.hasUnreadable();
    }
  }

  /**
   * The machine to look at. Of the words those that hold a slash are paths, and without {@code
   * --root} those too that name a file or folder which is there.
   */
  Found find(List<String> words) throws Trouble {
    return found(words, "", this::isPath);
  }

  /**
   * The same, of a command that reads {@code -} from standard input.
   *
   * @param stdin what the file on standard input is called; may be empty
   */
  Found find(List<String> words, String stdin) throws Trouble {
    return found(words, stdin, w -> w.equals("-") || isPath(w));
  }

  private Found found(List<String> words, String stdin, Predicate<String> isPath) throws Trouble {
    var paths = new ArrayList<String>();
    var names = new ArrayList<String>();
    for (String word : words) {
      (isPath.test(word) ? paths : names).add(word);
    }
    var inputs = Inputs.of(paths, stdin, this);
    var whole = inputs.whole();
    var machine = Machines.of(whole.tree(), whole.setup(), emulate);
    return new Found(machine, whole.units(), names, inputs, inputs.unreadable());
  }

  /** Whether the words are folders, at least one, and nothing else. */
  static boolean areFolders(List<String> words, Terminal terminal) {
    try {
      return !words.isEmpty()
          && words.stream().allMatch(w -> Files.isDirectory(terminal.folder().resolve(w)));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private boolean isPath(String word) {
    if (word.contains("/") || root.isPresent()) {
      return word.contains("/");
    }
    try {
      return Files.exists(terminal.folder().resolve(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
