package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.Nearest;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.host.value.WordCutter.Way;

/** Files and sockets that a service gets opened. See systemd.socket(5) and systemd.service(5). */
final class Descriptors {
  static final Grammar<String> NAME = Descriptors::name;
  static final Grammar<OpenedFile> FILE = Descriptors::file;

  private static final int LONGEST_NAME = 255;
  private static final int MOST_PARTS = 3;
  private static final String OPTIONS = "OpenFileOptions";
  private static final Set<String> EXCLUSIVE = Set.of("read-only", "append", "truncate");
  private static final Set<Way> PARTS = Set.of(Way.KEEP_EMPTY, Way.UNESCAPE);

  private Descriptors() {}

  /** As fdname_is_valid() of systemd. */
  static boolean isName(String name) {
    return name.length() <= LONGEST_NAME
        && name.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != ':');
  }

  private static Parsed<String> name(Text text, ValueContext context) {
    var name = context.expand(text);
    if (name.isEmpty()) {
      return Parsed.unknown();
    }
    return isName(name.get().text())
        ? Parsed.of(name.get().text())
        : Parsed.flawed(badName(name.get(), context));
  }

  private static ValueFlaw badName(Text name, ValueContext context) {
    return ValueFlaw.of(
            Effect.LINE,
            name.place(),
            "`%s` in `%s=` cannot be the name of a descriptor",
            name,
            context.name())
        .help("take at most 255 ASCII characters, and no colon");
  }

  /** See open_file_parse(). */
  private static Parsed<OpenedFile> file(Text text, ValueContext context) {
    var words = new WordCutter(text);
    var parts = new ArrayList<Text>();
    for (var part = words.next(":", PARTS);
        part.isPresent() && parts.size() <= MOST_PARTS;
        part = words.next(":", PARTS)) {
      parts.add(part.get().text());
    }
    if (words.isBroken()) {
      return Parsed.flawed(words.flaw(context, Effect.LINE));
    }
    if (parts.size() > MOST_PARTS) {
      return Parsed.flawed(
          ValueFlaw.of(
                  Effect.LINE,
                  parts.get(MOST_PARTS).place(),
                  "`%s=` takes a path, a name and options, and nothing more",
                  context.name())
              .help("separate options by commas"));
    }
    var path = PathCheck.absolute(parts.get(0), context, Effect.LINE);
    if (!path.flaws().isEmpty()) {
      return new Parsed<>(Optional.empty(), path.flaws());
    }
    var name = parts.size() > 1 ? parts.get(1) : text.from(text.text().length());
    if (!isName(name.text())) {
      return Parsed.flawed(badName(name, context));
    }
    var options = new Found<String>();
    if (parts.size() == MOST_PARTS) {
      options(parts.get(2), context, options);
    }
    return options.parsed().map(o -> new OpenedFile(path.value().orElse(""), name.text(), o));
  }

  private static void options(Text text, ValueContext context, Found<String> found) {
    var words = new WordCutter(text);
    var known =
        context.catalog().words(OPTIONS).orElseThrow().words().stream().map(w -> w.text()).toList();
    var seen = new HashSet<String>();
    for (var word = words.next(",", Set.of(Way.KEEP_EMPTY));
        word.isPresent();
        word = words.next(",", Set.of(Way.KEEP_EMPTY))) {
      var option = word.get().text();
      boolean second =
          EXCLUSIVE.contains(option.text()) && seen.stream().anyMatch(EXCLUSIVE::contains);
      if (!known.contains(option.text())) {
        found.flaw(unknown(option, known, context));
      } else if (!seen.add(option.text()) || second) {
        found.flaw(
            ValueFlaw.of(
                    Effect.LINE,
                    option.place(),
                    "`%s` contradicts or repeats another option in `%s=`",
                    option,
                    context.name())
                .help("leave one of `read-only`, `append` and `truncate`"));
      } else {
        found.value(option.text());
      }
    }
  }

  private static ValueFlaw unknown(Text option, List<String> known, ValueContext context) {
    var flaw =
        ValueFlaw.of(
            Effect.LINE, option.place(), "unknown option `%s` in `%s=`", option, context.name());
    var near = Nearest.of(option.text(), known);
    return near.isPresent()
        ? flaw.help("did you mean `" + near.get() + "`?").instead(near.get(), false)
        : flaw.help("known are `" + String.join("`, `", known) + "`");
  }
}
