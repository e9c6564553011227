package org.unitlint.host.xinetd;

import java.util.Optional;
import java.util.regex.Pattern;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;

/** The intervals of {@code access_times}. */
final class Times {
  private static final Pattern INTERVAL = Pattern.compile("([0-9]+):([0-9]+)-([0-9]+):([0-9]+)");

  private Times() {}

  /** What is wrong with them, if they are refused. */
  static Optional<Trouble> read(XinetdAttribute line, Draft draft) {
    for (Value word : line.values()) {
      if (!isInterval(word.text())) {
        return Optional.of(draft.trouble(TroubleKind.BAD_INTERVAL, word.place(), word.text()));
      }
    }
    return Optional.empty();
  }

  private static boolean isInterval(String text) {
    var found = INTERVAL.matcher(text);
    if (!found.matches()) {
      return false;
    }
    int from = minute(found.group(1), found.group(2));
    int to = minute(found.group(3), found.group(4));
    return from >= 0 && from < to;
  }

  /** The minute of the day; negative for none. */
  private static int minute(String hours, String minutes) {
    var hour = CNumbers.signed(hours).filter(h -> h <= 23);
    var minute = CNumbers.signed(minutes).filter(m -> m <= 59);
    return hour.isEmpty() || minute.isEmpty() ? -1 : (int) (hour.get() * 60 + minute.get());
  }
}
