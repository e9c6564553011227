package org.unitlint.syntax;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.unitlint.source.Place;
import org.unitlint.source.Utf8;
import org.unitlint.syntax.CommandFlaw.Kind;

/** What systemd asks of the path of a program, in its order. */
final class CommandPath {
  private static final Pattern SPECIFIER = Pattern.compile("%[A-Za-z0-9]");
  private static final Pattern VARIABLE =
      Pattern.compile("\\$[A-Za-z_][A-Za-z0-9_]*|\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}");
  private static final int MAX_PATH_BYTES = 4095;
  private static final int MAX_NAME_BYTES = 255;

  private final Word word;
  private final String plain;

  CommandPath(Word word) {
    this.word = word;
    this.plain = word.text().replace("%%", "%");
  }

  static boolean startsWithSpecifier(String path) {
    return SPECIFIER.matcher(path).lookingAt();
  }

  /** Why systemd does not take the path; empty where it does, whatever the specifiers mean. */
  Optional<Kind> refusal() {
    if (plain.isEmpty()) {
      return Optional.of(Kind.EMPTY_PATH);
    }
    if (unsafe().isPresent()) {
      return Optional.of(Kind.UNSAFE_CHARACTER);
    }
    if (plain.endsWith("/")) {
      return Optional.of(Kind.ENDS_IN_SLASH);
    }
    if (startsWithSpecifier(word.text())) {
      return Optional.empty();
    }
    if (!plain.startsWith("/") && plain.contains("/")) {
      boolean shell = plain.startsWith("~") || plain.startsWith("$");
      return Optional.of(shell ? Kind.NOT_A_PATH : Kind.RELATIVE_PATH);
    }
    boolean dots = plain.equals(".") || plain.equals("..");
    return dots || isLong() ? Optional.of(Kind.NOT_A_PATH) : Optional.empty();
  }

  /** The place of the flaw in the path. */
  Place place(Kind kind) {
    if (kind == Kind.UNSAFE_CHARACTER) {
      int at = unsafe().orElseThrow();
      return word.at(at, at + 1);
    }
    return word.place();
  }

  /** The place of what looks like a variable. */
  Optional<Place> variable() {
    var matcher = VARIABLE.matcher(word.text());
    return matcher.find() ? Optional.of(word.at(matcher.start(), matcher.end())) : Optional.empty();
  }

  private OptionalInt unsafe() {
    String text = word.text();
    return IntStream.range(0, text.length()).filter(i -> isUnsafe(text.charAt(i))).findFirst();
  }

  private static boolean isUnsafe(char c) {
    return c < ' ' || c == 0x7F || c == '"' || c == '\'' || c == '\\';
  }

  private boolean isLong() {
    if (SPECIFIER.matcher(word.text().replace("%%", "")).find()) {
      return false;
    }
    if (Utf8.length(plain, 0, plain.length()) > MAX_PATH_BYTES) {
      return true;
    }
    for (String name : plain.split("/")) {
      if (Utf8.length(name, 0, name.length()) > MAX_NAME_BYTES) {
        return true;
      }
    }
    return false;
  }
}
