package org.unitlint.host.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.unitlint.source.Source;

/** Reads {@code /etc/fstab} as the C library does. See getmntent(3). */
final class FstabLines {
  private static final int LINE_BUFFER = 4095;
  private static final int REST_BUFFER = 1023;
  private static final String[] ESCAPES = {"\\040", " ", "\\011", "\t", "\\012", "\n"};

  private final Source source;
  private final String bytes;
  private final List<FstabLine> lines = new ArrayList<>();
  private int at;
  private int charAt;
  private int check;

  private FstabLines(Source source) {
    this.source = source;
    this.bytes = Bytes.of(source.text());
  }

  static List<FstabLine> read(Source source) {
    var reader = new FstabLines(source);
    while (reader.at < reader.bytes.length()) {
      reader.line();
    }
    return reader.lines;
  }

  private void line() {
    int start = at;
    String line = take(LINE_BUFFER);
    int end = line.indexOf('\n');
    int zero = line.indexOf('\0');
    boolean cut = end < 0 || zero >= 0 && zero < end;
    if (cut) {
      line = zero < 0 ? line : line.substring(0, zero);
      skipRest();
    } else {
      line = trimEnd(line.substring(0, end));
    }
    int charStart = charAt;
    charAt += Bytes.text(bytes.substring(start, at)).length();
    String entry = line.substring(skip(line, 0));
    if (!entry.isEmpty() && entry.charAt(0) != '#') {
      int length = Bytes.text(line).length();
      entry(entry, charStart + length - Bytes.text(entry).length(), charStart + length);
    }
  }

  /** Step "fgets". */
  private String take(int most) {
    int limit = Math.min(bytes.length(), at + most);
    int stop = at;
    while (stop < limit && (stop == at || bytes.charAt(stop - 1) != '\n')) {
      stop++;
    }
    String taken = bytes.substring(at, stop);
    at = stop;
    return taken;
  }

  private void skipRest() {
    while (at < bytes.length()) {
      String rest = take(REST_BUFFER);
      int end = rest.indexOf('\n');
      int zero = rest.indexOf('\0');
      if (end >= 0 && (zero < 0 || end < zero)) {
        return;
      }
    }
  }

  private static String trimEnd(String line) {
    int end = line.length();
    while (end > 0 && isSeparator(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '\t';
  }

  private static int skip(String line, int from) {
    int at = from;
    while (at < line.length() && isSeparator(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private void entry(String line, int start, int end) {
    var fields = new String[] {"", "", "", ""};
    int next = 0;
    for (int i = 0; i < fields.length && next >= 0; i++) {
      next = i == 0 ? 0 : skip(line, next);
      int stop = next;
      while (stop < line.length() && !isSeparator(line.charAt(stop))) {
        stop++;
      }
      fields[i] = unescape(line.substring(next, stop));
      next = stop == line.length() ? -1 : stop + 1;
    }
    numbers(next < 0 ? "0" : line.substring(next));
    if (isHidden(fields)) {
      check = 0;
    } else {
      // A line may be cut off within a character.
      int last = source.text().length();
      lines.add(
          new FstabLine(
              fields[0],
              fields[1],
              fields[2],
              new FstabOptions(fields[3]),
              check,
              source.place(Math.min(start, last), Math.min(end, last))));
    }
  }

  /** The C library itself passes over these. */
  private static boolean isHidden(String[] fields) {
    if (!fields[2].equals("autofs")) {
      return false;
    }
    for (String option : fields[3].split(",")) {
      if (option.equals("ignore") || option.startsWith("ignore=")) {
        return true;
      }
    }
    return false;
  }

  private static String unescape(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    var plain = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); ) {
      int length = 1;
      String meaning = field.substring(i, i + 1);
      for (int e = 0; e < ESCAPES.length; e += 2) {
        if (field.startsWith(ESCAPES[e], i)) {
          length = ESCAPES[e].length();
          meaning = ESCAPES[e + 1];
        }
      }
      if (field.startsWith("\\\\", i)) {
        length = 2;
      } else if (field.startsWith("\\134", i)) {
        length = 4;
      }
      plain.append(meaning);
      i += length;
    }
    return plain.toString();
  }

  /** The two numbers; where nothing but blanks is left, the last line's second one still holds. */
  private void numbers(String text) {
    int start = skipSpace(text, 0);
    if (start == text.length()) {
      return;
    }
    int end = numberEnd(text, start);
    int second = skipSpace(text, end);
    int secondEnd = numberEnd(text, second);
    check = end == start || secondEnd == second ? 0 : number(text.substring(second, secondEnd));
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Bytes.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The end of the number that starts there; the start where none does. */
  private static int numberEnd(String text, int start) {
    int at = start;
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int digits = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at == digits ? start : at;
  }

  private static int number(String text) {
    var wide = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
    return wide.min(BigInteger.valueOf(Long.MAX_VALUE))
        .max(BigInteger.valueOf(Long.MIN_VALUE))
        .intValue();
  }
}
