package org.unitlint.host.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.Nearest;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.host.value.WordCutter.Way;

/**
 * Disk images with the options of their mounts. Step for step as config_parse_mount_images(),
 * config_parse_extension_images() and config_parse_root_image_options() of systemd; see
 * systemd.exec(5), MountImages=.
 */
final class Images {
  static final Grammar<List<DiskImage>> IMAGES =
      (text, context) -> new Images(text, context).images();
  static final Grammar<List<Map.Entry<String, String>>> OPTIONS =
      (text, context) -> new Images(text, context).options();

  private static final String PARTITIONS = "PartitionDesignator";
  private static final String ROOT = "root";
  private static final Set<Way> WORDS = Set.of(Way.UNQUOTE, Way.KEEP_ESCAPES);
  private static final Set<Way> PARTS = Set.of(Way.UNESCAPE, Way.UNESCAPE_SEPARATORS);

  private final ValueContext context;
  private final WordCutter words;
  private boolean isLeft;

  private Images(Text text, ValueContext context) {
    this.context = context;
    this.words = new WordCutter(text);
  }

  private Parsed<List<DiskImage>> images() {
    var found = new Found<DiskImage>();
    for (var word = next(); word.isPresent() && !isLeft; word = next()) {
      image(word.get().text(), found);
    }
    return ended(found);
  }

  private Optional<WordCutter.Cut> next() {
    return words.next(WordCutter.BLANKS, WORDS);
  }

  private <T> Parsed<List<T>> ended(Found<T> found) {
    if (words.isBroken()) {
      found.flaw(words.flaw(context, Effect.REST));
    }
    return found.parsed();
  }

  private void image(Text word, Found<DiskImage> found) {
    boolean extension = context.directive().name().equals("ExtensionImages");
    var parts = new WordCutter(word);
    var first = part(parts, found);
    if (first.isEmpty()) {
      return;
    }
    boolean optional = first.get().text().startsWith("-");
    var source = path(optional ? first.get().from(1) : first.get(), found);
    Optional<Text> second = extension || isLeft ? Optional.empty() : part(parts, found);
    if (isLeft || source.isEmpty()) {
      return;
    }
    if (!extension && second.isEmpty()) {
      found.flaw(
          ValueFlaw.of(
                  Effect.WORD,
                  word.place(),
                  "`%s` of `%s=` does not say where to mount it",
                  word.text(),
                  context.name())
              .help("write a colon and the path of a folder behind it"));
      return;
    }
    var target = second.flatMap(t -> path(t, found));
    if (!extension && target.isEmpty()) {
      return;
    }
    var options = options(parts, found);
    found.value(new DiskImage(source.get(), target, optional, options));
  }

  private Optional<Text> part(WordCutter parts, Found<?> found) {
    var part = parts.next(":", PARTS);
    if (parts.isBroken()) {
      found.flaw(parts.flaw(context, Effect.REST));
      isLeft = true;
    }
    return part.map(p -> p.text());
  }

  private Optional<String> path(Text word, Found<?> found) {
    var path = PathCheck.absolute(word, context, Effect.WORD);
    if (path.flaws().isEmpty()) {
      PathCheck.odd(word, context, false).forEach(found::flaw);
    }
    return found.take(path);
  }

  /** Pairs of a partition and its options, or the options of the only one. */
  private Map<String, String> options(WordCutter parts, Found<?> found) {
    var options = new LinkedHashMap<String, String>();
    for (var first = part(parts, found); first.isPresent(); first = part(parts, found)) {
      var second = part(parts, found);
      if (isLeft) {
        return options;
      }
      if (second.isEmpty()) {
        options.put(ROOT, first.get().text());
        return options;
      }
      var unknown = unknownPartition(first.get());
      if (unknown.isPresent()) {
        found.flaw(unknown.get());
      } else {
        options.put(first.get().text(), second.get().text());
      }
    }
    return options;
  }

  private Optional<ValueFlaw> unknownPartition(Text name) {
    var known = context.catalog().words(PARTITIONS);
    if (known.isEmpty() || known.get().word(name.text()).isPresent()) {
      return Optional.empty();
    }
    var names = known.get().words().stream().map(w -> w.text()).toList();
    var flaw =
        ValueFlaw.of(
            Effect.WORD,
            name.place(),
            "unknown partition `%s` in `%s=`",
            name.text(),
            context.name());
    var near = Nearest.of(name.text(), names);
    return Optional.of(
        near.isPresent()
            ? flaw.help("did you mean `" + near.get() + "`?").instead(near.get(), false)
            : flaw.help(
                "write `root`, `usr`, `home`, `srv` or another known one before the colon"));
  }

  private Parsed<List<Map.Entry<String, String>>> options() {
    var found = new Found<Map.Entry<String, String>>();
    for (var word = next(); word.isPresent() && !isLeft; word = next()) {
      var parts = new WordCutter(word.get().text());
      var first = wholePart(parts, found);
      var second = wholePart(parts, found);
      if (isLeft || first.isEmpty()) {
        continue;
      }
      if (!parts.atEnd()) {
        found.flaw(third(parts.rest()));
        isLeft = true;
        continue;
      }
      boolean named = second.filter(s -> !s.isEmpty()).isPresent();
      var unknown = named ? unknownPartition(first.get()) : Optional.<ValueFlaw>empty();
      if (unknown.isPresent()) {
        found.flaw(unknown.get());
      } else {
        found.value(
            Map.entry(
                named ? first.get().text() : ROOT,
                named ? second.get().text() : first.get().text()));
      }
    }
    if (words.isBroken()) {
      found.flaw(words.flaw(context, Effect.LINE));
    }
    return found.parsed();
  }

  /** As {@link #part}, of a list that must be right as a whole. */
  private Optional<Text> wholePart(WordCutter parts, Found<?> found) {
    if (isLeft) {
      return Optional.empty();
    }
    var part = parts.next(":", PARTS);
    if (parts.isBroken()) {
      found.flaw(parts.flaw(context, Effect.LINE));
      isLeft = true;
    }
    return part.map(p -> p.text());
  }

  private ValueFlaw third(Text rest) {
    return ValueFlaw.of(
            Effect.LINE, rest.place(), "`%s` is too much in `%s=`", rest.text(), context.name())
        .help("write a partition, a colon and its options, and a blank before the next");
  }
}
