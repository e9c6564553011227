package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * A signal. See signal(7).
 *
 * @param number from 1 to 64
 * @param name with {@code SIG}; those in real time are counted from {@code SIGRTMIN}
 */
public record Signal(int number, String name) {
  static final Grammar<Signal> GRAMMAR = Signal::parse;

  private static final int LAST = 64;
  private static final int REAL_TIME = 34;
  private static final int COUNT = LAST - REAL_TIME;

  /** The signal of that number; empty where there is none. */
  static Optional<Signal> of(int number, Catalog catalog) {
    if (number < 1 || number > LAST) {
      return Optional.empty();
    }
    String realTime = number == REAL_TIME ? "RTMIN" : "RTMIN+" + (number - REAL_TIME);
    // The two below SIGRTMIN belong to the C library and have no names.
    String name =
        number > REAL_TIME - 1
            ? realTime
            : catalog.signals().name(number).orElse(String.valueOf(number));
    return Optional.of(new Signal(number, "SIG" + name));
  }

  /** The signal of that name or number; empty where there is none. */
  static Optional<Signal> of(String text, Catalog catalog) {
    var number = Integers.parse(text);
    if (number.isPresent()) {
      return of(number.getAsInt(), catalog);
    }
    String name = bare(text);
    var known = catalog.signals().number(name);
    if (known.isPresent()) {
      return of(known.getAsInt(), catalog);
    }
    return realTime(name, "RTMIN", '+', REAL_TIME)
        .or(() -> realTime(name, "RTMAX", '-', LAST))
        .filter(n -> n >= REAL_TIME && n <= LAST)
        .flatMap(n -> of(n, catalog));
  }

  private static Optional<Integer> realTime(String name, String start, char sign, int base) {
    if (!name.startsWith(start)) {
      return Optional.empty();
    }
    String rest = name.substring(start.length());
    if (rest.isEmpty()) {
      return Optional.of(base);
    }
    var count = rest.charAt(0) == sign ? Integers.parse(rest, -COUNT, COUNT) : OptionalInt.empty();
    return count.isPresent() ? Optional.of(base + count.getAsInt()) : Optional.empty();
  }

  private static String bare(String name) {
    return name.startsWith("SIG") ? name.substring(3) : name;
  }

  private static Parsed<Signal> parse(Text text, ValueContext context) {
    var signal = of(text.text(), context.catalog());
    return signal.isPresent()
        ? Parsed.of(signal.get())
        : Parsed.flawed(flaw(Effect.LINE, text, context));
  }

  private static ValueFlaw flaw(Effect effect, Text text, ValueContext context) {
    String[] words = text.text().split("[ \t,|]+", 3);
    if (words.length > 1 && of(words[0], context.catalog()).isPresent()) {
      return ValueFlaw.of(
              effect, text.place(), "`%s=` takes one signal, not `%s`", context.name(), text.text())
          .help("keep the one that is meant");
    }
    if (Integers.parse(text.text()).isPresent()) {
      return ValueFlaw.of(
              effect,
              text.place(),
              "`%s` is the number of no signal in `%s=`",
              text.text(),
              context.name())
          .help("numbers of signals go from 1 to " + LAST);
    }
    return unknown(effect, text, context);
  }

  /** What is wrong with a word that is the name of no signal. */
  static ValueFlaw unknown(Effect effect, Text text, ValueContext context) {
    String name = bare(text.text().toUpperCase(Locale.ROOT));
    if (name.startsWith("RTMIN") || name.startsWith("RTMAX")) {
      return ValueFlaw.of(
              effect, text.place(), "unknown signal `%s` in `%s=`", text.text(), context.name())
          .help("those in real time go from `SIGRTMIN` to `SIGRTMIN+" + COUNT + "`");
    }
    var number = Integers.parse(name).stream().boxed().findFirst();
    if (number.flatMap(n -> of(n, context.catalog())).isPresent()) {
      String right = of(number.get(), context.catalog()).get().name();
      return ValueFlaw.of(
              effect, text.place(), "unknown signal `%s` in `%s=`", text.text(), context.name())
          .help("write `" + right + "` or `" + number.get() + "`")
          .instead(right, true);
    }
    return names(text.text(), context).alone(effect, text, context);
  }

  /** The names with or without {@code SIG}, as the text has it. */
  private static KnownWords names(String text, ValueContext context) {
    boolean full = text.regionMatches(true, 0, "SIG", 0, 3);
    var names = new ArrayList<String>();
    for (String name : context.catalog().signals().all().keySet()) {
      names.add(full ? "SIG" + name : name);
    }
    return new KnownWords("signal", "Signal", names);
  }
}
