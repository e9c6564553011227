package org.unitlint.host.value;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;

/** Reads spans of time, and says what is wrong with one. See systemd.time(7). */
final class TimeSpans {
  private static final Set<String> ENDLESS =
      Set.of("infinity", "infinite", "inf", "unlimited", "forever", "never", "none", "-1");

  /** What people write in place of systemd's units, in small letters. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("mins", "min"),
          Map.entry("mn", "min"),
          Map.entry("minuts", "min"),
          Map.entry("minutess", "min"),
          Map.entry("secs", "s"),
          Map.entry("hrs", "h"),
          Map.entry("milliseconds", "ms"),
          Map.entry("millisecond", "ms"),
          Map.entry("millis", "ms"),
          Map.entry("msecs", "ms"),
          Map.entry("microseconds", "us"),
          Map.entry("microsecond", "us"),
          Map.entry("usecs", "us"),
          Map.entry("wk", "w"),
          Map.entry("wks", "w"),
          Map.entry("yr", "y"),
          Map.entry("yrs", "y"),
          Map.entry("mo", "month"),
          Map.entry("mos", "month"));

  /** What calendar events begin with, in small letters. */
  private static final Set<String> CALENDAR_WORDS =
      Set.of(
          "minutely",
          "hourly",
          "daily",
          "weekly",
          "monthly",
          "yearly",
          "annually",
          "quarterly",
          "semiannually");

  private static final String UNITS =
      "the units are `us`, `ms`, `s`, `min`, `h`, `d`, `w`, `month` and `y`";

  private TimeSpans() {}

  /** A span, seconds where no unit stands. */
  static Parsed<TimeSpan> parse(Text written, ValueContext context) {
    return context.expand(written).map(t -> read(t, context)).orElseGet(Parsed::unknown);
  }

  private static Parsed<TimeSpan> read(Text text, ValueContext context) {
    var span = TimeSpan.parse(text.text());
    if (span.isEmpty()) {
      return Parsed.flawed(flaw(text, context));
    }
    var parsed = Parsed.of(span.get());
    return Months.meantAsMinutes(text, context).map(parsed::with).orElse(parsed);
  }

  /** A span of nanoseconds. */
  static Parsed<NanoSpan> parseNanos(Text text, ValueContext context) {
    var nanos = TimeSpan.parseNanos(text.text());
    return nanos.isPresent()
        ? Parsed.of(new NanoSpan(nanos.getAsLong()))
        : Parsed.flawed(flaw(text, context));
  }

  /** What is wrong with a text that is no span. */
  static ValueFlaw flaw(Text text, ValueContext context) {
    return Slips.empty(text, context)
        .or(() -> Slips.of(text, context, t -> TimeSpan.parse(t).isPresent()))
        .or(() -> endless(text, context))
        .or(() -> clock(text, context))
        .or(() -> comma(text, context))
        .or(() -> unit(text, context))
        .orElseGet(() -> other(text, context));
  }

