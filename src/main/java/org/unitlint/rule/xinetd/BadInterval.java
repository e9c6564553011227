package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;

/** An interval of {@code access_times} begins and ends on one day, from 0:00 to 23:59. */
final class BadInterval implements ValueRule {
  private static final RuleInfo INFO =
      new RuleInfo("X205", "bad-access-times", ERROR, "interval that xinetd refuses");
  private static final Pattern INTERVAL =
      Pattern.compile("([0-9]{1,2}:[0-9]{2})-([0-9]{1,2}:[0-9]{2})");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.BAD_INTERVAL);
  }

  @Override
  public Stream<Diagnostic> found(Trouble trouble, XinetdView view) {
    var place = trouble.place();
    String word = trouble.word(0);
    var found = found(place, word);
    return Stream.of(found);
  }

  private static Diagnostic found(Place place, String word) {
    var interval = INTERVAL.matcher(word);
    if (!interval.matches()) {
      return INFO.at(place, "`%s` is no interval of times", word)
          .help("write HOUR:MINUTE-HOUR:MINUTE, such as `8:30-17:00`");
    }
    int from = minute(interval.group(1));
    int to = minute(interval.group(2));
    if (to == 24 * 60 && from >= 0) {
      String until = interval.group(1) + "-23:59";
      return INFO.at(place, "`%s` ends at 24:00, but 23:59 is the last minute", word)
          .help("write `" + until + "`")
          .fix("write `" + until + "`", true, new Edit(place, until));
    }
    if (from < 0 || to < 0 || to > 24 * 60) {
      return INFO.at(place, "`%s` has a time that no day has", word)
          .help("hours go from 0 to 23, minutes to 59");
    }
    if (from == to) {
      return INFO.at(place, "`%s` ends when it begins", word)
          .help("write an end behind the beginning");
    }
    String split = interval.group(1) + "-23:59" + (to == 0 ? "" : " 0:00-" + interval.group(2));
    return INFO.at(place, "`%s` runs past midnight, which no interval may", word)
        .help("write `" + split + "`")
        .fix("split it at midnight", false, new Edit(place, split));
  }

  /** The minute of the day; negative for none. */
  private static int minute(String time) {
    int colon = time.indexOf(':');
    int hour = Integer.parseInt(time.substring(0, colon));
    int minute = Integer.parseInt(time.substring(colon + 1));
    return minute > 59 || hour > 24 ? -1 : hour * 60 + minute;
  }
}
