package org.unitlint.host.value;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.unitlint.catalog.Words;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * A word with a colon and what a standard stream leads to: a file, or a descriptor by its name. See
 * systemd.exec(5), StandardOutput=.
 */
final class StreamTarget {
  private static final Set<String> NEEDS_PATH = Set.of("file", "append", "truncate");
  private static final int LONGEST_PATH = 4095;
  private static final int LONGEST_PART = 255;

  private StreamTarget() {}

  /** Whether the text is such a word, be it without a path or even without the colon. */
  static boolean isMeant(String text, Words words) {
    int colon = text.indexOf(':');
    String word = colon < 0 ? text : text.substring(0, colon);
    return (colon >= 0 || NEEDS_PATH.contains(word)) && words.word(word + ":x").isPresent();
  }

  /** What is wrong with a path alone. */
  static ValueFlaw wordless(Text text, Words words, ValueContext context) {
    boolean input = words.name().equals("StandardInput");
    String word = input ? "file:" : "append:";
    String help =
        input
            ? "`file:` reads a file"
            : "`append:` adds to a file, `truncate:` empties it first, `file:` writes over it";
    return ValueFlaw.of(
            Effect.LINE,
            text.place(),
            "`%s=` needs `%s` before the path `%s`",
            context.name(),
            word,
            text.text())
        .help(help)
        .instead(word + text.text(), input);
  }

  /** Reads such a text. */
  static Parsed<String> parse(Text text, Words words, ValueContext context) {
    int colon = text.text().indexOf(':');
    String word = colon < 0 ? text.text() : text.text().substring(0, colon);
    var known = words.word(word + ":x").orElseThrow();
    if (!known.acceptedIn(context.version())) {
      var place = colon < 0 ? text : text.part(0, colon + 1);
      return Parsed.flawed(Choice.wrongVersion(Effect.LINE, known, place, context));
    }
    if (colon < 0) {
      return Parsed.flawed(pathless(text, context));
    }
    var target = context.expand(text.from(colon + 1));
    if (target.isEmpty()) {
      boolean relative =
          NEEDS_PATH.contains(word) && "/%".indexOf(text.text().charAt(colon + 1)) < 0;
      return relative ? path(text.from(colon + 1), word, context) : Parsed.unknown();
    }
    if (NEEDS_PATH.contains(word)) {
      return path(target.get(), word, context).map(p -> word + ":" + p);
    }
    return target.get().isEmpty()
        ? Parsed.of(word)
        : name(target.get(), context).map(n -> word + ":" + n);
  }

  /** systemd takes the word alone, and then cannot start the program. */
  private static ValueFlaw pathless(Text text, ValueContext context) {
    return ValueFlaw.of(
            Effect.SILENT, text.place(), "`%s=%s` names no file", context.name(), text.text())
        .help("write `" + text.text() + ":` and an absolute path");
  }

  private static Parsed<String> name(Text name, ValueContext context) {
    String text = name.text();
    boolean right =
        text.length() <= LONGEST_PART
            && text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != ':');
    return right
        ? Parsed.of(text)
        : Parsed.flawed(
            ValueFlaw.of(
                    Effect.LINE,
                    name.place(),
                    "`%s` is no name of a descriptor in `%s=`",
                    text,
                    context.name())
                .help("such names have 255 plain characters at most and no colon"));
  }

  private static Parsed<String> path(Text path, String word, ValueContext context) {
    String text = path.text();
    if (!text.startsWith("/")) {
      return Parsed.flawed(
          ValueFlaw.of(
                  Effect.LINE,
                  path.place(),
                  "`%s` needs an absolute path in `%s=`, not `%s`",
                  word + ":",
                  context.name(),
                  text)
              .help("start the path with `/`"));
    }
    var simple = new StringBuilder();
    for (int start = 1; start <= text.length(); ) {
      int slash = text.indexOf('/', start);
      String part = text.substring(start, slash < 0 ? text.length() : slash);
      if (part.equals("..")) {
        return Parsed.flawed(
            ValueFlaw.of(
                    Effect.LINE,
                    path.at(start, start + 2),
                    "no `..` may be in the path of `%s=`",
                    context.name())
                .help("write the path without it"));
      }
      if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART) {
        return Parsed.flawed(tooLong(path, context));
      }
      if (!part.isEmpty() && !part.equals(".")) {
        simple.append('/').append(part);
      }
      start += part.length() + 1;
    }
    String result = simple.length() == 0 ? "/" : simple.toString();
    return result.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH
        ? Parsed.flawed(tooLong(path, context))
        : Parsed.of(result);
  }

  private static ValueFlaw tooLong(Text path, ValueContext context) {
    return ValueFlaw.of(Effect.LINE, path.place(), "the path of `%s=` is too long", context.name())
        .help("a path has 4095 bytes at most, and 255 between two slashes");
  }
}
