package org.unitlint.host.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.UnitName;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.host.value.WordCutter.Way;

/** Names of units and on the bus. See systemd.unit(5) and systemd.service(5), BusName=. */
final class Names {
  static final Grammar<String> ON_THE_BUS = Names::onTheBus;
  static final Grammar<UnitName> UNIT = Names::unit;
  static final Grammar<List<UnitName>> UNITS = Names::units;

  private static final int LONGEST_BUS_NAME = 255;
  private static final String EXCLUDING = "not-";
  private static final Set<Way> PLAIN = Set.of(Way.KEEP_ESCAPES);
  private static final Set<Way> QUOTED = Set.of(Way.KEEP_ESCAPES, Way.UNQUOTE);

  private Names() {}

  private static Parsed<String> onTheBus(Text text, ValueContext context) {
    var expanded = context.expand(text);
    if (expanded.isEmpty()) {
      return Parsed.unknown();
    }
    var name = expanded.get();
    if (isBusName(name.text())) {
      return Parsed.of(name.text());
    }
    var flaw =
        ValueFlaw.of(
            Effect.LINE,
            text.place(),
            "`%s` in `%s=` cannot be a name on the bus",
            name,
            context.name());
    String inner = name.text().replaceAll("^[\"']|[\"']$", "");
    return Parsed.flawed(
        isBusName(inner)
            ? flaw.help("drop the quotes").instead(inner, true)
            : flaw.help(
                "take at least two parts with dots between them, of letters, digits, `_` and `-`,"
                    + " none with a digit first"));
  }

  /** As service_name_is_valid() of systemd. */
  private static boolean isBusName(String name) {
    boolean unique = name.startsWith(":");
    boolean dot = true;
    boolean anyDot = false;
    for (int i = unique ? 1 : 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (c == '.' ? dot : digit ? dot && !unique : !(Variables.isNamePart(c) || c == '-')) {
        return false;
      }
      dot = c == '.';
      anyDot |= dot;
    }
    return anyDot && !dot && name.length() <= LONGEST_BUS_NAME;
  }

  /** One name, of a type that is asked for. */
  private static Parsed<UnitName> unit(Text text, ValueContext context) {
    var expanded = context.expand(text);
    if (expanded.isEmpty()) {
      return Parsed.unknown();
    }
    var name = UnitName.parse(expanded.get().text());
    return name.filter(n -> isWanted(n, context))
        .map(Parsed::of)
        .orElseGet(() -> bad(text, context));
  }

  private static boolean isWanted(UnitName name, ValueContext context) {
    String wanted = context.argument();
    if (wanted.isEmpty()) {
      return true;
    }
    boolean excluding = wanted.startsWith(EXCLUDING);
    String type = excluding ? wanted.substring(EXCLUDING.length()) : wanted;
    boolean plain =
        name.isPlain()
            || name.type() != UnitType.SLICE && !(type.equals("service") && name.isTemplate());
    return plain && name.type().suffix().equals(type) != excluding;
  }

  private static <T> Parsed<T> bad(Text text, ValueContext context) {
    return Parsed.flawed(bad(text, context, Effect.LINE));
  }

  private static ValueFlaw bad(Text text, ValueContext context, Effect effect) {
    return ValueFlaw.of(
        effect, text.place(), "`%s` is no name of a unit that `%s=` takes", text, context.name());
  }

  private static Parsed<List<UnitName>> units(Text text, ValueContext context) {
    var found = new Found<UnitName>();
    var words = new WordCutter(text);
    boolean install = context.section().equals("Install") && !context.name().equals("Also");
    boolean sockets = context.directive().name().equals("Sockets");
    var ways = install ? QUOTED : sockets ? Set.<Way>of() : PLAIN;
    for (var word = words.next(WordCutter.BLANKS, ways);
        word.isPresent();
        word = words.next(WordCutter.BLANKS, ways)) {
      var expanded = context.expand(word.get().text());
      var name = expanded.flatMap(e -> UnitName.parse(e.text()));
      Optional<UnitName> wanted = name.filter(n -> isWanted(n, context));
      wanted.ifPresent(found::value);
      if (expanded.isPresent() && wanted.isEmpty()) {
        found.flaw(bad(word.get().written(), context, Effect.WORD));
      }
    }
    if (words.isBroken()) {
      found.flaw(words.flaw(context, Effect.REST));
    }
    return found.parsed();
  }
}
