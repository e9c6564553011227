package org.unitlint.host.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options of a line, with commas between them. See fstab(5), "The fourth field".
 *
 * @param text as written, octal escapes taken out
 */
record FstabOptions(String text) {
  /**
   * An option that was looked for.
   *
   * @param value what stands behind its equals sign, if it has one
   */
  record Found(Optional<String> value) {}

  /** Whether one of the options is there, with or without a value. */
  boolean has(String... names) {
    return !lastName(names).isEmpty();
  }

  /** Whether of two opposed options the first is the last that is there. */
  boolean isOn(String yes, String no) {
    return lastName(yes, no).equals(yes);
  }

  /** The name of the last option which is one of these; a backslash hides a comma. */
  private String lastName(String... names) {
    String found = "";
    int start = 0;
    while (start <= text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != ',') {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      end = Math.min(end, text.length());
      for (String name : names) {
        int behind = start + name.length();
        if (behind <= end && text.startsWith(name, start) && isNameEnd(behind)) {
          found = name;
          break;
        }
      }
      start = end + 1;
    }
    return found;
  }

  private boolean isNameEnd(int at) {
    return at == text.length() || text.charAt(at) == '=' || text.charAt(at) == ',';
  }

  /** The last option which is one of these. */
  Optional<Found> last(String... names) {
    Optional<Found> last = Optional.empty();
    for (String option : Split.betweenCommas(text)) {
      for (String name : names) {
        if (isNamed(option, name)) {
          last = Optional.of(new Found(value(option, name)));
          break;
        }
      }
    }
    return last;
  }

  private static boolean isNamed(String option, String name) {
    return option.startsWith(name)
        && (option.length() == name.length() || option.charAt(name.length()) == '=');
  }

  private static Optional<String> value(String option, String name) {
    return option.length() == name.length()
        ? Optional.empty()
        : Optional.of(option.substring(name.length() + 1));
  }

  /** The values of all options of that name which have one. */
  List<String> values(String name) {
    var values = new ArrayList<String>();
    for (String option : Split.betweenCommas(text)) {
      if (isNamed(option, name)) {
        value(option, name).ifPresent(values::add);
      }
    }
    return values;
  }

  /** All but the options of these names. */
  FstabOptions without(String... names) {
    var kept = new ArrayList<String>();
    for (String option : Split.betweenCommas(text)) {
      boolean dropped = false;
      for (String name : names) {
        dropped |= isNamed(option, name);
      }
      if (!dropped) {
        kept.add(option.replace(",", "\\,"));
      }
    }
    return new FstabOptions(String.join(",", kept));
  }

  /** These and one more at the end. */
  FstabOptions with(String option) {
    return new FstabOptions(text.isEmpty() ? option : text + "," + option);
  }
}
