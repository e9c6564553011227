package org.unitlint.host.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.host.Scope;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.host.value.WordCutter.Way;

/**
 * Folders that systemd makes for a service. Step for step as config_parse_exec_directories() of
 * systemd; see systemd.exec(5), RuntimeDirectory=.
 */
final class OwnFolders {
  static final Grammar<List<OwnFolder>> GRAMMAR =
      (text, context) -> new OwnFolders(text, context).read();

  private static final Set<Way> WORDS = Set.of(Way.UNQUOTE, Way.KEEP_ESCAPES);
  private static final Set<Way> PARTS = Set.of(Way.UNESCAPE, Way.UNESCAPE_SEPARATORS);

  private final ValueContext context;
  private final WordCutter words;
  private final Found<OwnFolder> found = new Found<>();

  private OwnFolders(Text text, ValueContext context) {
    this.context = context;
    this.words = new WordCutter(text);
  }

  private Parsed<List<OwnFolder>> read() {
    boolean more = true;
    for (var word = next(); word.isPresent() && more; word = more ? next() : word) {
      more = folder(word.get());
    }
    if (words.isBroken()) {
      found.flaw(words.flaw(context, Effect.REST));
    }
    return found.parsed();
  }

  private Optional<WordCutter.Cut> next() {
    return words.next(WordCutter.BLANKS, WORDS);
  }

  /** One word; false where systemd leaves off. */
  private boolean folder(WordCutter.Cut word) {
    var parts = new WordCutter(word.text());
    var first = parts.next(":", PARTS);
    var second = first.flatMap(f -> parts.next(":", PARTS));
    if (parts.isBroken()) {
      found.flaw(parts.flaw(context, Effect.REST));
      return false;
    }
    if (first.isEmpty()) {
      found.flaw(nothing(word));
      return false;
    }
    var source = first.get().text();
    if (source.text().startsWith("/")) {
      found.flaw(absolute(source));
      return true;
    }
    var path = path(source);
    if (path.isEmpty()) {
      return true;
    }
    if (path.get().equals("private") || path.get().startsWith("private/")) {
      found.flaw(
          flaw(source, "`%s=` cannot make a folder `%s`, which systemd keeps for itself")
              .help("take another name"));
    } else if (second.isPresent() && isWithoutLinks()) {
      found.flaw(
          flaw(second.get().text(), "`%s=` makes no links such as `%s`").help("drop the link"));
    } else {
      var link = second.flatMap(s -> path(s.text()));
      if (second.isEmpty() || link.isPresent()) {
        found.value(new OwnFolder(path.get(), link));
      }
    }
    return true;
  }

  private boolean isWithoutLinks() {
    return context.directive().name().equals("ConfigurationDirectory");
  }

  private ValueFlaw nothing(WordCutter.Cut word) {
    return ValueFlaw.of(
            Effect.REST, word.written().place(), "`%s=` has an empty name", context.name())
        .help("drop it, or write the name of a folder");
  }

  private ValueFlaw flaw(Text where, String message) {
    return ValueFlaw.of(Effect.WORD, where.place(), message, context.name(), where.text());
  }

  private Optional<String> path(Text word) {
    var path = PathCheck.relative(word, context, Effect.WORD);
    int comma = word.text().indexOf(',');
    if (path.flaws().isEmpty() && comma >= 0) {
      found.flaw(
          ValueFlaw.of(
                  Effect.SILENT,
                  word.at(comma, comma + 1),
                  "commas do not separate names in `%s=`: this is one name",
                  context.name())
              .help("write a blank between names"));
    }
    return found.take(path);
  }

  /** A whole path, which may lead to the same place. */
  private ValueFlaw absolute(Text path) {
    var found = flaw(path, "`%s=` takes a name below its own folder, not the absolute path `%s`");
    if (context.scope() == Scope.USER) {
      return found.help("write it without a `/` at the start");
    }
    for (String folder : folders()) {
      if (path.text().startsWith(folder + "/") && path.text().length() > folder.length() + 1) {
        String name = path.text().substring(folder.length() + 1);
        return found.help("`" + folder + "` is its folder: leave that away").instead(name, true);
      }
    }
    return found.help("write a name below `" + folders().get(0) + "`, without a `/` at the start");
  }

  /** The folder of the directive for services of the system, then other spellings of it. */
  private List<String> folders() {
    return switch (context.directive().name()) {
      case "RuntimeDirectory" -> List.of("/run", "/var/run");
      case "StateDirectory" -> List.of("/var/lib");
      case "CacheDirectory" -> List.of("/var/cache");
      case "LogsDirectory" -> List.of("/var/log");
      default -> List.of("/etc");
    };
  }
}
