package org.unitlint.cli.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.unitlint.catalog.Catalog;
import org.unitlint.diagnostic.Severity;
import org.unitlint.rule.Known;
import org.unitlint.rule.Level;
import org.unitlint.source.Paths;

/** Reads a {@code unitlint.toml}. Only a file that is there needs this class, and so TOML. */
public final class ConfigReader {
  private static final String SELECT = "select";
  private static final String EXTEND = "extend-select";
  private static final String IGNORE = "ignore";
  private static final String SEVERITY = "severity";
  private static final Set<String> KEYS =
      Set.of(
          SELECT,
          EXTEND,
          IGNORE,
          SEVERITY,
          "overrides",
          "target-version",
          "hints",
          "fail-on",
          "known",
          "baseline");
  private static final Set<String> OVERRIDE_KEYS =
      Set.of("paths", SELECT, EXTEND, IGNORE, SEVERITY);
  private static final String UNITS = "units";
  private static final String EXECUTABLES = "executables";
  private static final String DIRECTIVES = "directives";
  private static final Set<String> KNOWN_KEYS = Set.of(UNITS, EXECUTABLES, DIRECTIVES);
  private static final Pattern DIRECTIVE = Pattern.compile("([\\w-]+\\.)?[\\w-]+");

  private final String name;
  private final String folder;

  private ConfigReader(String name, String folder) {
    this.name = name;
    this.folder = folder;
  }

  /**
   * The configuration that the text holds.
   *
   * @param name what to call the file before people
   * @param folder the absolute path of its folder
   */
  public static ConfigFile read(String name, String folder, String text) throws ConfigProblem {
    var parsed = Toml.parse(text);
    if (parsed.hasErrors()) {
      var error = parsed.errors().get(0);
      var at = error.position();
      throw new ConfigProblem(at.line(), at.column(), lower(error.getMessage()));
    }
    return new ConfigReader(name, folder).read(new Keys(parsed, KEYS));
  }

  private static String lower(String message) {
    String line = message.lines().findFirst().orElse("no TOML");
    return line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
  }

  private ConfigFile read(Keys keys) throws ConfigProblem {
    var extra = new LinkedHashMap<String, Entry<List<String>>>();
    var known = keys.table("known", KNOWN_KEYS);
    if (known.isPresent()) {
      for (String key : List.of(UNITS, EXECUTABLES, DIRECTIVES)) {
        known.get().strings(key).ifPresent(e -> extra.put(key, e));
      }
    }
    return new ConfigFile(
        name,
        folder,
        layer(keys),
        overrides(keys),
        version(keys),
        keys.flag("hints"),
        failOn(keys),
        keys.text("baseline"),
        extra,
        known.isEmpty() ? Known.NONE : known(known.get()));
  }

  private static Layer layer(Keys keys) throws ConfigProblem {
    return new Layer(rules(keys, SELECT), rules(keys, EXTEND), rules(keys, IGNORE), severity(keys));
  }

  private static Optional<Entry<List<Selector>>> rules(Keys keys, String key) throws ConfigProblem {
    return keys.each(key, ConfigReader::selector);
  }

  private static Selector selector(String word, Keys.Problem problem) throws ConfigProblem {
    var found = Selector.of(word);
    if (found.isEmpty()) {
      throw problem.of("there is no rule `" + word + "`" + Keys.meant(Selector.near(word)));
    }
    return found.get();
  }

  private static Map<Selector, Entry<Level>> severity(Keys keys) throws ConfigProblem {
    var levels = new LinkedHashMap<Selector, Entry<Level>>();
    var table = keys.table(SEVERITY);
    if (table.isEmpty()) {
      return levels;
    }
    for (String rule : table.get().names()) {
      var word = table.get().text(rule).orElseThrow();
      var selector = selector(rule, message -> table.get().problem(rule, message));
      levels.put(selector, new Entry<>(level(word.value(), table.get(), rule), word.line()));
    }
    return levels;
  }

  private static Level level(String word, Keys keys, String key) throws ConfigProblem {
    var level = Level.ofWord(word);
    if (level.isEmpty()) {
      throw keys.problem(
          key,
          "`"
              + word
              + "` is no severity: error, warning, info, hint or off"
              + Keys.meant(word, List.of("error", "warning", "info", "hint", "off")));
    }
    return level.get();
  }

  private static List<PathLayer> overrides(Keys keys) throws ConfigProblem {
    var overrides = new ArrayList<PathLayer>();
    for (Keys table : keys.tables("overrides", OVERRIDE_KEYS)) {
      var paths = table.each("paths", ConfigReader::glob);
      if (paths.isEmpty()) {
        throw table.problem("an override needs `paths`");
      }
      overrides.add(new PathLayer(table.line(), paths.get(), layer(table)));
    }
    return overrides;
  }

  private static PathGlob glob(String text, Keys.Problem problem) throws ConfigProblem {
    var glob = PathGlob.of(text);
    if (glob.isEmpty()) {
      throw problem.of(
          text.isEmpty()
              ? "an empty pattern matches nothing"
              : "`" + text + "` is no pattern: `[` and what belongs to it do not make a set");
    }
    return glob.get();
  }

  private static Optional<Entry<Integer>> version(Keys keys) throws ConfigProblem {
    var word = keys.word("target-version");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    var catalog = Catalog.standard();
    var version = catalog.version(word.get().value());
    if (version.isEmpty()) {
      throw keys.problem(
          "target-version",
          "`"
              + word.get().value()
              + "` is neither a version of systemd, such as 252, nor a distribution, such as"
              + " debian-12"
              + Keys.meant(word.get().value(), catalog.distributions()));
    }
    return Optional.of(new Entry<>(version.get(), word.get().line()));
  }

  private static Optional<Entry<Severity>> failOn(Keys keys) throws ConfigProblem {
    var word = keys.text("fail-on");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    var severity = Severity.ofWord(word.get().value());
    if (severity.isEmpty()) {
      throw keys.problem(
          "fail-on",
          "`"
              + word.get().value()
              + "` is no severity: error, warning, info or hint"
              + Keys.meant(word.get().value(), List.of("error", "warning", "info", "hint")));
    }
    return Optional.of(new Entry<>(severity.get(), word.get().line()));
  }

  private static Known known(Keys keys) throws ConfigProblem {
    var units = globs(keys, UNITS);
    var executables = globs(keys, EXECUTABLES);
    var directives =
        keys.each(DIRECTIVES, ConfigReader::directive).map(Entry::value).orElse(List.of());
    return new Known(
        any(units, PathGlob::matches),
        any(
            executables,
            (glob, path) -> glob.hasFolder() ? glob.covers(path) : glob.matches(Paths.name(path))),
        (section, directive) ->
            directives.contains(directive) || directives.contains(section + "." + directive));
  }

  private static List<PathGlob> globs(Keys keys, String key) throws ConfigProblem {
    return keys.each(key, ConfigReader::glob).map(Entry::value).orElse(List.of());
  }

  private static Predicate<String> any(
      List<PathGlob> globs, BiPredicate<PathGlob, String> matches) {
    return text -> globs.stream().anyMatch(g -> matches.test(g, text));
  }

  private static String directive(String word, Keys.Problem problem) throws ConfigProblem {
    if (!DIRECTIVE.matcher(word).matches()) {
      throw problem.of("`" + word + "` is no directive: write `Name` or `Section.Name`");
    }
    return word;
  }
}
