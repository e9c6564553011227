package org.unitlint.syntax;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.source.Place;

/**
 * One command of a command line. See systemd.service(5), "Command lines".
 *
 * @param prefixes in the order in which they are written
 * @param path of the program, or its name alone; specifiers are still in. With {@link Prefix#SHELL}
 *     the first word for the shell, which may be empty
 * @param argv0 what the program is to be called, with {@link Prefix#ARGV0}
 * @param arguments the other words
 */
public record Command(
    Map<Prefix, Place> prefixes, Word path, Optional<Word> argv0, List<Word> arguments) {
  public Command {
    prefixes = Collections.unmodifiableMap(new LinkedHashMap<>(prefixes));
    arguments = List.copyOf(arguments);
  }

  /** What may stand before the path. */
  public enum Prefix {
    /** {@code -}: failure counts as success. */
    IGNORE_FAILURE("-"),
    /** {@code @}: the word behind the path is the name of the process. */
    ARGV0("@"),
    /** {@code :}: variables are not replaced. */
    NO_VARIABLES(":"),
    /** {@code +}: with full privileges. */
    FULL_PRIVILEGES("+"),
    /** {@code !}: without change of user and group. */
    KEEP_USER("!"),
    /** {@code !!}: the same where there are no ambient capabilities; nothing since 258. */
    AMBIENT("!!"),
    /** {@code |}: by a shell; since 258. */
    SHELL("|");

    private final String sign;

    Prefix(String sign) {
      this.sign = sign;
    }

    /** How it is written. */
    public String sign() {
      return sign;
    }

    /** The prefix of this one character. */
    static Optional<Prefix> of(char c) {
      return Stream.of(values()).filter(p -> p.sign.equals(String.valueOf(c))).findFirst();
    }
  }

  /** Whether it has the prefix. */
  public boolean has(Prefix prefix) {
    return prefixes.containsKey(prefix);
  }

  /** Whether the path begins with a specifier, so that only its value tells what path it is. */
  public boolean startsWithSpecifier() {
    return CommandPath.startsWithSpecifier(path.text());
  }

  /** The variables in the words behind the path, in order; none with {@code :}. */
  public List<Variable> variables() {
    if (has(Prefix.NO_VARIABLES)) {
      return List.of();
    }
    return Stream.concat(argv0.stream(), arguments.stream())
        .flatMap(word -> Variable.in(word).stream())
        .toList();
  }

  /** From the first prefix, or the path, to the last word. */
  public Place place() {
    var words = Stream.concat(argv0.stream(), arguments.stream()).map(Word::place);
    return Stream.concat(prefixes.values().stream(), words).reduce(path.place(), Place::to);
  }
}
