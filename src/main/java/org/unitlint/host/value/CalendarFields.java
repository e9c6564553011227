package org.unitlint.host.value;

import java.util.List;
import java.util.Optional;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;

/** Says which number of a calendar event is out of its range, or missing. */
final class CalendarFields {
  private enum Field {
    YEAR("year", CalendarEvent.FIRST_YEAR, CalendarEvent.LAST_YEAR),
    MONTH("month", 1, 12),
    DAY("day", 1, 31),
    DAY_FROM_END("day", 1, 28),
    HOUR("hour", 0, 23),
    MINUTE("minute", 0, 59),
    SECOND("second", 0, 59);

    private final String title;
    private final int lowest;
    private final int highest;

    Field(String title, int lowest, int highest) {
      this.title = title;
      this.lowest = lowest;
      this.highest = highest;
    }
  }

  private CalendarFields() {}

  /** The flaw of the first number that is out of range, or of a time that is but an hour. */
  static Optional<ValueFlaw> flaw(Text text, ValueContext context) {
    String all = text.text();
    for (int start = 0; start < all.length(); ) {
      int blank = all.indexOf(' ', start);
      int end = blank < 0 ? all.length() : blank;
      var found = word(text, start, end, context);
      if (found.isPresent()) {
        return found;
      }
      start = end + 1;
    }
    return Optional.empty();
  }

  private static Optional<ValueFlaw> word(Text text, int start, int end, ValueContext context) {
    String word = text.text().substring(start, end);
    if (word.isEmpty() || !CNumber.isDigit(word.charAt(0)) && word.charAt(0) != '*') {
      return Optional.empty();
    }
    boolean time = word.indexOf(':') >= 0;
    boolean date = word.indexOf('-') >= 0 || word.indexOf('~') >= 0;
    if (time == date) {
      return lone(text, start, end, context);
    }
    String[] parts = word.split(time ? ":" : "[-~]", 4);
    var fields =
        time
            ? List.of(Field.HOUR, Field.MINUTE, Field.SECOND)
            : List.of(
                Field.YEAR, Field.MONTH, word.indexOf('~') >= 0 ? Field.DAY_FROM_END : Field.DAY);
    int skipped = time ? 0 : Math.max(0, 3 - parts.length);
    int at = start;
    for (int i = 0; i < parts.length && i + skipped < fields.size(); i++) {
      var flaw = numbers(text, at, at + parts[i].length(), fields.get(i + skipped), context);
      if (flaw.isPresent()) {
        return flaw;
      }
      at += parts[i].length() + 1;
    }
    return Optional.empty();
  }

  private static Optional<ValueFlaw> numbers(
      Text text, int start, int end, Field field, ValueContext context) {
    String all = text.text();
    for (int at = start; at < end; ) {
      int stop = Math.min(end, CNumber.skipDigits(all, at));
      boolean step = at > start && all.charAt(at - 1) == '/';
      boolean fraction =
          at > start && all.charAt(at - 1) == '.' && (at < 2 || all.charAt(at - 2) != '.');
      if (stop > at && !fraction && !fits(all.substring(at, stop), field, step)) {
        return Optional.of(wrong(text, at, stop, field, step, context));
      }
      at = stop > at ? stop : at + 1;
    }
    return Optional.empty();
  }

  private static boolean fits(String digits, Field field, boolean step) {
    var number = CNumber.read(digits, 0, 10);
    boolean small = !number.tooLarge() && number.digits() >= 0 && number.digits() < 10_000;
    long value = small ? number.digits() : Long.MAX_VALUE;
    if (field == Field.YEAR && value < 100) {
      return true;
    }
    return step
        ? value > 0 && value <= field.highest - field.lowest
        : value >= field.lowest && value <= field.highest;
  }

  private static ValueFlaw wrong(
      Text text, int start, int end, Field field, boolean step, ValueContext context) {
    String number = text.text().substring(start, end);
    if (step) {
      return ValueFlaw.of(
              Effect.LINE,
              text.at(start, end),
              "the step `%s` leads to no other %s in `%s=`",
              number,
              field.title,
              context.name())
          .help(
              "a step is from 1 to " + (field.highest - field.lowest) + "; leave it out for none");
    }
    var flaw =
        ValueFlaw.of(
            Effect.LINE,
            text.at(start, end),
            "there is no %s `%s` in `%s=`",
            field.title,
            number,
            context.name());
    return field == Field.HOUR && number.equals("24")
        ? flaw.help("write `00`, at which the day begins")
        : flaw.help("a " + field.title + " is from " + field.lowest + " to " + field.highest);
  }

  /** A word without colon and hyphen, which may be an hour. */
  private static Optional<ValueFlaw> lone(Text text, int start, int end, ValueContext context) {
    String all = text.text();
    String mended = all.substring(0, end) + ":00" + all.substring(end);
    if (all.charAt(start) == '*' || CalendarEvent.parse(mended).isEmpty()) {
      return Optional.empty();
    }
    String hour = all.substring(start, end);
    return Optional.of(
        ValueFlaw.of(
                Effect.LINE,
                text.at(start, end),
                "the hour `%s` lacks its minutes in `%s=`",
                hour,
                context.name())
            .help("write `" + hour + ":00`")
            .fix("write `" + hour + ":00`", true, new Edit(text.at(end, end), ":00")));
  }
}
