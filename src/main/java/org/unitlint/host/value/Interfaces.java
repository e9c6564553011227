package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.host.value.ValueFlaw.Effect;

/** Names of network interfaces. See systemd.socket(5), BindToDevice=. */
final class Interfaces {
  static final Grammar<String> ONE = Interfaces::one;
  static final Grammar<InterfaceFilter> LIST = Interfaces::list;

  private static final int LONGEST = 15;

  private Interfaces() {}

  private static Parsed<String> one(Text text, ValueContext context) {
    return isName(text.text())
        ? Parsed.of(text.text())
        : Parsed.flawed(flaw(text, text.text(), Effect.LINE, context));
  }

  private static Parsed<InterfaceFilter> list(Text text, ValueContext context) {
    boolean inverted = text.text().startsWith("~");
    var pieces = EscapedWords.of(inverted ? text.from(1) : text, true);
    var names = new ArrayList<String>();
    var flaws = new ArrayList<ValueFlaw>();
    for (EscapedWords.Piece word : pieces.words()) {
      boolean taken = isName(word.text());
      if (taken) {
        names.add(word.text());
      }
      if (!taken || word.text().startsWith("~") || word.text().indexOf(',') >= 0) {
        flaws.add(flaw(word.written(), word.text(), taken ? Effect.SILENT : Effect.WORD, context));
      }
    }
    pieces.rest().ifPresent(rest -> flaws.add(Lists.broken(rest, context)));
    return new Parsed<>(Optional.of(new InterfaceFilter(inverted, names)), flaws);
  }

  private static ValueFlaw flaw(Text place, String name, Effect effect, ValueContext context) {
    var flaw =
        ValueFlaw.of(
            effect,
            place.place(),
            "`%s` is no name of a network interface in `%s=`",
            name,
            context.name());
    if (name.startsWith("~")) {
      return flaw.help("write `~` once, in front of the first name, for all of the line");
    }
    if (name.indexOf(',') >= 0 && effect != Effect.LINE) {
      String right = String.join(" ", name.split(",+"));
      return flaw.help("write `" + right + "`").instead(right, true);
    }
    return name.length() > LONGEST
        ? flaw.help("such a name has " + LONGEST + " characters at most")
        : flaw.help("write a name such as `eth0`; `ip link` lists them");
  }

  /** Whether an interface can have that name. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && !List.of(".", "..", "all", "default").contains(name)
        && name.chars().allMatch(c -> c > ' ' && c < 0x7F && ":/%".indexOf(c) < 0)
        && !Unsigned.isDecimal(name)
        && Unsigned.parse(name, Integer.MAX_VALUE).orElse(0) == 0;
  }

  /** Whether it is a name or a number of an interface. */
  static boolean isScope(String name) {
    long number = Unsigned.parse(name.stripLeading(), Integer.MAX_VALUE).orElse(0);
    return number > 0 || isName(name) && name.indexOf('#') < 0;
  }
}
