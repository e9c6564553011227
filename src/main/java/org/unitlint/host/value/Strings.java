package org.unitlint.host.value;

import org.unitlint.host.value.ValueFlaw.Effect;

/** Texts that are taken as they are written. */
final class Strings {
  static final Grammar<String> GRAMMAR = Strings::parse;
  static final Grammar<String> PREFIXED = (text, context) -> literal(text, text, context);
  static final Grammar<String> REGEX = (text, context) -> Parsed.of(text.text());

  private static final int LONGEST_NAMESPACE = 222;

  private Strings() {}

  private static Parsed<String> parse(Text text, ValueContext context) {
    var expanded = context.expand(text);
    if (expanded.isEmpty()) {
      return Parsed.unknown();
    }
    if (context.directive().name().equals("LogNamespace") && !isNamespace(expanded.get().text())) {
      return Parsed.flawed(badNamespace(text, context));
    }
    if (context.directive().name().endsWith("RebootArgument")
        && expanded.get().text().chars().anyMatch(c -> c >= 0x80)) {
      return Parsed.flawed(
          ValueFlaw.of(Effect.LINE, text.place(), "`%s=` takes ASCII only", context.name())
              .help("leave away what is not ASCII"));
    }
    return literal(text, expanded.get(), context);
  }

  /** As log_namespace_name_valid() of systemd: it becomes part of the names of files and units. */
  private static boolean isNamespace(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAMESPACE
        && !name.equals(".")
        && !name.equals("..")
        && name.chars().allMatch(c -> Variables.isNamePart((char) c) || ":-.@".indexOf(c) >= 0);
  }

  private static ValueFlaw badNamespace(Text text, ValueContext context) {
    return ValueFlaw.of(
            Effect.LINE,
            text.place(),
            "`%s` cannot be the name of a namespace in `%s=`",
            text,
            context.name())
        .help("take letters, digits and the signs `:`, `-`, `_`, `.` and `@`");
  }

  /** Quotes around all of a text belong to it, which only a description is hardly harmed by. */
  private static Parsed<String> literal(Text text, Text expanded, ValueContext context) {
    var parsed = Parsed.of(expanded.text());
    String all = text.text();
    char first = all.charAt(0);
    boolean quoted =
        all.length() > 2
            && (first == '"' || first == '\'')
            && all.indexOf(first, 1) == all.length() - 1;
    return quoted && !context.directive().name().equals("Description")
        ? parsed.with(
            ValueFlaw.of(
                    Effect.SILENT,
                    text.place(),
                    "quotes belong to the value of `%s=`",
                    context.name())
                .help("drop the quotes")
                .instead(all.substring(1, all.length() - 1), true))
        : parsed;
  }
}