  private static Optional<ValueFlaw> endless(Text text, ValueContext context) {
    if (!ENDLESS.contains(text.text().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    boolean certain = text.text().equalsIgnoreCase("infinity") || text.is("unlimited");
    return Optional.of(
        noSpan(text, context)
            .help("write `infinity` if it is to have no end")
            .instead("infinity", certain));
  }

  private static ValueFlaw noSpan(Text text, ValueContext context) {
    return ValueFlaw.of(
        Effect.LINE, text.place(), "`%s` is no time span in `%s=`", text, context.name());
  }

  /** Hours, minutes and seconds between colons. */
  private static Optional<ValueFlaw> clock(Text text, ValueContext context) {
    String[] parts = text.text().split(":", 5);
    boolean digits = parts.length == 2 || parts.length == 3;
    for (String part : parts) {
      digits &= !part.isEmpty() && CNumber.skipDigits(part, 0) == part.length();
    }
    if (!digits || text.text().length() > 12) {
      return Optional.empty();
    }
    if (parts.length == 3) {
      long seconds = 0;
      for (String part : parts) {
        seconds = seconds * 60 + Long.parseLong(part);
      }
      String span = new TimeSpan(seconds * TimeSpan.SECOND).text();
      return Optional.of(noSpan(text, context).help("write `" + span + "`").instead(span, true));
    }
    return Optional.of(
        noSpan(text, context)
            .help(
                String.format(
                    Locale.ROOT, "write `%1$smin %2$ss` or `%1$sh %2$smin`", parts[0], parts[1])));
  }

  private static Optional<ValueFlaw> comma(Text text, ValueContext context) {
    int comma = text.text().indexOf(',');
    if (comma < 1 || text.text().indexOf(',', comma + 1) >= 0) {
      return Optional.empty();
    }
    boolean blank = text.text().startsWith(" ", comma + 1);
    String mended =
        text.text().substring(0, comma) + (blank ? "" : ".") + text.text().substring(comma + 1);
    if (TimeSpan.parse(mended).isEmpty()) {
      return Optional.empty();
    }
    boolean thousands = CNumber.skipDigits(text.text(), comma + 1) == comma + 4;
    var place = text.at(comma, comma + 1);
    return Optional.of(
        ValueFlaw.of(
                Effect.LINE,
                place,
                blank ? "a comma has no place in `%s=`" : "a comma is no decimal point in `%s=`",
                context.name())
            .help("write `" + mended + "`")
            .fix("write `" + mended + "`", !thousands, new Edit(place, blank ? "" : ".")));
  }

  /** A word behind a number that is none of systemd's units. */
  private static Optional<ValueFlaw> unit(Text text, ValueContext context) {
    String all = text.text();
    var reader = new TimeSpan.Reader(all, 1, TimeSpan.SECOND);
    reader.read();
    int from = wordStart(all, reader.at());
    int to = wordEnd(all, from);
    boolean behindNumber = from > 0 && to > from && hasNumber(all, from);
    String word = all.substring(from, to);
    if (!behindNumber || TimeSpan.isUnit(word)) {
      return Optional.empty();
    }
    var flaw =
        ValueFlaw.of(
            Effect.LINE,
            text.at(from, to),
            "unknown time unit `%s` in `%s=`",
            word,
            context.name());
    var meant = meant(word);
    boolean mends =
        meant
            .filter(m -> TimeSpan.parse(all.substring(0, from) + m + all.substring(to)).isPresent())
            .isPresent();
    return Optional.of(
        mends
            ? flaw.help("write `" + meant.get() + "`").instead(meant.get(), true)
            : flaw.help(UNITS));
  }

  private static Optional<String> meant(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".") && lower.length() > 1) {
      String bare = word.substring(0, word.length() - 1);
      return TimeSpan.isUnit(bare) ? Optional.of(bare) : meant(bare);
    }
    return TimeSpan.isUnit(lower) ? Optional.of(lower) : Optional.ofNullable(MEANT.get(lower));
  }

  /** Where the word begins that is at {@code at}, or behind the number that is there. */
  private static int wordStart(String text, int at) {
    boolean point = at > 0 && text.startsWith(".", at) && isLetter(text.charAt(at - 1));
    int start = point ? at - 1 : at;
    if (start < text.length() && isLetter(text.charAt(start))) {
      while (start > 0 && isLetter(text.charAt(start - 1))) {
        start--;
      }
      return start;
    }
    while (start < text.length() && "+.0123456789".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return CNumber.skipBlanks(text, start);
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end > start && end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c);
  }

  /** Whether a digit stands before the place, but for blanks. */
  private static boolean hasNumber(String text, int place) {
    int at = place;
    while (at > 0 && text.charAt(at - 1) == ' ') {
      at--;
    }
    return at > 0 && CNumber.isDigit(text.charAt(at - 1));
  }

  private static ValueFlaw other(Text text, ValueContext context) {
    String lower = text.text().toLowerCase(Locale.ROOT);
    if (CALENDAR_WORDS.contains(lower)) {
      return noSpan(text, context)
          .help(
              context.section().equals("Timer")
                  ? "write `OnCalendar=" + lower + "` for a timer that follows the calendar"
                  : "write a span such as `1min 30s`");
    }
    if (lower.startsWith("-") && TimeSpan.parse(lower.substring(1)).isPresent()) {
      return ValueFlaw.of(
              Effect.LINE, text.place(), "`%s` is less than nothing in `%s=`", text, context.name())
          .help("write a span such as `1min 30s`");
    }
    if (CNumber.skipDigits(lower, 0) > 11) {
      return ValueFlaw.of(
              Effect.LINE, text.place(), "`%s` is too long for `%s=`", text, context.name())
          .help("write `infinity` if it is to have no end");
    }
    return noSpan(text, context).help("write a span such as `1min 30s`");
  }
}
