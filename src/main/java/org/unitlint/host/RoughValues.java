package org.unitlint.host;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether systemd would take a value, as far as loading a unit depends on it. In doubt it would:
 * values with specifiers always pass.
 */
final class RoughValues {
  private static final Pattern SPAN =
      Pattern.compile(
          "(?:\\s*\\+?(?:\\d+(?:\\.\\d*)?|\\.\\d+)\\s*"
              + "(?:us|usec|µs|μs|ms|msec|s|sec|second|seconds|m|min|minute|minutes|h|hr|hour|hours"
              + "|d|day|days|w|week|weeks|M|month|months|y|year|years)?)+");
  private static final Pattern BUS_NAME =
      Pattern.compile("[A-Za-z_-][A-Za-z0-9_-]*(?:\\.[A-Za-z_-][A-Za-z0-9_-]*)+|:[\\w.-]+");
  private static final Pattern STATUS = Pattern.compile("\\d{1,3}|[A-Z][A-Z0-9_+-]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9*][^:~-]*");
  private static final Set<String> DAYS = Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Set<String> SHORTHANDS =
      Set.of(
          "minutely",
          "hourly",
          "daily",
          "weekly",
          "monthly",
          "yearly",
          "annually",
          "anually",
          "quarterly",
          "semiannually",
          "semi-annually",
          "biannually",
          "bi-annually");

  private RoughValues() {}

  private static boolean hasSpecifier(String text) {
    return text.indexOf('%') >= 0;
  }

  /** An absolute path that does not climb. */
  static boolean isPath(String text) {
    return hasSpecifier(text) || text.startsWith("/") && !("/" + text + "/").contains("/../");
  }

  /** See systemd.time(7), "Parsing Time Spans". */
  static boolean isTimeSpan(String text) {
    return hasSpecifier(text) || text.equals("infinity") || SPAN.matcher(text).matches();
  }

  /** See systemd.time(7), "Calendar Events"; only the sort of each word is looked at. */
  static boolean isCalendar(String text) {
    if (hasSpecifier(text) || text.startsWith("@")) {
      return true;
    }
    String[] words = text.split("\\s+");
    for (String word : words) {
      if (NUMBER.matcher(word).matches()) {
        return false;
      }
    }
    String first = words[0].toLowerCase(Locale.ROOT);
    return first.isEmpty()
        || !Character.isLetter(first.charAt(0))
        || SHORTHANDS.contains(first)
        || first.length() >= 3 && DAYS.contains(first.substring(0, 3));
  }

  /** A name on the bus. */
  static boolean isBusName(String text) {
    return hasSpecifier(text) || BUS_NAME.matcher(text).matches();
  }

  /** Whether a list holds at least one exit status or signal. */
  static boolean hasExitStatus(String text) {
    for (String word : text.split("\\s+")) {
      if (STATUS.matcher(word).matches()) {
        return true;
      }
    }
    return false;
  }

  /** A name or number of a user or group; nearly all names pass. */
  static boolean isUser(String text) {
    return hasSpecifier(text)
        || !text.equals(".")
            && !text.equals("..")
            && !text.equals("65535")
            && !text.equals("4294967295")
            && text.chars().noneMatch(c -> c == '/' || c == ':' || c < ' ');
  }
}
