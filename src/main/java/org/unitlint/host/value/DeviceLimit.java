package org.unitlint.host.value;

import java.util.Optional;
import java.util.function.BiFunction;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * A limit for one device. See systemd.resource-control(5).
 *
 * @param path of the device, or of a file on it
 * @param limit a weight, a rate, or the time to wait in microseconds; -1 for no limit
 */
public record DeviceLimit(String path, long limit) {
  private static final int LONGEST_PATH = 4095;
  private static final int LONGEST_NAME = 255;

  /** Reads a path, then what {@code limit} reads. */
  static Grammar<DeviceLimit> grammar(BiFunction<Text, ValueContext, Parsed<Long>> limit) {
    return (text, context) -> parse(text, context, limit);
  }

  private static Parsed<DeviceLimit> parse(
      Text text, ValueContext context, BiFunction<Text, ValueContext, Parsed<Long>> limit) {
    var word = FirstWord.of(text, 0, FirstWord.BLANKS);
    if (word.isEmpty()) {
      return Parsed.flawed(
          ValueFlaw.of(Effect.LINE, text.place(), "a quote is open in `%s=`", context.name())
              .help("close it"));
    }
    var rest = text.from(word.get().next());
    if (rest.isEmpty()) {
      return Parsed.flawed(
          ValueFlaw.of(
                  Effect.LINE,
                  text.place(),
                  "`%s=` needs a device and a limit, `%s` is but one word",
                  context.name(),
                  text)
              .help("write the path of a device, a blank and the limit"));
    }
    var path = context.expand(word.get().word());
    var flaw = path.flatMap(p -> pathFlaw(p, context));
    if (flaw.isPresent()) {
      return Parsed.flawed(flaw.get());
    }
    var read = limit.apply(rest, context);
    return path.isEmpty()
        ? new Parsed<>(Optional.empty(), read.flaws())
        : read.map(l -> new DeviceLimit(path.get().text(), l));
  }

  private static Optional<ValueFlaw> pathFlaw(Text path, ValueContext context) {
    boolean dots = false;
    boolean tooLong = path.text().length() > LONGEST_PATH;
    boolean named = path.text().startsWith("/");
    for (String part : path.text().split("/")) {
      dots |= part.equals("..");
      named |= !part.isEmpty() && !part.equals(".");
      tooLong |= part.length() > LONGEST_NAME;
    }
    if (named && !dots && !tooLong) {
      return Optional.empty();
    }
    return Optional.of(
        ValueFlaw.of(Effect.LINE, path.place(), "`%s` is no path for `%s=`", path, context.name())
            .help(
                dots
                    ? "write the path without `..`"
                    : "write the path of a device, as `/dev/sda`"));
  }

  /** A rate in units of 1000, which is above 0. */
  static Parsed<Long> rate(Text text, ValueContext context) {
    var bounds = context.catalog().numberBounds(context.directive().name());
    boolean endless = bounds.isEmpty();
    if (endless && text.is("infinity")) {
      return Parsed.of(-1L);
    }
    var rate = Size.parse(text.text(), Size.DECIMAL);
    return rate.isPresent() && rate.getAsLong() != 0
        ? Parsed.of(rate.getAsLong())
        : Parsed.flawed((endless ? Amounts.RATE : Amounts.FINITE_RATE).flaw(text, context));
  }

  /** The time that a request may take. */
  static Parsed<Long> latency(Text text, ValueContext context) {
    return TimeSpans.parse(text, context).map(TimeSpan::micros);
  }
}
