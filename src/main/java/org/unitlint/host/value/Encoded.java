package org.unitlint.host.value;

import java.util.Optional;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.syntax.Escape;

/** Data that is written with escapes, in base64 or in hexadecimal. */
final class Encoded {
  static final Grammar<String> ESCAPED = Encoded::escaped;
  static final Grammar<String> BASE64 = Encoded::base64;
  static final Grammar<String> PATH_OR_BASE64 = Encoded::pathOrBase64;
  static final Grammar<String> HEX_OR_PATH = Encoded::hexOrPath;

  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final String BASE64_PREFIX = "base64:";
  private static final int SHORTEST_HASH = 16;

  private Encoded() {}

  private static Parsed<String> escaped(Text text, ValueContext context) {
    var flaw = escapeFlaw(text, context, false);
    return flaw.isPresent() ? Parsed.flawed(flaw.get()) : Parsed.of(text.text());
  }

  /** The first escape that C does not know, as cunescape() of systemd finds it. */
  static Optional<ValueFlaw> escapeFlaw(Text text, ValueContext context, boolean nul) {
    String all = text.text();
    for (int i = all.indexOf('\\'); i >= 0; ) {
      var escape = Escape.at(all, i);
      int length = escape.isPresent() ? escape.get().length() : nul ? nul(all, i) : 0;
      if (length == 0) {
        int end = Math.min(all.length(), i + 2);
        String written = all.substring(i, end);
        var flaw =
            ValueFlaw.of(
                Effect.LINE,
                text.at(i, end),
                "unknown escape `%s` in `%s=`",
                written,
                context.name());
        return Optional.of(
            flaw.help("write `\\\\` for a backslash").instead("\\" + written, false));
      }
      i = all.indexOf('\\', i + length);
    }
    return Optional.empty();
  }

  /** The length of an escape that means a NUL; 0 for others. */
  private static int nul(String text, int at) {
    if (text.startsWith("x00", at + 1) || text.startsWith("000", at + 1)) {
      return 4;
    }
    return text.startsWith("u0000", at + 1) ? 6 : text.startsWith("U00000000", at + 1) ? 10 : 0;
  }

  private static Parsed<String> base64(Text text, ValueContext context) {
    var flaw = base64Flaw(text, context);
    return flaw.isPresent() ? Parsed.flawed(flaw.get()) : Parsed.of(text.text());
  }

  /** What is wrong with base64, in which blanks do not count. */
  static Optional<ValueFlaw> base64Flaw(Text text, ValueContext context) {
    String all = text.text();
    int signs = 0;
    int fill = 0;
    char last = 'A';
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      if (WordCutter.BLANKS.indexOf(c) >= 0) {
        continue;
      }
      signs++;
      boolean digit = Variables.isNamePart(c) && c != '_' || c == '+' || c == '/';
      if (c == '=') {
        fill++;
      } else {
        last = c;
      }
      if (!digit && c != '=' || digit && fill > 0 || fill > 2) {
        return Optional.of(
            notEncoded(text.part(i, i + Character.charCount(all.codePointAt(i))), context)
                .help("write it as base64(1) prints it"));
      }
    }
    if (signs % 4 == 0 && DIGITS.indexOf(last) % (1 << 2 * fill) != 0) {
      int at = all.lastIndexOf(last);
      return Optional.of(
          notEncoded(text.part(at, at + 1), context).help("write it as base64(1) prints it"));
    }
    return signs % 4 == 0
        ? Optional.empty()
        : Optional.of(
            ValueFlaw.of(
                    Effect.LINE,
                    text.place(),
                    "base64 of %s signs in `%s=`, which is no multiple of 4",
                    signs,
                    context.name())
                .help("write all of it, with the `=` at its end"));
  }

  private static ValueFlaw notEncoded(Text sign, ValueContext context) {
    return ValueFlaw.of(
        Effect.LINE, sign.place(), "`%s` cannot be there in base64 in `%s=`", sign, context.name());
  }

  private static Parsed<String> pathOrBase64(Text text, ValueContext context) {
    if (text.text().startsWith("/")) {
      return Parsed.of(text.text());
    }
    if (text.text().startsWith(BASE64_PREFIX)) {
      return base64(text.from(BASE64_PREFIX.length()), context);
    }
    return Parsed.flawed(
        ValueFlaw.of(
                Effect.LINE,
                text.place(),
                "`%s=` takes an absolute path or `base64:` and data, not `%s`",
                context.name(),
                text)
            .help("write the whole path, from `/` on, or `base64:` before the data"));
  }

  private static Parsed<String> hexOrPath(Text text, ValueContext context) {
    if (text.text().startsWith("/")) {
      return Parsed.of(text.text());
    }
    int digits = 0;
    for (int i = 0; i < text.text().length(); i++) {
      char c = text.text().charAt(i);
      if (WordCutter.BLANKS.indexOf(c) >= 0) {
        continue;
      }
      if (c > 'f' || Character.digit(c, 16) < 0) {
        return Parsed.flawed(
            ValueFlaw.of(
                    Effect.LINE,
                    text.at(i, i + 1),
                    "`%s` is neither a hexadecimal digit nor the start of a path in `%s=`",
                    String.valueOf(c),
                    context.name())
                .help("write the hash in hexadecimal, or the whole path of a file, from `/` on"));
      }
      digits++;
    }
    return digits % 2 == 0 && digits / 2 >= SHORTEST_HASH
        ? Parsed.of(text.text())
        : Parsed.flawed(
            ValueFlaw.of(
                    Effect.LINE, text.place(), "hash of %s digits in `%s=`", digits, context.name())
                .help("write all of it: an even number of digits, 32 at least"));
  }
}
