package org.unitlint.host.value;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.unitlint.catalog.Nearest;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;

/** Says what is wrong with a text that is no calendar event. */
final class CalendarFlaws {
  /** Nobody writes so much on purpose; what is longer is not looked into. */
  private static final int LONGEST = 200;

  private static final Map<String, String> NICKNAMES =
      Map.of(
          "@hourly", "hourly",
          "@daily", "daily",
          "@midnight", "daily",
          "@weekly", "weekly",
          "@monthly", "monthly",
          "@yearly", "yearly",
          "@annually", "yearly",
          "midnight", "daily",
          "noon", "12:00");

  private final Text text;
  private final String all;
  private final ValueContext context;

  private CalendarFlaws(Text text, ValueContext context) {
    this.text = text;
    this.all = text.text();
    this.context = context;
  }

  /** What is wrong with it. */
  static ValueFlaw flaw(Text text, ValueContext context) {
    var flaws = new CalendarFlaws(text, context);
    return text.text().length() > LONGEST ? flaws.other() : flaws.find();
  }

  private ValueFlaw find() {
    return Slips.empty(text, context)
        .or(() -> Slips.of(text, context, CalendarFlaws::isEvent))
        .or(this::nickname)
        .or(this::cron)
        .or(this::span)
        .or(this::isoDate)
        .or(this::zone)
        .or(this::halfDay)
        .or(this::starStep)
        .or(this::weekday)
        .or(() -> CalendarFields.flaw(text, context))
        .or(this::word)
        .orElseGet(this::other);
  }

  private static boolean isEvent(String text) {
    return CalendarEvent.parse(text).isPresent();
  }

  private ValueFlaw other() {
    return noEvent().help("write one as in `Mon..Fri 08:30` or `*-*-01 04:00:00`");
  }

  private ValueFlaw noEvent() {
    return ValueFlaw.of(
        Effect.LINE, text.place(), "`%s` is no calendar event in `%s=`", text, context.name());
  }

  private ValueFlaw of(int start, int end, String message) {
    return ValueFlaw.of(
        Effect.LINE, text.at(start, end), message, all.substring(start, end), context.name());
  }

  private Optional<ValueFlaw> nickname() {
    if (all.equalsIgnoreCase("@reboot")) {
      return Optional.of(
          noEvent().help("write `OnBootSec=` with a time span to start after each boot"));
    }
    return Optional.ofNullable(NICKNAMES.get(all.toLowerCase(Locale.ROOT)))
        .map(n -> noEvent().help("write `" + n + "`").instead(n, true));
  }

  private Optional<ValueFlaw> cron() {
    if (!Cron.isLine(all)) {
      return Optional.empty();
    }
    var flaw =
        ValueFlaw.of(
            Effect.LINE,
            text.place(),
            "`%s` is the syntax of cron, which `%s=` does not read",
            text,
            context.name());
    return Optional.of(
        Cron.event(all)
            .map(e -> flaw.help("write `" + e + "`").instead(e, true))
            .orElseGet(() -> flaw.help("write dates as in `Mon..Fri 08:30` or `*-*-01 04:00:00`")));
  }

