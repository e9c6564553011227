package org.unitlint.host.value;

import java.util.Optional;
import java.util.Set;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.host.value.WordCutter.Cut;
import org.unitlint.host.value.WordCutter.Way;

/** Comparisons in conditions that are read word by word when the unit starts. */
final class Comparisons {
  private static final int LONGEST_FILE_NAME = 255;
  private static final int WHOLE = 10_000;
  private static final String OPERATOR_SIGNS = "!<=>$";
  private static final Set<Way> QUOTED = Set.of(Way.UNQUOTE);
  private static final Set<Way> PLAIN = Set.of();
  private static final Set<String> PERIODS = Set.of("10sec", "1min", "5min");

  private final Text text;
  private final ValueContext context;
  private final WordCutter words;

  private Comparisons(Text text, ValueContext context) {
    this.text = text;
    this.context = context;
    this.words = new WordCutter(text);
  }

  /** See condition_test_kernel_version(). */
  static Optional<ValueFlaw> version(Text text, ValueContext context) {
    return new Comparisons(text, context).version();
  }

  /** See condition_test_osrelease(). */
  static Optional<ValueFlaw> osRelease(Text text, ValueContext context) {
    return new Comparisons(text, context).osRelease();
  }

  /** See condition_test_psi(). */
  static Optional<ValueFlaw> pressure(Text text, ValueContext context) {
    return new Comparisons(text, context).pressure();
  }

  /** See condition_test_firmware_smbios_field(). */
  static Optional<ValueFlaw> smbios(Text text, ValueContext context) {
    return new Comparisons(text, context).smbios();
  }

  private Optional<Cut> next(Set<Way> ways) {
    return words.next(WordCutter.BLANKS, ways);
  }

  private ValueFlaw flaw(Text where, String message) {
    return ValueFlaw.of(Effect.LATE, where.place(), message, where, context.name());
  }

  private Optional<ValueFlaw> broken() {
    return words.isBroken() ? Optional.of(words.flaw(context, Effect.LATE)) : Optional.empty();
  }

  private Optional<ValueFlaw> version() {
    boolean first = true;
    for (var word = next(QUOTED); word.isPresent(); word = next(QUOTED)) {
      String comparison = word.get().text().text().strip();
      int end = Operator.end(comparison, 0, Operator.ALL);
      boolean alone = comparison.substring(end).isBlank();
      if (alone && (!first || next(PLAIN).isEmpty())) {
        return words.isBroken() ? broken() : Optional.of(alone(word.get(), first));
      }
      first = false;
    }
    return broken();
  }

  private ValueFlaw alone(Cut operator, boolean first) {
    var flaw = flaw(operator.written(), "no version behind `%s` in `%s=`");
    return first
        ? flaw.help("write the version behind it")
        : flaw.help("write the version behind it without a blank, as only the first may have one");
  }

  private Optional<ValueFlaw> osRelease() {
    for (var word = next(QUOTED); word.isPresent(); word = next(QUOTED)) {
      if (!isField(word.get().text().text())) {
        return Optional.of(
            flaw(word.get().written(), "`%s` compares no field of os-release in `%s=`")
                .help("write a field, an operator and a value, without blanks: `ID=debian`"));
      }
    }
    return broken();
  }

  private static boolean isField(String comparison) {
    int name = 0;
    while (name < comparison.length() && Variables.isNamePart(comparison.charAt(name))) {
      name++;
    }
    int end = Operator.end(comparison, name, Operator.ALL);
    return Variables.isName(comparison.substring(0, name))
        && end > name
        && end < comparison.length()
        && WordCutter.BLANKS.indexOf(comparison.charAt(end)) < 0;
  }

  private Optional<ValueFlaw> pressure() {
    var first = words.next(":", PLAIN);
    var second = first.flatMap(f -> words.next(":", PLAIN));
    if (words.isBroken()) {
      return broken();
    }
    var limit = second.or(() -> first).map(Cut::text).orElse(text);
    var parts = new WordCutter(limit);
    var percent = parts.next("/", PLAIN);
    var period = percent.flatMap(p -> parts.next("/", PLAIN));
    if (parts.isBroken()) {
      return Optional.of(parts.flaw(context, Effect.LATE));
    }
    var share = percent.map(p -> p.text().strip()).orElse(limit);
    if (period.filter(p -> !isPeriod(p.text().text())).isPresent()) {
      return Optional.of(
          flaw(period.get().text(), "`%s` is no period of `%s=`")
              .help("write `10sec`, `1min` or `5min`"));
    }
    return isShare(share.text())
        ? Optional.empty()
        : Optional.of(
            flaw(share, "`%s` is no share of time in `%s=`")
                .help("write a percentage from `0%` to `100%`, its sign included"));
  }

  /** Only how it starts is read. */
  private static boolean isPeriod(String text) {
    return PERIODS.stream().anyMatch(text.stripLeading()::startsWith);
  }

  /** As parse_permyriad() of systemd: percent, per mille, or of ten thousand. */
  private static boolean isShare(String text) {
    if (text.length() > LONGEST_FILE_NAME || text.isEmpty()) {
      return false;
    }
    int decimals = "‱‰%".indexOf(text.charAt(text.length() - 1));
    if (decimals < 0) {
      return false;
    }
    int end = text.length() - 1;
    int dot = text.indexOf('.');
    int whole = dot < 0 ? end : dot;
    boolean digits =
        dot < 0 || end <= dot + 1 + decimals && Unsigned.isDecimal(text.substring(dot + 1, end));
    var number = Integers.parse(text.substring(0, whole), 0, WHOLE);
    if (!digits || number.isEmpty()) {
      return false;
    }
    int most = WHOLE / (int) Math.pow(10, decimals);
    boolean more = dot >= 0 && text.substring(dot + 1, end).chars().anyMatch(c -> c != '0');
    return number.getAsInt() < most || number.getAsInt() == most && !more;
  }

  private Optional<ValueFlaw> smbios() {
    String all = text.text();
    int start = 0;
    while (start < all.length() && OPERATOR_SIGNS.indexOf(all.charAt(start)) >= 0) {
      start++;
    }
    int name = start;
    while (name < all.length() && OPERATOR_SIGNS.indexOf(all.charAt(name)) < 0) {
      name += all.charAt(name) == '\\' && name + 1 < all.length() ? 2 : 1;
    }
    String field = all.substring(start, name).strip();
    int end = Operator.end(all, name, Operator.ALL);
    boolean named =
        !field.isEmpty()
            && field.length() <= LONGEST_FILE_NAME
            && field.indexOf('/') < 0
            && !field.equals(".")
            && !field.equals("..");
    if (named && end > name) {
      var value = new WordCutter(text.from(end));
      boolean one = value.next(WordCutter.BLANKS, QUOTED).isPresent() && value.atEnd();
      if (one && !value.isBroken()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        flaw(text, "`%s` compares no field of the firmware in `%s=`")
            .help("write a field, an operator and a value, in quotes if it holds blanks"));
  }
}
