package org.unitlint.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Program;
import org.unitlint.catalog.Program.Trait;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;
import org.unitlint.syntax.Command;
import org.unitlint.syntax.Word;

/** A command of a unit, and what is known of the programs that it names. */
final class Invocation {
  private static final Pattern SCRIPT_OPTION = Pattern.compile("-[a-z]*c");

  /** The options of shells that take the next word. */
  private static final Set<String> WITH_VALUE =
      Set.of("-o", "+o", "-O", "+O", "--rcfile", "--init-file");

  private final Setting setting;
  private final Command command;
  private final Catalog catalog;
  private final Set<Trait> traits;
  private final OptionalInt scriptAt;

  Invocation(Setting setting, Command command, Catalog catalog) {
    this.setting = setting;
    this.command = command;
    this.catalog = catalog;
    this.traits = traits();
    this.scriptAt = scriptAt();
  }

  /** The commands of the unit that count, in the order of reading. */
  static Stream<Invocation> of(Unit unit, Facts facts) {
    return facts.of(unit).invocations().stream();
  }

  /** The setting that holds it. */
  Setting setting() {
    return setting;
  }

  /** The command as it is written. */
  Command command() {
    return command;
  }

  /** The name of the program, without its folder. */
  String program() {
    return Paths.name(command.path().text());
  }

  /** The words behind the path. */
  List<Word> arguments() {
    return command.arguments();
  }

  /** Whether the program is one of those. */
  boolean runs(String... names) {
    return List.of(names).contains(program());
  }

  /** Whether the program, or one that it runs, has the trait. */
  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  private Set<Trait> traits() {
    var own = EnumSet.noneOf(Trait.class);
    own.addAll(traits(command.path()));
    if (own.contains(Trait.RUNS)) {
      arguments().forEach(word -> own.addAll(traits(word)));
    }
    return own;
  }

  private Set<Trait> traits(Word word) {
    return catalog.program(Paths.name(word.text())).map(Program::traits).orElse(Set.of());
  }

  /** Whether a shell, or what we know nothing of, may read the arguments. */
  boolean isInterpreted() {
    return command.has(Command.Prefix.SHELL) || has(Trait.FREE) || scriptAt.isPresent();
  }

  /** The script that a shell is to run; empty where there is none. */
  Optional<Word> script() {
    return scriptAt.isPresent()
        ? Optional.of(arguments().get(scriptAt.getAsInt()))
        : Optional.empty();
  }

  /** The words behind the script, which the shell calls {@code $0}, {@code $1} and so on. */
  List<Word> behindScript() {
    return scriptAt.isPresent()
        ? arguments().subList(scriptAt.getAsInt() + 1, arguments().size())
        : List.of();
  }

  /** Which argument is a script for a shell: that behind {@code -c} among the shell's options. */
  private OptionalInt scriptAt() {
    boolean anywhere = program().equals("su");
    boolean options = anywhere || traits(command.path()).contains(Trait.SHELL);
    for (int i = 0; i + 1 < arguments().size(); i++) {
      String text = arguments().get(i).text();
      if (options && SCRIPT_OPTION.matcher(text).matches()) {
        return OptionalInt.of(i + 1);
      }
      if (options && !anywhere) {
        i += WITH_VALUE.contains(text) ? 1 : 0;
        options = text.startsWith("-") || text.startsWith("+");
      } else if (!options) {
        options = has(Trait.RUNS) && traits(arguments().get(i)).contains(Trait.SHELL);
      }
    }
    return OptionalInt.empty();
  }

  /** All words as one text, the program's first. */
  String text() {
    var text = new StringBuilder(command.path().text());
    arguments().forEach(w -> text.append(' ').append(w.text()));
    return text.toString();
  }

  /** From the program to the last word, prefixes left out. */
  Place line() {
    var path = command.path().place();
    return path.source().place(path.span().start(), command.place().span().end());
  }

  /** Whether the word is written without quotes and backslashes. */
  static boolean isBare(Word word) {
    return word.raw().equals(word.text());
  }
}
