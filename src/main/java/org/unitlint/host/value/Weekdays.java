package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.unitlint.catalog.Nearest;
import org.unitlint.host.value.ValueFlaw.Effect;

/** Says what is wrong with the weekdays of a calendar event. */
final class Weekdays {
  private static final List<String> SHORT =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> NAMES =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  /** What people write in place of systemd's names, in small letters. */
  private static final Map<String, String> MEANT =
      Map.of(
          "mo",
          "Mon",
          "tu",
          "Tue",
          "we",
          "Wed",
          "th",
          "Thu",
          "fr",
          "Fri",
          "sa",
          "Sat",
          "su",
          "Sun",
          "weekdays",
          "Mon..Fri",
          "weekend",
          "Sat,Sun",
          "weekends",
          "Sat,Sun");

  private Weekdays() {}

  /** The flaw of what stands in the place of weekdays; empty if it has little to do with them. */
  static Optional<ValueFlaw> flaw(Text text, ValueContext context) {
    String all = text.text();
    int start = 0;
    while (start < all.length()) {
      int end = start;
      while (end < all.length() && Character.isLetter(all.charAt(end))) {
        end++;
      }
      var word = text.part(start, end);
      if (!word.isEmpty() && day(word.text()) < 0) {
        return unknown(word, context);
      }
      start = end;
      while (start < all.length() && !Character.isLetter(all.charAt(start))) {
        start++;
      }
    }
    return backwards(text, context);
  }

  private static int day(String word) {
    for (int i = 0; i < NAMES.size(); i++) {
      if (word.equalsIgnoreCase(NAMES.get(i)) || word.equalsIgnoreCase(SHORT.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<ValueFlaw> unknown(Text word, ValueContext context) {
    String lower = word.text().toLowerCase(Locale.ROOT);
    boolean plural = lower.endsWith("s") && day(lower.substring(0, lower.length() - 1)) >= 0;
    var meant =
        plural
            ? Optional.of(SHORT.get(day(lower.substring(0, lower.length() - 1))))
            : Optional.ofNullable(MEANT.get(lower))
                .or(() -> prefix(lower))
                .or(() -> Nearest.certain(word.text(), NAMES));
    return meant.map(
        m ->
            ValueFlaw.of(
                    Effect.LINE,
                    word.place(),
                    "unknown weekday `%s` in `%s=`",
                    word,
                    context.name())
                .help("write `" + m + "`")
                .instead(m, true));
  }

  /** The weekday that begins so, as {@code Tues} does. */
  private static Optional<String> prefix(String lower) {
    for (int i = 0; i < NAMES.size() && lower.length() > 2; i++) {
      if (NAMES.get(i).toLowerCase(Locale.ROOT).startsWith(lower)) {
        return Optional.of(SHORT.get(i));
      }
    }
    return Optional.empty();
  }

  /** A range that goes over the end of the week. */
  private static Optional<ValueFlaw> backwards(Text text, ValueContext context) {
    String[] ends = text.text().split("\\.\\.|-", 3);
    if (ends.length != 2 || day(ends[0]) <= day(ends[1]) || day(ends[1]) < 0) {
      return Optional.empty();
    }
    var ranges = new ArrayList<String>();
    ranges.add(range(0, day(ends[1])));
    ranges.add(range(day(ends[0]), SHORT.size() - 1));
    String meant = String.join(",", ranges);
    return Optional.of(
        ValueFlaw.of(
                Effect.LINE,
                text.place(),
                "the range `%s` goes over the end of the week in `%s=`",
                text,
                context.name())
            .note("the week begins on Monday")
            .help("write `" + meant + "`")
            .instead(meant, true));
  }

  private static String range(int first, int last) {
    return first == last ? SHORT.get(first) : SHORT.get(first) + ".." + SHORT.get(last);
  }
}
