package org.unitlint.host.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.host.value.WordCutter.Way;

/** Names and numbers of users and groups. See systemd.exec(5), "User/Group Identity". */
final class Users {
  static final Grammar<String> ONE = Users::one;
  static final Grammar<List<String>> LIST = Users::list;

  private static final long NOBODY_16 = 65535;
  private static final long NOBODY_32 = 4294967295L;
  private static final int LONGEST_NUMBER = 10;
  private static final Set<Way> WORDS = Set.of();

  private Users() {}

  private static Parsed<String> one(Text text, ValueContext context) {
    var name = context.expand(text);
    if (name.isEmpty()) {
      return Parsed.unknown();
    }
    var flaw = flaw(name.get().isEmpty() ? text : name.get(), name.get().text(), context);
    return flaw.isEmpty()
        ? Parsed.of(name.get().text())
        : flaw.get().effect().refuses()
            ? Parsed.flawed(flaw.get())
            : Parsed.of(name.get().text()).with(flaw.get());
  }

  private static Parsed<List<String>> list(Text text, ValueContext context) {
    var found = new Found<String>();
    var words = new WordCutter(text);
    for (var word = words.next(WordCutter.BLANKS, WORDS);
        word.isPresent();
        word = words.next(WordCutter.BLANKS, WORDS)) {
      var name = context.expand(word.get().text());
      if (name.isEmpty()) {
        continue;
      }
      var where = name.get().isEmpty() ? word.get().written() : name.get();
      flaw(where, name.get().text(), context).ifPresent(found::flaw);
      found.value(name.get().text());
    }
    if (words.isBroken()) {
      found.flaw(words.flaw(context, Effect.LINE));
    }
    return found.parsed();
  }

  /** As valid_user_group_name() of systemd where it is relaxed. */
  private static Optional<ValueFlaw> flaw(Text where, String name, ValueContext context) {
    if (name.isEmpty()) {
      return Optional.of(flaw(where, "`%2$s=` has an empty name", name, context));
    }
    if (isDigits(name, 0)) {
      return isNumber(name)
          ? Optional.empty()
          : Optional.of(
              flaw(where, "`%s` in `%s=` cannot be the number of a user or group", name, context)
                  .help("take a number up to 4294967294, other than 65535 and without a 0 first"));
    }
    int colon = name.indexOf(':');
    if (colon >= 0) {
      return Optional.of(
          flaw(
                  where.part(colon, name.length()),
                  "`%s` is too much in `%s=`",
                  name.substring(colon),
                  context)
              .help("write user and group in a line each"));
    }
    boolean bad =
        name.equals(".")
            || name.equals("..")
            || name.indexOf('/') >= 0
            || name.startsWith("-") && isDigits(name, 1)
            || isBlank(name.charAt(0))
            || isBlank(name.charAt(name.length() - 1))
            || name.chars().anyMatch(c -> c < ' ' || c == 0x7F);
    return bad
        ? Optional.of(
            flaw(where, "`%s` in `%s=` cannot be the name of a user or group", name, context)
                .help("write a name as in /etc/passwd or /etc/group, or a number"))
        : odd(where, name, context);
  }

  private static boolean isBlank(char c) {
    return WordCutter.BLANKS.indexOf(c) >= 0;
  }

  private static boolean isDigits(String text, int from) {
    return text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isNumber(String digits) {
    if (digits.length() > LONGEST_NUMBER || digits.length() > 1 && digits.startsWith("0")) {
      return false;
    }
    long number = Long.parseLong(digits);
    return number != NOBODY_16 && number < NOBODY_32;
  }

  private static ValueFlaw flaw(Text where, String message, String name, ValueContext context) {
    return ValueFlaw.of(Effect.LINE, where.place(), message, name, context.name());
  }

  /** What systemd takes, though hardly any user has such a name. */
  private static Optional<ValueFlaw> odd(Text where, String name, ValueContext context) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ("\"',; ".indexOf(c) >= 0 || c == '$' && i == 0) {
        var flaw =
            ValueFlaw.of(
                Effect.LATE,
                where.place(),
                "`%s=` takes one name as it is written, and nobody is called `%s`",
                context.name(),
                name);
        String bare = name.substring(1, Math.max(1, name.length() - 1));
        boolean quoted = "\"'".indexOf(c) >= 0 && name.endsWith(String.valueOf(c)) && i == 0;
        return Optional.of(
            quoted && !bare.isEmpty()
                ? flaw.help("drop the quotes").instead(bare, true)
                : flaw.help("write the name alone"));
      }
    }
    return Optional.empty();
  }
}
