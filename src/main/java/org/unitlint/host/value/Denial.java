package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.OptionalInt;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * What a system call does that a filter refuses. See systemd.exec(5), SystemCallErrorNumber=.
 *
 * @param errno the error that it returns; empty where the process is killed
 */
public record Denial(OptionalInt errno) {
  /** The process is killed. */
  public static final Denial KILL = new Denial(OptionalInt.empty());

  static final Grammar<Denial> GRAMMAR = Denial::parse;

  private static final int HIGHEST = 4095;

  /** The error of that name in any case, or of that number from {@code least} on. */
  static OptionalInt errno(String text, int least, Catalog catalog) {
    var named = catalog.errnos().numberInAnyCase(text);
    return named.isPresent() ? named : Integers.parse(text, least, HIGHEST);
  }

  private static Parsed<Denial> parse(Text text, ValueContext context) {
    if (text.is("kill")) {
      return Parsed.of(KILL);
    }
    var errno = errno(text.text(), 1, context.catalog());
    return errno.isPresent()
        ? Parsed.of(new Denial(errno))
        : Parsed.flawed(unknown(Effect.LINE, text, context));
  }

  /** What is wrong with a text that is no error. */
  static ValueFlaw unknown(Effect effect, Text text, ValueContext context) {
    if (Integers.parse(text.text()).isPresent()) {
      return ValueFlaw.of(
              effect,
              text.place(),
              "`%s` is the number of no error in `%s=`",
              text.text(),
              context.name())
          .help("numbers of errors go from 1 to 4095");
    }
    var names = new ArrayList<>(context.catalog().errnos().all().keySet());
    names.add("kill");
    return new KnownWords("error", "Errno", names).alone(effect, text, context);
  }
}
