package org.unitlint.host.value;

import java.util.Optional;
import java.util.OptionalLong;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * Whole numbers. Their range is, in this order, that of the catalog, that of the kind of value, or
 * these.
 */
record WholeNumber(long lowest, long highest) implements Grammar<Long> {
  static final WholeNumber UNSIGNED = new WholeNumber(0, 0xFFFF_FFFFL);
  static final WholeNumber SIGNED = new WholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE);
  static final WholeNumber WEIGHT = new WholeNumber(1, 10_000);

  private static final String IDLE = "idle";

  /** The first version that knows the weight of those who run only when nobody else does. */
  private static final int IDLE_SINCE = 252;

  private record Range(long lowest, long highest) {
    String advice() {
      if (highest < Integer.MAX_VALUE) {
        return "write a whole number from " + lowest + " to " + highest;
      }
      return lowest == 0 ? "write a whole number from 0 on" : "write a whole number";
    }
  }

  @Override
  public Parsed<Long> parse(Text text, ValueContext context) {
    return parse(text, context, range(context));
  }

  private Range range(ValueContext context) {
    int dots = context.argument().indexOf("..");
    var usual =
        dots < 0
            ? new Range(lowest, highest)
            : new Range(
                Long.parseLong(context.argument().substring(0, dots)),
                Long.parseLong(context.argument().substring(dots + 2)));
    return context
        .catalog()
        .numberBounds(context.directive().name())
        .map(b -> new Range(b.lowest(), b.highest()))
        .orElse(usual);
  }

  /** The weight of processes among their neighbours, which may be {@code idle}; that is 0. */
  static Parsed<Long> cpuWeight(Text text, ValueContext context) {
    if (!text.text().equalsIgnoreCase(IDLE)) {
      return WEIGHT.parse(text, context);
    }
    if (context.version() < IDLE_SINCE) {
      return Parsed.flawed(
          ValueFlaw.of(
                  Effect.LINE,
                  text.place(),
                  "`%s` in `%s=` needs systemd %d",
                  text,
                  context.name(),
                  IDLE_SINCE)
              .help("write a whole number from 1 to 10000"));
    }
    return text.is(IDLE)
        ? Parsed.of(0L)
        : Parsed.flawed(
            ValueFlaw.of(
                    Effect.LINE, text.place(), "unknown word `%s` in `%s=`", text, context.name())
                .help("write `idle`")
                .instead(IDLE, true));
  }

  private static Parsed<Long> parse(Text text, ValueContext context, Range range) {
    var number = CNumber.signed(text.text(), range.lowest, range.highest);
    if (number.isEmpty()) {
      return Parsed.flawed(flaw(text, context, range));
    }
    var parsed = Parsed.of(number.getAsLong());
    return octal(text, number.getAsLong(), context).map(parsed::with).orElse(parsed);
  }

  /** Zeros before a number make it octal, which few people mean. */
  static Optional<ValueFlaw> octal(Text text, long number, ValueContext context) {
    var decimal = decimal(text.text());
    if (decimal.isEmpty() || decimal.getAsLong() == number) {
      return Optional.empty();
    }
    return Optional.of(
        ValueFlaw.of(
                Effect.SILENT,
                text.place(),
                "`%s` is octal in `%s=` and means %s",
                text,
                context.name(),
                number)
            .help("write the number without zeros before it")
            .instead(decimal.getAsLong() + "", false));
  }

  /** What digits behind a zero mean to people. */
  private static OptionalLong decimal(String text) {
    boolean digits =
        text.length() > 1
            && text.length() < 19
            && text.charAt(0) == '0'
            && CNumber.skipDigits(text, 0) == text.length();
    return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  private static ValueFlaw outOfRange(Text text, ValueContext context) {
    return ValueFlaw.of(
        Effect.LINE, text.place(), "`%s` is out of range in `%s=`", text, context.name());
  }

  private static ValueFlaw flaw(Text text, ValueContext context, Range range) {
    var slip =
        Slips.of(text, context, t -> CNumber.signed(t, range.lowest, range.highest).isPresent());
    return slip.orElseGet(() -> flaw(text, context, range.advice()));
  }

  /** What is wrong with a text that should be a number in some range. */
  static ValueFlaw flaw(Text text, ValueContext context, String advice) {
    if (CNumber.signed(text.text(), Long.MIN_VALUE, Long.MAX_VALUE).isPresent()
        || CNumber.skipDigits(text.text(), 0) == text.text().length()
            && decimal(text.text()).isEmpty()) {
      return outOfRange(text, context).help(advice);
    }
    var decimal = decimal(text.text());
    if (decimal.isPresent()) {
      return ValueFlaw.of(
              Effect.LINE,
              text.place(),
              "`%s` begins with 0 in `%s=` as octal numbers do, but is none",
              text,
              context.name())
          .help("write `" + decimal.getAsLong() + "`")
          .instead(decimal.getAsLong() + "", true);
    }
    return SizeUnits.flaw(text, 0, context, false)
        .orElseGet(
            () ->
                ValueFlaw.of(
                        Effect.LINE,
                        text.place(),
                        "`%s` is no whole number in `%s=`",
                        text,
                        context.name())
                    .help(advice));
  }
}
