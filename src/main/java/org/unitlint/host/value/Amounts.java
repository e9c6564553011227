package org.unitlint.host.value;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.unitlint.catalog.NumberBounds;
import org.unitlint.host.value.Amount.Sort;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;

/**
 * Sizes, counts and percentages. See systemd.resource-control(5).
 *
 * @param whole what a number without percent sign counts
 * @param lowest number that may stand there, unless the catalog says otherwise
 * @param lowestShare percentage that may stand there, in ten-thousandths
 * @param highestShare the like; negative where a percentage means nothing
 * @param word that stands for no limit, or for none at all; empty if no word does
 */
record Amounts(Optional<Sort> whole, long lowest, long lowestShare, long highestShare, String word)
    implements Grammar<Amount> {
  private static final int ALL = 10_000;
  private static final int UNBOUNDED = Integer.MAX_VALUE;
  private static final String NO_LIMIT = "infinity";

  static final Amounts SIZE = new Amounts(Optional.of(Sort.BYTES), 0, 0, -1, "");
  static final Amounts MEMORY = new Amounts(Optional.of(Sort.BYTES), 1, 1, ALL, NO_LIMIT);
  static final Amounts QUOTA = new Amounts(Optional.of(Sort.BYTES), 0, 0, ALL, "off");
  static final Amounts PERCENT = new Amounts(Optional.empty(), 0, 0, ALL, "");
  static final Amounts PROCESSORS = new Amounts(Optional.empty(), 0, 1, UNBOUNDED, "");
  static final Amounts TASKS = new Amounts(Optional.of(Sort.COUNT), 1, 0, ALL, NO_LIMIT);
  static final Amounts OF_PROCESS = new Amounts(Optional.of(Sort.BYTES), 0, 0, -1, NO_LIMIT);
  static final Amounts RATE = new Amounts(Optional.of(Sort.BYTES), 1, 0, -1, NO_LIMIT);
  static final Amounts FINITE_RATE = new Amounts(Optional.of(Sort.BYTES), 1, 0, -1, "");
  static final Amounts COUNT = new Amounts(Optional.of(Sort.COUNT), 0, 0, -1, NO_LIMIT);

  private static final Set<String> ENDLESS =
      Set.of("unlimited", "none", "never", "inf", "max", "off", "no", "infinity", "infinite", "-1");

  /** Each at the number of decimals that may stand before it. */
  private static final String SIGNS = "\u2031\u2030%";

  @Override
  public Parsed<Amount> parse(Text written, ValueContext context) {
    return context.expand(written).map(text -> read(text, context)).orElseGet(Parsed::unknown);
  }

  private Parsed<Amount> read(Text text, ValueContext context) {
    var amount = amount(text.text());
    if (amount.isEmpty()) {
      return Parsed.flawed(flaw(text, context));
    }
    boolean share = amount.get().sort() == Sort.SHARE;
    long least = share ? lowestShare(context) : lowest(context);
    boolean counted = share || amount.get().sort() == whole.orElse(Sort.OFF);
    return counted && Long.compareUnsigned(amount.get().number(), least) < 0
        ? Parsed.flawed(outOfRange(text, context))
        : Parsed.of(amount.get());
  }

  private long lowest(ValueContext context) {
    return context
        .catalog()
        .numberBounds(context.directive().name())
        .map(NumberBounds::lowest)
        .orElse(lowest);
  }

  private long lowestShare(ValueContext context) {
    return whole.isPresent() && lowest(context) == 0 ? 0 : lowestShare;
  }

  private Optional<Amount> amount(String text) {
    if (!word.isEmpty() && text.equals(word)) {
      return Optional.of(new Amount(word.equals(NO_LIMIT) ? Sort.INFINITE : Sort.OFF, 0));
    }
    var share = highestShare < 0 ? OptionalLong.empty() : share(text);
    if (share.isPresent() && share.getAsLong() <= highestShare) {
      return Optional.of(new Amount(Sort.SHARE, share.getAsLong()));
    }
    var number =
        whole.isEmpty()
            ? OptionalLong.empty()
            : whole.get() == Sort.BYTES
                ? Size.parse(text, Size.BINARY)
                : CNumber.unsigned(text, highestShare < 0 ? 0xFFFF_FFFFL : -2L);
    boolean fits = number.isPresent() && (word.isEmpty() || number.getAsLong() != -1L);
    return fits ? Optional.of(new Amount(whole.get(), number.getAsLong())) : Optional.empty();
  }

  /** The ten-thousandths that a percentage stands for, as systemd's parse_permyriad reads it. */
  static OptionalLong share(String text) {
    int end = text.length() - 1;
    int places = end < 0 ? -1 : SIGNS.indexOf(text.charAt(end));
    if (places < 0) {
      return OptionalLong.empty();
    }
    int point = places == 0 ? -1 : text.indexOf('.');
    int decimals = point < 0 ? 0 : end - point - 1;
    if (point >= 0
        && (decimals < 1 || decimals > places || CNumber.skipDigits(text, point + 1) != end)) {
      return OptionalLong.empty();
    }
    long scale = places == 0 ? 1 : places == 1 ? 10 : 100;
    long parts = 0;
    for (int i = 0; i < places && point >= 0; i++) {
      parts = parts * 10 + (i < decimals ? text.charAt(point + 1 + i) - '0' : 0);
    }
    long most = (Integer.MAX_VALUE - parts) / scale;
    var whole = CNumber.signed(text.substring(0, point < 0 ? end : point), 0, most);
    return whole.isPresent()
        ? OptionalLong.of(whole.getAsLong() * scale + parts)
        : OptionalLong.empty();
  }

  private ValueFlaw outOfRange(Text text, ValueContext context) {
    return of(text, "`%s` is out of range in `%s=`", text, context.name()).help(advice(context));
  }

  private static ValueFlaw of(Text text, String message, Object... arguments) {
    return ValueFlaw.of(Effect.LINE, text.place(), message, arguments);
  }

  /** What is wrong with a text that systemd does not take. */
  ValueFlaw flaw(Text text, ValueContext context) {
    return Slips.empty(text, context)
        .or(() -> Slips.of(text, context, t -> amount(t).isPresent()))
        .or(() -> wordFlaw(text, context))
        .or(() -> shareFlaw(text, context))
        .or(() -> commaFlaw(text, context))
        .or(() -> unitFlaw(text, context))
        .or(() -> orderFlaw(text, context))
        .orElseGet(
            () -> {
              boolean number = number(text.text()) == text.text().length();
              return number
                  ? outOfRange(text, context)
                  : of(text, "`%s` is no %s in `%s=`", text, noun(), context.name())
                      .help(advice(context));
            });
  }

  private boolean isRate() {
    return whole.filter(s -> s == Sort.BYTES).isPresent() && lowest > 0 && highestShare < 0;
  }

  private String noun() {
    return isRate()
        ? "rate"
        : whole.map(s -> s == Sort.BYTES ? "size" : "whole number").orElse("percentage");
  }

  private String advice(ValueContext context) {
    String start =
        whole.isEmpty()
            ? "write a percentage" + (lowestShare > 0 ? " above 0%" : " from 0% to 100%")
            : whole.get() == Sort.BYTES
                ? isRate() ? "write a rate such as `5M`" : "write a size such as `512M`"
                : "write a whole number from " + lowest(context) + " on";
    boolean alsoShare = whole.isPresent() && highestShare > 0;
    return start
        + (alsoShare ? word.isEmpty() ? " or a percentage" : ", a percentage" : "")
        + (word.isEmpty() ? "" : " or `" + word + "`");
  }

  /** Other words for no limit. */
  private Optional<ValueFlaw> wordFlaw(Text text, ValueContext context) {
    if (!ENDLESS.contains(text.text().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    if (word.equals(NO_LIMIT)) {
      boolean certain = text.text().equalsIgnoreCase(NO_LIMIT) || text.is("unlimited");
      return Optional.of(
          of(text, "`%s` is not how `%s=` spells no limit", text, context.name())
              .help("write `infinity`")
              .instead(NO_LIMIT, certain));
    }
    boolean quota = whole.isEmpty() && highestShare == UNBOUNDED;
    return quota
        ? Optional.of(
            of(text, "`%s` is no percentage in `%s=`", text, context.name())
                .help("drop the line, or leave the value empty to take back an earlier limit"))
        : Optional.empty();
  }

  private Optional<ValueFlaw> shareFlaw(Text text, ValueContext context) {
    String trimmed = text.text();
    int end = trimmed.length() - 1;
    if (SIGNS.indexOf(trimmed.charAt(end)) >= 0) {
      return Optional.of(highestShare < 0 ? noShare(text, context) : wrongShare(text, context));
    }
    boolean lacksSign = whole.isEmpty() && share(trimmed + "%").isPresent();
    if (!lacksSign) {
      return Optional.empty();
    }
    var flaw = of(text, "`%s` lacks a percent sign in `%s=`", text, context.name());
    return Optional.of(
        trimmed.indexOf('.') < 0 && amount(trimmed + "%").isPresent()
            ? flaw.help("write `" + trimmed + "%`").instead(trimmed + "%", true)
            : flaw.help(advice(context)));
  }

  private ValueFlaw noShare(Text text, ValueContext context) {
    return of(text, "`%s=` takes no percentage", context.name()).help(advice(context));
  }

  private ValueFlaw wrongShare(Text text, ValueContext context) {
    String sign = text.text().substring(text.text().length() - 1);
    String digits = text.text().substring(0, text.text().length() - 1);
    String tight = digits.strip() + sign;
    if (!tight.equals(text.text()) && amount(tight).isPresent()) {
      var blank = text.at(digits.strip().length(), digits.length());
      return ValueFlaw.of(
              Effect.LINE, blank, "a blank stands before the percent sign in `%s=`", context.name())
          .help("write `" + tight + "`")
          .fix("write `" + tight + "`", true, new Edit(blank, ""));
    }
    int point = digits.indexOf('.');
    int places = SIGNS.indexOf(sign);
    boolean numeric = number(digits) == digits.length();
    if (numeric && point >= 0 && digits.length() - point - 1 > places) {
      return of(text, "`%s` has too many decimals for `%s=`", text, context.name())
          .help(places == 2 ? "write two decimals at most" : "write one decimal at most");
    }
    if (numeric) {
      return highestShare == ALL && !digits.startsWith("-")
          ? of(text, "`%s` is more than 100%% in `%s=`", text, context.name()).help(advice(context))
          : outOfRange(text, context);
    }
    return of(text, "`%s` is no percentage in `%s=`", text, context.name()).help(advice(context));
  }

  /** A comma in place of a decimal point. */
  private Optional<ValueFlaw> commaFlaw(Text text, ValueContext context) {
    int comma = text.text().indexOf(',');
    if (comma < 1 || text.text().indexOf(',', comma + 1) >= 0) {
      return Optional.empty();
    }
    String mended = text.text().replace(',', '.');
    if (amount(mended).isEmpty()) {
      return Optional.empty();
    }
    boolean thousands = CNumber.skipDigits(text.text(), comma + 1) == comma + 4;
    return Optional.of(
        ValueFlaw.of(
                Effect.LINE,
                text.at(comma, comma + 1),
                "a comma is no decimal point in `%s=`",
                context.name())
            .help("write `" + mended + "`")
            .instead(".", !thousands));
  }

  /** A unit that systemd does not know, or has no use for here. */
  private Optional<ValueFlaw> unitFlaw(Text text, ValueContext context) {
    int start = 0;
    if (whole.filter(s -> s == Sort.BYTES).isPresent()) {
      var size = new Size(text.text(), Size.BINARY);
      size.read();
      start = size.at();
    } else if (whole.isEmpty()) {
      return Optional.empty();
    }
    return SizeUnits.flaw(text, start, context, whole.get() == Sort.BYTES);
  }

  /** A part with a unit that is not smaller than that before it. */
  private Optional<ValueFlaw> orderFlaw(Text text, ValueContext context) {
    var size = new Size(text.text(), Size.BINARY);
    size.read();
    int at = CNumber.skipBlanks(text.text(), size.at());
    while (at > 0 && isOfItem(text.text(), at) && text.text().charAt(at - 1) != ' ') {
      at--;
    }
    boolean further =
        !whole.equals(Optional.of(Sort.COUNT))
            && at > 0
            && at < text.text().length()
            && CNumber.isDigit(text.text().charAt(at));
    return further
        ? Optional.of(
            of(
                    text.from(at),
                    "`%s` has no smaller unit than what stands before it in `%s=`",
                    text.from(at),
                    context.name())
                .help("begin with the largest unit, as in `1G 512M`"))
        : Optional.empty();
  }

  /** Whether a number with a unit goes on there. */
  private static boolean isOfItem(String text, int at) {
    return at < text.length() && (at == 0 || Character.isLetterOrDigit(text.charAt(at - 1)));
  }

  /** Where the number ends that the text begins with, with or without a fraction. */
  private static int number(String text) {
    int at = CNumber.skipBlanks(text, 0);
    at += at < text.length() && "+-".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
    int end = CNumber.skipDigits(text, at);
    return end > at && end < text.length() && text.charAt(end) == '.'
        ? CNumber.skipDigits(text, end + 1)
        : end > at ? end : 0;
  }
}
