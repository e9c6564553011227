package org.unitlint.host.value;

import java.util.Optional;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;

/**
 * Conditions and asserts. Only paths are looked at when the unit is loaded; what else is wrong
 * shows when it starts. See systemd.unit(5), "Conditions and Asserts".
 */
final class Conditions {
  static final Grammar<Condition> GRAMMAR = (text, context) -> new Conditions(text, context).read();

  private final Text text;
  private final ValueContext context;
  private final String kind;
  private final boolean path;

  private Conditions(Text text, ValueContext context) {
    this.text = text;
    this.context = context;
    this.kind = context.argument();
    this.path = kind.startsWith("path");
  }

  private Parsed<Condition> read() {
    String all = text.text();
    boolean trigger = all.startsWith("|");
    int at = trigger ? skip(1) : 0;
    boolean negated = all.startsWith("!", at);
    at = negated ? skip(at + 1) : at;
    var rest = text.from(at);
    var signs = signs(rest, at);
    if (signs.isPresent()) {
      boolean refused = signs.get().effect().refuses();
      return refused ? Parsed.flawed(signs.get()) : condition(trigger, negated, rest, signs);
    }
    if (path) {
      var parsed = PathCheck.absolute(rest, context, Effect.LINE);
      var named = parsed.map(p -> new Condition(trigger, negated, kind, p));
      return parsed.flaws().isEmpty()
          ? SinglePath.odd(named, rest, context, kind.equals("path-glob"))
          : named;
    }
    var expanded = context.expand(rest);
    return condition(
        trigger, negated, rest, expanded.flatMap(e -> ConditionCheck.flaw(e, kind, context)));
  }

  private Parsed<Condition> condition(
      boolean trigger, boolean negated, Text rest, Optional<ValueFlaw> flaw) {
    var value = context.expand(rest).map(e -> new Condition(trigger, negated, kind, e.text()));
    return new Parsed<>(value, flaw.stream().toList());
  }

  /** Blanks may follow a sign, but not before a path. */
  private int skip(int start) {
    int at = start;
    while (!path && at < text.text().length() && isBlank(at)) {
      at++;
    }
    return at;
  }

  private boolean isBlank(int at) {
    return WordCutter.BLANKS.indexOf(text.text().charAt(at)) >= 0;
  }

  /** What is wrong with the signs before the value, of which all but the value is read. */
  private Optional<ValueFlaw> signs(Text rest, int at) {
    var effect = path ? Effect.LINE : Effect.SILENT;
    String all = text.text();
    if (rest.isEmpty()) {
      return Optional.of(
          flaw(effect, text, "`%s=` has nothing behind `%s`", all).help("write what must hold"));
    }
    char next = rest.text().charAt(0);
    int end = at;
    while (end < all.length() && (isBlank(end) || "|!".indexOf(all.charAt(end)) >= 0)) {
      end++;
    }
    var signs = text.part(0, end);
    if (next == '|' || next == '!') {
      String right =
          (signs.text().indexOf('|') >= 0 ? "|" : "") + (signs.text().indexOf('!') >= 0 ? "!" : "");
      return Optional.of(
          flaw(effect, signs, "`%s=` takes one `|` and one `!` behind it, not `%s`", signs.text())
              .help("write `" + right + "`")
              .fix(
                  "write `" + right + "`",
                  right.length() == signs.text().replaceAll("\\s", "").length(),
                  new Edit(signs.place(), right)));
    }
    return path && isBlank(at) && at > 0
        ? Optional.of(
            flaw(Effect.LINE, text.part(at, end), "`%s=` takes no blank before its path", "")
                .help("drop the blank")
                .fix("drop the blank", true, new Edit(text.at(at, end), "")))
        : Optional.empty();
  }

  private ValueFlaw flaw(Effect effect, Text where, String message, String shown) {
    return ValueFlaw.of(effect, where.place(), message, context.name(), shown);
  }
}
