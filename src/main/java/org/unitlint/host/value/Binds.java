package org.unitlint.host.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.host.value.WordCutter.Way;
import org.unitlint.source.Edit;

/**
 * Folders and files that a service sees at another place too. Step for step as
 * config_parse_bind_paths() of systemd; see systemd.exec(5), BindPaths=.
 */
final class Binds {
  static final Grammar<List<BindMount>> GRAMMAR =
      (text, context) -> new Binds(text, context).read();

  private static final String SEPARATORS = ":" + WordCutter.BLANKS;
  private static final Set<Way> PARTS = Set.of(Way.UNQUOTE, Way.KEEP_EMPTY);
  private static final Set<Way> OPTIONS = Set.of(Way.UNQUOTE);

  private final Text text;
  private final ValueContext context;
  private final WordCutter words;
  private final Found<BindMount> found = new Found<>();

  private Binds(Text text, ValueContext context) {
    this.text = text;
    this.context = context;
    this.words = new WordCutter(text);
  }

  private Parsed<List<BindMount>> read() {
    boolean afterBad = false;
    boolean blanks = false;
    for (var word = next(); word.isPresent(); word = next()) {
      var source = word.get().text();
      boolean more = words.stopsAt(':');
      if (afterBad) {
        // What follows a bad source is a source of its own.
        afterBad = more;
        PathCheck.absolute(source, context, Effect.WORD)
            .value()
            .ifPresent(s -> found.value(new BindMount(s, s, false, true)));
      } else if (source.isEmpty() && !more) {
        if (!blanks) {
          found.flaw(twoBlanks(word.get().from()));
        }
        blanks = true;
      } else {
        afterBad = !bind(source) && words.stopsAt(':');
      }
    }
    if (words.isBroken()) {
      found.flaw(words.flaw(context, Effect.REST));
    }
    return found.parsed();
  }

  private Optional<WordCutter.Cut> next() {
    return words.next(SEPARATORS, PARTS);
  }

  private ValueFlaw twoBlanks(int start) {
    int end = start;
    while (end < text.text().length() && WordCutter.BLANKS.indexOf(text.text().charAt(end)) >= 0) {
      end++;
    }
    var blanks = text.at(start, end);
    var flaw =
        ValueFlaw.of(
                Effect.WARNS,
                blanks,
                "`%s=` has two blanks in a row, with an empty path between them",
                context.name())
            .help("leave one blank between paths");
    boolean continued = blanks.text().indexOf('\n') >= 0;
    return continued ? flaw : flaw.fix("leave one blank", true, new Edit(blanks, ""));
  }

  /** Reads on behind a source; false if a path has a flaw. */
  private boolean bind(Text written) {
    boolean optional = written.text().startsWith("-");
    var source = path(optional ? written.from(1) : written);
    if (isBad(source)) {
      return false;
    }
    var target = words.stopsAt(':') ? next() : Optional.<WordCutter.Cut>empty();
    if (target.isEmpty()) {
      source
          .value()
          .filter(s -> !words.isBroken())
          .ifPresent(s -> found.value(new BindMount(s, s, optional, true)));
      return true;
    }
    var path = path(target.get().text());
    if (isBad(path)) {
      return false;
    }
    var recursive = words.stopsAt(':') ? recursive() : Optional.of(true);
    if (source.value().isPresent() && path.value().isPresent() && recursive.isPresent()) {
      found.value(
          new BindMount(source.value().get(), path.value().get(), optional, recursive.get()));
    }
    return true;
  }

  private static boolean isBad(Parsed<String> path) {
    return path.flaws().stream().anyMatch(f -> f.effect() == Effect.WORD);
  }

  /** What the option says; empty for a bad one. */
  private Optional<Boolean> recursive() {
    var option = words.next(WordCutter.BLANKS, OPTIONS);
    if (words.isBroken()) {
      return Optional.empty();
    }
    var given = option.map(o -> o.text()).orElse(words.rest());
    if (!Set.of("", "rbind", "norbind").contains(given.text())) {
      found.flaw(badOption(given));
      return Optional.empty();
    }
    return Optional.of(!given.is("norbind"));
  }

  private Parsed<String> path(Text word) {
    var path = PathCheck.absolute(word, context, Effect.WORD);
    found.take(path);
    if (path.flaws().isEmpty()) {
      PathCheck.odd(word, context, false).forEach(f -> found.flaw(inQuotes(f)));
    }
    return path;
  }

  /** A colon that quotes or a backslash make part of the path. */
  private static ValueFlaw inQuotes(ValueFlaw odd) {
    return odd.place().text().equals(":")
        ? odd.help("put quotes around each of the two paths, not around both")
        : odd;
  }

  private ValueFlaw badOption(Text option) {
    boolean path = option.text().indexOf('/') >= 0;
    return ValueFlaw.of(
            Effect.WORD,
            option.place(),
            "`%s` is no option of `%s=`",
            option.text(),
            context.name())
        .help(
            path
                ? "write a blank between one pair of paths and the next"
                : "write `rbind` or `norbind`");
  }
}
