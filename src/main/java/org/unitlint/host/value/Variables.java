package org.unitlint.host.value;

import java.util.List;
import org.unitlint.host.Scope;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Utf8;

/** Names and values of variables of the environment. */
final class Variables {
  private Variables() {}

  /** Whether it may be part of a variable's name; no digit may come first. */
  static boolean isNamePart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  /** Whether it may be a variable's name, as env_name_is_valid() of systemd says. */
  static boolean isName(String text) {
    return !text.isEmpty()
        && !Character.isDigit(text.charAt(0))
        && text.chars().allMatch(c -> isNamePart((char) c));
  }

  /** Whether the text can be handed on, as env_value_is_valid() of systemd says. */
  static boolean isValue(String text, boolean strict) {
    return !hasStrayBytes(text)
        && !(strict && text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' || c == 0x7F));
  }

  private static boolean hasStrayBytes(String text) {
    return Utf8.hasSurrogates(text)
        && text.codePoints()
            .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /** What is wrong with that name. */
  static ValueFlaw badName(Text name, ValueContext context, Effect effect) {
    String text = name.text();
    if (text.isEmpty()) {
      return ValueFlaw.of(
              effect, name.place(), "`%s=` lacks the name of a variable", context.name())
          .help("write it before the `=`");
    }
    var flaw =
        ValueFlaw.of(
            effect,
            name.place(),
            "`%s` in `%s=` cannot be the name of a variable",
            name,
            context.name());
    if (text.startsWith("$") && PathCheck.endOfVariable(text, 0) == text.length()) {
      return flaw.help("write it without the dollar sign")
          .instead(text.replaceAll("[${}]", ""), true);
    }
    var parts = List.of(text.split(",", -1));
    if (parts.size() > 1 && parts.stream().filter(p -> !p.isEmpty()).allMatch(Variables::isName)) {
      return flaw.help("separate names by blanks").instead(text.replace(',', ' ').strip(), true);
    }
    return flaw.help("take letters, digits and underscores, and no digit first");
  }

  /** The specifier that stands for what a variable such as {@code $HOME} holds; empty if none. */
  static String specifier(String variable, Scope scope) {
    if (scope != Scope.USER) {
      return "";
    }
    return switch (variable.replaceAll("[${}]", "")) {
      case "HOME" -> "%h";
      case "XDG_RUNTIME_DIR" -> "%t";
      case "XDG_CONFIG_HOME" -> "%E";
      case "XDG_CACHE_HOME" -> "%C";
      default -> "";
    };
  }
}
