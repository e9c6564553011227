package org.unitlint.host.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.host.value.WordCutter.Cut;
import org.unitlint.host.value.WordCutter.Way;

/** Lists of absolute paths. */
final class PathLists {
  static final Grammar<List<String>> PLAIN = PathLists::plain;
  static final Grammar<List<PrefixedPath>> PREFIXED = PathLists::prefixed;
  static final Grammar<List<String>> COLONS = PathLists::colons;
  static final Grammar<List<TemporaryFolder>> WITH_OPTIONS = PathLists::withOptions;

  private static final Set<Way> QUOTED = Set.of(Way.UNQUOTE);
  private static final Set<Way> KEEPING_EMPTY = Set.of(Way.KEEP_EMPTY);

  private PathLists() {}

  /** See config_parse_unit_requires_mounts_for() and config_parse_unit_path_strv_printf(). */
  private static Parsed<List<String>> plain(Text text, ValueContext context) {
    boolean leavesOff = context.directive().name().equals("Symlinks");
    var effect = leavesOff ? Effect.REST : Effect.WORD;
    var found = new Found<String>();
    var words = new WordCutter(text);
    for (var word = next(words); word.isPresent(); word = next(words)) {
      var path = path(word.get().text(), context, effect);
      found.take(path).ifPresent(found::value);
      if (path.flaws().stream().anyMatch(f -> f.effect() == Effect.REST)) {
        return found.parsed();
      }
    }
    return ended(found, words, context);
  }

  private static Optional<Cut> next(WordCutter words) {
    return words.next(WordCutter.BLANKS, QUOTED);
  }

  private static <T> Parsed<List<T>> ended(Found<T> found, WordCutter words, ValueContext context) {
    if (words.isBroken()) {
      found.flaw(words.flaw(context, Effect.REST));
    }
    return found.parsed();
  }

  /** One path of a list, with what is odd about it. */
  private static Parsed<String> path(Text word, ValueContext context, Effect effect) {
    var path = PathCheck.absolute(word, context, effect);
    return path.flaws().isEmpty()
        ? new Parsed<>(path.value(), PathCheck.odd(word, context, false))
        : path;
  }

  /** See config_parse_namespace_path_strv(). */
  private static Parsed<List<PrefixedPath>> prefixed(Text text, ValueContext context) {
    var found = new Found<PrefixedPath>();
    var words = new WordCutter(text);
    for (var word = next(words); word.isPresent(); word = next(words)) {
      prefixed(word.get().text(), context, found);
    }
    return ended(found, words, context);
  }

  private static void prefixed(Text word, ValueContext context, Found<PrefixedPath> found) {
    if (word.text().startsWith("+-/")) {
      found.flaw(
          ValueFlaw.of(Effect.WORD, word.at(0, 2), "`-` goes before `+` in `%s=`", context.name())
              .help("write `-+`")
              .instead("-+", true));
      return;
    }
    boolean optional = word.text().startsWith("-");
    int signs = optional ? 1 : 0;
    boolean fromRoot = word.text().startsWith("+", signs);
    var path = path(word.from(fromRoot ? signs + 1 : signs), context, Effect.WORD);
    found.take(path).ifPresent(p -> found.value(new PrefixedPath(p, optional, fromRoot)));
  }

  /** See config_parse_colon_separated_paths(), which leaves off at the first mistake. */
  private static Parsed<List<String>> colons(Text text, ValueContext context) {
    var found = new Found<String>();
    var words = new WordCutter(text);
    var effect = Effect.LINE;
    for (var word = nextPart(words, ":"); word.isPresent(); word = nextPart(words, ":")) {
      var part = word.get().text();
      if (part.isEmpty()) {
        found.flaw(
            ValueFlaw.of(effect, part.place(), "`%s=` has an empty path", context.name())
                .help("drop the colon that separates nothing"));
        return found.parsed();
      }
      var path = PathCheck.absolute(part, context, effect);
      found.take(path).ifPresent(found::value);
      if (!path.flaws().isEmpty()) {
        return found.parsed();
      }
      PathCheck.odd(part, context, false).forEach(found::flaw);
      effect = Effect.REST;
    }
    if (words.isBroken()) {
      found.flaw(words.flaw(context, effect));
    }
    return found.parsed();
  }

  private static Optional<Cut> nextPart(WordCutter words, String separator) {
    return words.next(separator, KEEPING_EMPTY);
  }

  /** See config_parse_temporary_filesystems(). */
  private static Parsed<List<TemporaryFolder>> withOptions(Text text, ValueContext context) {
    var found = new Found<TemporaryFolder>();
    var words = new WordCutter(text);
    for (var word = next(words); word.isPresent(); word = next(words)) {
      var parts = new WordCutter(word.get().text());
      var folder = nextPart(parts, ":");
      if (folder.isEmpty()) {
        found.flaw(parts.flaw(context, Effect.WORD));
        continue;
      }
      String options = parts.rest().text();
      found
          .take(path(folder.get().text(), context, Effect.WORD))
          .ifPresent(p -> found.value(new TemporaryFolder(p, options)));
    }
    return ended(found, words, context);
  }
}
