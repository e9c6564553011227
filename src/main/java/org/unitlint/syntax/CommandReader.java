package org.unitlint.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.source.Place;
import org.unitlint.syntax.Command.Prefix;
import org.unitlint.syntax.CommandFlaw.Effect;
import org.unitlint.syntax.CommandFlaw.Kind;

/** Reads one command line, as config_parse_exec() of systemd does. */
final class CommandReader {
  private static final int SHELL_SINCE = 258;
  private static final Set<Prefix> RIGHTS =
      Set.of(Prefix.FULL_PRIVILEGES, Prefix.KEEP_USER, Prefix.AMBIENT);

  /** What a path may become by a prefix that is part of it. */
  private static final Set<Kind> BY_PREFIX = Set.of(Kind.RELATIVE_PATH, Kind.NOT_A_PATH);

  private final WordReader words;
  private final boolean knowsShell;
  private final List<Command> commands = new ArrayList<>();
  private final List<CommandFlaw> flaws = new ArrayList<>();
  private int wordFlawsTold;

  CommandReader(Value value, int version) {
    this.words = new WordReader(value, Words.Mode.COMMAND);
    this.knowsShell = version >= SHELL_SINCE;
  }

  CommandLine read() {
    boolean goesOn = true;
    while (goesOn && !words.atEnd()) {
      goesOn = command();
    }
    return new CommandLine(commands, flaws);
  }

  /** Reads a command and the semicolon behind it; false where systemd leaves off. */
  private boolean command() {
    var word = words.next();
    if (word.isEmpty()) {
      // Prefixes are looked at later, so this never refuses the unit.
      tellWordFlaws(Effect.DROPS_LINE);
      return false;
    }
    if (word.get().text().equals(";")) {
      tell(Kind.EMPTY_COMMAND, Effect.SILENT, word.get().place());
      return true;
    }
    var start = start(word.get());
    return path(start) && arguments(start);
  }

  private Start start(Word word) {
    var prefixes = new LinkedHashMap<Prefix, Place>();
    int at = 0;
    for (; at < word.text().length(); at++) {
      var prefix = prefix(word.text().charAt(at), prefixes.keySet());
      if (prefix.isEmpty()) {
        break;
      }
      var place = word.at(at, at + 1);
      if (prefix.get() == Prefix.AMBIENT) {
        place = prefixes.remove(Prefix.KEEP_USER).to(place);
      }
      prefixes.put(prefix.get(), place);
    }
    return new Start(word, prefixes, word.without(at));
  }

  /** The prefix that the character is behind those found; empty where it begins the path. */
  private Optional<Prefix> prefix(char c, Set<Prefix> found) {
    return Prefix.of(c)
        .map(p -> p == Prefix.KEEP_USER && found.contains(p) ? Prefix.AMBIENT : p)
        .filter(p -> isFree(p, found));
  }

  private boolean isFree(Prefix prefix, Set<Prefix> found) {
    return switch (prefix) {
      case SHELL -> knowsShell && !found.contains(prefix);
      case FULL_PRIVILEGES, KEEP_USER -> Collections.disjoint(found, RIGHTS);
      default -> !found.contains(prefix);
    };
  }

  /** Looks at the path; false where systemd leaves off. */
  private boolean path(Start start) {
    if (start.has(Prefix.SHELL)) {
      tellWordFlaws(Effect.WARNS);
      return true;
    }
    var path = new CommandPath(start.path);
    var refusal = path.refusal();
    var misplaced =
        misplaced(start).filter(m -> refusal.filter(r -> !BY_PREFIX.contains(r)).isEmpty());
    if (refusal.filter(Kind.UNSAFE_CHARACTER::equals).isPresent()) {
      // A backslash that stayed is such a character: said once is enough.
      wordFlawsTold = words.flaws().size();
    }
    tellWordFlaws(Effect.WARNS);
    var effect = refusal.isPresent() ? start.bad() : Effect.SILENT;
    if (misplaced.isPresent()) {
      tell(misplaced.get(), effect, start.path.at(0, 1));
    } else if (refusal.isPresent()) {
      boolean empty = refusal.get() == Kind.EMPTY_PATH;
      tell(refusal.get(), effect, empty ? start.word.place() : path.place(refusal.get()));
    } else {
      path.variable().ifPresent(place -> tell(Kind.VARIABLE_IN_PATH, effect, place));
    }
    return refusal.isEmpty();
  }

  /** Why a prefix counts as the start of the path; empty where none does. */
  private Optional<Kind> misplaced(Start start) {
    String path = start.path.text();
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return Prefix.of(path.charAt(0))
        .map(
            prefix -> {
              if (prefix == Prefix.SHELL && !knowsShell) {
                return Kind.NEWER_PREFIX;
              }
              boolean doubled =
                  start.has(prefix) || prefix == Prefix.KEEP_USER && start.has(Prefix.AMBIENT);
              return doubled ? Kind.DOUBLED_PREFIX : Kind.CONFLICTING_PREFIXES;
            });
  }

  /** Reads the words behind the path up to a semicolon; false where systemd leaves off. */
  private boolean arguments(Start start) {
    var arguments = new ArrayList<Word>();
    while (!words.atEnd() && words.take(";", ";").isEmpty()) {
      var word = words.take("\\;", ";").or(words::next);
      tellWordFlaws(word.isPresent() ? Effect.WARNS : start.bad());
      if (word.isEmpty()) {
        return false;
      }
      arguments.add(word.get());
    }
    Optional<Word> argv0 = Optional.empty();
    if (start.has(Prefix.ARGV0) && !start.has(Prefix.SHELL)) {
      if (arguments.isEmpty()) {
        tell(Kind.MISSING_ARGV0, start.bad(), start.word.place());
        return false;
      }
      argv0 = Optional.of(arguments.remove(0));
    }
    commands.add(new Command(start.prefixes, start.path, argv0, arguments));
    return true;
  }

  private void tellWordFlaws(Effect effect) {
    var all = words.flaws();
    for (; wordFlawsTold < all.size(); wordFlawsTold++) {
      var flaw = all.get(wordFlawsTold);
      var kind =
          switch (flaw.kind()) {
            case UNCLOSED_QUOTE -> Kind.UNCLOSED_QUOTE;
            case UNKNOWN_ESCAPE -> Kind.UNKNOWN_ESCAPE;
            case TRAILING_BACKSLASH -> Kind.TRAILING_BACKSLASH;
          };
      tell(kind, effect, flaw.place());
    }
  }

  private void tell(Kind kind, Effect effect, Place place) {
    flaws.add(new CommandFlaw(kind, effect, place));
  }

  /** The first word of a command: its prefixes and the rest. */
  private record Start(Word word, Map<Prefix, Place> prefixes, Word path) {
    boolean has(Prefix prefix) {
      return prefixes.containsKey(prefix);
    }

    /** What systemd does about a bad command. */
    Effect bad() {
      return has(Prefix.IGNORE_FAILURE) ? Effect.DROPS_LINE : Effect.REFUSES_UNIT;
    }
  }
}
