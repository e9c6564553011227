package org.unitlint.host.value;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.unitlint.catalog.Word;
import org.unitlint.catalog.Words;
import org.unitlint.host.Booleans;
import org.unitlint.host.Scope;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * One word of a few; where it has a part behind a colon, such as a path, that comes with it. Any
 * spelling of a boolean is read as {@code yes} or {@code no} where booleans are taken, and a number
 * is one in decimal.
 */
final class Choice {
  static final Grammar<String> GRAMMAR = Choice::parse;

  /** systemd takes as many classes as the kernel's bits could hold. */
  private static final int IO_CLASSES = 8;

  private static final OptionalInt NO_NUMBER = OptionalInt.empty();

  private Choice() {}

  private static Parsed<String> parse(Text text, ValueContext context) {
    String argument = context.argument();
    int bracket = argument.indexOf('[');
    int colon = bracket < 0 ? -1 : text.text().indexOf(':');
    var words = context.catalog().words(bracket < 0 ? argument : argument.substring(0, bracket));
    if (words.isEmpty()) {
      return Parsed.unknown();
    }
    return colon < 0
        ? word(text, words.get(), context)
        : word(text.part(0, colon), words.get(), context).map(w -> w + text.from(colon));
  }

  private static Parsed<String> word(Text text, Words words, ValueContext context) {
    var flag =
        takesBooleans(words, context) ? Booleans.parse(text.text()) : Optional.<Boolean>empty();
    if (flag.isPresent()) {
      return Parsed.of(flag.get() ? "yes" : "no");
    }
    var number = words.highestNumber().isPresent() ? Integers.parse(text.text()) : NO_NUMBER;
    if (number.isPresent()) {
      return number(number.getAsInt(), text, words, context);
    }
    if (StreamTarget.isMeant(text.text(), words)) {
      return StreamTarget.parse(text, words, context);
    }
    var word = words.word(spelling(words.name(), text.text()));
    if (word.isPresent()) {
      return known(word.get(), text, words, context);
    }
    return words.open() ? Parsed.of(text.text()) : Parsed.flawed(unknown(text, words, context));
  }

  private static boolean takesBooleans(Words words, ValueContext context) {
    String kind = context.directive().valueKind(context.version());
    return words.booleans() || kind.startsWith("boolean-or-");
  }

  /** The spelling of the tables for others that systemd takes for the same. */
  private static String spelling(String enumName, String written) {
    return switch (enumName) {
      case "SocketProtocol" -> SocketProtocol.name(written);
      case "Timestamping" -> written.replace('\u03bc', '\u00b5');
      default -> written;
    };
  }

  private static Parsed<String> number(int number, Text text, Words words, ValueContext context) {
    int highest = words.highestNumber().getAsInt();
    if (number >= 0 && number <= highest) {
      return Parsed.of(String.valueOf(number));
    }
    boolean taken =
        words.name().equals("IOSchedulingClass") && number > highest && number <= IO_CLASSES;
    return Parsed.flawed(
        ValueFlaw.of(
                taken ? Effect.SILENT : Effect.LINE,
                text.place(),
                "numbers of `%s=` go from 0 to %d, not `%s`",
                context.name(),
                highest,
                text.text())
            .help("write one of the words, or a number in that range"));
  }

  private static Parsed<String> known(Word word, Text text, Words words, ValueContext context) {
    if (!word.acceptedIn(context.version())) {
      return Parsed.flawed(wrongVersion(Effect.LINE, word, text, context));
    }
    return isRefusedForUsers(word, words, context)
        ? Parsed.flawed(
            ValueFlaw.of(
                    Effect.LINE,
                    text.place(),
                    "`%s=%s` is refused in units of a user",
                    context.name(),
                    text.text())
                .help("only the system manager can do that; `exit` ends the user's manager"))
        : Parsed.of(word.text());
  }

  /** A user's manager neither reboots nor powers off the machine. */
  private static boolean isRefusedForUsers(Word word, Words words, ValueContext context) {
    return context.scope() == Scope.USER
        && words.name().equals("EmergencyAction")
        && (word.text().startsWith("reboot") || word.text().startsWith("poweroff"));
  }

  /** What is wrong with a word that only other versions take. */
  static ValueFlaw wrongVersion(Effect effect, Word word, Text text, ValueContext context) {
    int version = context.version();
    if (word.since().knownIn(version)) {
      return ValueFlaw.of(
              effect,
              text.place(),
              "`%s` in `%s=` is known up to systemd %d only",
              text.text(),
              context.name(),
              word.lastAccepted().orElse(version))
          .help("use another word");
    }
    return ValueFlaw.of(
            effect,
            text.place(),
            "`%s` in `%s=` needs systemd %d or newer",
            text.text(),
            context.name(),
            word.since().latest())
        .help("use another word, or check against the version that the unit is for");
  }

  private static ValueFlaw unknown(Text text, Words words, ValueContext context) {
    var names = new LinkedHashSet<String>();
    if (takesBooleans(words, context)) {
      names.addAll(List.of("yes", "no"));
    }
    words.words().stream()
        .filter(w -> w.acceptedIn(context.version()))
        .forEach(w -> names.add(w.text()));
    if (isSeveral(text.text(), names)) {
      return ValueFlaw.of(
              Effect.LINE,
              text.place(),
              "`%s=` takes one word, not `%s`",
              context.name(),
              text.text())
          .help("keep the one that is meant");
    }
    boolean path = text.text().startsWith("/") && words.words().stream().anyMatch(Choice::isOfPath);
    if (path && context.catalog().synonym(words.name(), text.text()).isEmpty()) {
      return StreamTarget.wordless(text, words, context);
    }
    var flaw = new KnownWords("word", words.name(), names).alone(Effect.LINE, text, context);
    return flaw.help().isPresent()
        ? flaw
        : flaw.help("`unitlint explain " + context.name() + "` lists the words");
  }

  private static boolean isOfPath(Word word) {
    return word.text().endsWith(":PATH");
  }

  private static boolean isSeveral(String text, Set<String> names) {
    int count = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || " \t,;|".indexOf(text.charAt(i)) >= 0) {
        if (i > start) {
          if (!names.contains(text.substring(start, i))) {
            return false;
          }
          count++;
        }
        start = i + 1;
      }
    }
    return count > 1;
  }
}