  /** A time span, which says how long and not when. */
  private Optional<ValueFlaw> span() {
    boolean unit = Character.isLetter(all.charAt(all.length() - 1));
    if (!unit || TimeSpan.parse(all).filter(s -> !s.isInfinite()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ValueFlaw.of(
                Effect.LINE,
                text.place(),
                "`%s` is a time span, but `%s=` takes dates",
                text,
                context.name())
            .help("write `OnUnitActiveSec=" + all + "`, or dates such as `*:0/5`"));
  }

  /** A letter between date and time, or signs other than hyphens in the date. */
  private Optional<ValueFlaw> isoDate() {
    int t = all.indexOf('T');
    boolean between =
        t > 0
            && t + 1 < all.length()
            && CNumber.isDigit(all.charAt(t - 1))
            && CNumber.isDigit(all.charAt(t + 1));
    if (between) {
      boolean utc = all.endsWith("Z");
      String time = all.substring(t + 1, utc ? all.length() - 1 : all.length());
      String mended = all.substring(0, t) + " " + time + (utc ? " UTC" : "");
      return mended(mended, of(t, t + 1, "`%s` has no place between date and time in `%s=`"), true);
    }
    int slash = all.indexOf('/');
    boolean year = slash == 4 && CNumber.skipDigits(all, 0) == 4 && all.indexOf('/', 5) > 0;
    return year ? mended(all.replace('/', '-'), noEvent(), true) : Optional.empty();
  }

  /** The flaw with the mended text, if that is an event. */
  private Optional<ValueFlaw> mended(String mended, ValueFlaw flaw, boolean safe) {
    return isEvent(mended)
        ? Optional.of(
            flaw.help("write `" + mended + "`")
                .fix("write `" + mended + "`", safe, new Edit(text.place(), mended)))
        : Optional.empty();
  }

  /** A last word that would be a time zone. */
  private Optional<ValueFlaw> zone() {
    int blank = all.lastIndexOf(' ');
    String word = all.substring(blank + 1);
    boolean rest = blank > 0 && isEvent(all.substring(0, blank));
    boolean letters = rest && word.length() > 2 && Character.isLetter(word.charAt(0));
    boolean offset = rest && !word.isEmpty() && "+-".indexOf(word.charAt(0)) >= 0;
    if (offset) {
      return Optional.of(
          of(blank + 1, all.length(), "an offset such as `%s` is no time zone in `%s=`")
              .help("write `UTC`, or a name such as `Europe/Berlin`"));
    }
    if (!letters || isHalf(word)) {
      return Optional.empty();
    }
    var flaw = of(blank + 1, all.length(), "unknown time zone `%s` in `%s=`");
    var near =
        TimeZones.names().stream()
            .filter(n -> n.equalsIgnoreCase(word))
            .findFirst()
            .or(() -> word.length() < 5 ? Optional.empty() : Nearest.of(word, TimeZones.names()));
    return Optional.of(
        near.map(n -> flaw.help("did you mean `" + n + "`?").instead(n, n.equalsIgnoreCase(word)))
            .orElseGet(
                () ->
                    word.length() < 5
                        ? flaw.note("a short name is known only where it is that of the machine")
                            .help("write a name such as `Europe/Berlin`, or `UTC`")
                        : flaw.help("write a name such as `Europe/Berlin`, or `UTC`")));
  }

  private static boolean isHalf(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.endsWith("am") || lower.endsWith("pm");
  }

  /** Times with am or pm. */
  private Optional<ValueFlaw> halfDay() {
    if (!isHalf(all)) {
      return Optional.empty();
    }
    int end = all.length() - 2;
    while (end > 0 && all.charAt(end - 1) == ' ') {
      end--;
    }
    int start = all.lastIndexOf(' ', end - 1) + 1;
    String[] parts = all.substring(start, end).split(":", 2);
    boolean hour = CNumber.skipDigits(parts[0], 0) == parts[0].length() && parts[0].length() < 3;
    int number = hour && !parts[0].isEmpty() ? Integer.parseInt(parts[0]) : 0;
    if (number < 1 || number > 12) {
      return Optional.empty();
    }
    boolean afternoon = Character.toLowerCase(all.charAt(all.length() - 2)) == 'p';
    String time =
        String.format(
            Locale.ROOT,
            "%02d:%s",
            number % 12 + (afternoon ? 12 : 0),
            parts.length > 1 ? parts[1] : "00");
    var flaw = of(start, all.length(), "`%s` is no time of day in `%s=`, which counts to 24");
    return isEvent(all.substring(0, start) + time)
        ? Optional.of(
            flaw.help("write `" + time + "`")
                .fix("write `" + time + "`", true, new Edit(text.at(start, all.length()), time)))
        : Optional.empty();
  }

  /** A step behind a star: systemd wants the number at which to begin. */
  private Optional<ValueFlaw> starStep() {
    int star = all.indexOf("*/");
    if (star < 0) {
      return Optional.empty();
    }
    var mended = new StringBuilder(all);
    for (int at = star; at >= 0; at = mended.indexOf("*/", at + 1)) {
      mended.setCharAt(at, isOfTime(at) ? '0' : '1');
    }
    int end = Math.max(star + 2, CNumber.skipDigits(all, star + 2));
    return mended(
        mended.toString(), of(star, end, "`%s` has no number to start from in `%s=`"), true);
  }

  private boolean isOfTime(int at) {
    int end = all.indexOf(' ', at);
    String rest = all.substring(all.lastIndexOf(' ', at) + 1, end < 0 ? all.length() : end);
    return rest.indexOf(':') >= 0;
  }

  /** Weekdays that are none, or run backwards. */
  private Optional<ValueFlaw> weekday() {
    int blank = all.indexOf(' ');
    int end = blank < 0 ? all.length() : blank;
    boolean letters = Character.isLetter(all.charAt(0));
    return letters && (blank < 0 || isEvent("Mon" + all.substring(blank)))
        ? Weekdays.flaw(text.part(0, end), context)
        : Optional.empty();
  }

  /** A word that is close to one for a whole event. */
  private Optional<ValueFlaw> word() {
    String near = Nearest.of(all, CalendarReader.shorthands()).orElse("");
    boolean period = all.length() > 2 && near.startsWith(all.toLowerCase(Locale.ROOT));
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of(
            noEvent()
                .help("did you mean `" + near + "`?")
                .instead(near, period || Nearest.distance(all, near) == 1));
  }
}
