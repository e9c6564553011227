package org.unitlint.host.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.unitlint.catalog.KindChange;
import org.unitlint.catalog.Nearest;
import org.unitlint.host.Booleans;
import org.unitlint.host.value.ValueFlaw.Effect;

/** Truth. See systemd.syntax(7), "Introduction". */
final class Flag {
  static final Grammar<Boolean> GRAMMAR = Flag::parse;

  private static final List<String> USUAL = List.of("yes", "true", "no", "false");
  private static final Map<String, String> MEANT =
      Map.of("enable", "yes", "enabled", "yes", "disable", "no", "disabled", "no");

  private Flag() {}

  private static Parsed<Boolean> parse(Text text, ValueContext context) {
    return Booleans.parse(text.text())
        .map(Parsed::of)
        .orElseGet(() -> Parsed.flawed(flaw(text, context)));
  }

  private static ValueFlaw flaw(Text text, ValueContext context) {
    return Slips.of(text, context, t -> Booleans.parse(t).isPresent())
        .or(() -> tooNew(text, context))
        .orElseGet(() -> neither(text, context));
  }

  /** A word that later versions know. */
  private static Optional<ValueFlaw> tooNew(Text text, ValueContext context) {
    return context
        .directive()
        .valueKindChange()
        .filter(c -> c.version() > context.version() && isWord(text, c, context))
        .map(
            c ->
                ValueFlaw.of(
                        Effect.LINE,
                        text.place(),
                        "`%s` in `%s=` needs systemd %d",
                        text,
                        context.name(),
                        c.version())
                    .help("write `yes` or `no` for older versions"));
  }

  private static boolean isWord(Text text, KindChange change, ValueContext context) {
    return context
        .catalog()
        .valueKind(change.kind())
        .flatMap(k -> k.words())
        .flatMap(w -> w.word(text.text()))
        .isPresent();
  }

  private static ValueFlaw neither(Text text, ValueContext context) {
    var flaw =
        ValueFlaw.of(
            Effect.LINE,
            text.place(),
            "`%s` is neither true nor false in `%s=`",
            text.text(),
            context.name());
    var meant =
        Optional.ofNullable(MEANT.get(text.text().toLowerCase(Locale.ROOT)))
            .or(() -> Nearest.certain(text.text(), USUAL));
    return meant.isPresent()
        ? flaw.help("write `" + meant.get() + "`").instead(meant.get(), true)
        : flaw.help("write `yes` or `no`");
  }
}
