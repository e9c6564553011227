package org.unitlint.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.unitlint.catalog.Catalog;
import org.unitlint.cli.config.ConfigFile;
import org.unitlint.cli.config.ConfigProblem;
import org.unitlint.cli.config.ConfigReader;
import org.unitlint.cli.config.Entry;
import org.unitlint.cli.config.Layer;
import org.unitlint.cli.config.PathLayer;
import org.unitlint.cli.config.Selector;
import org.unitlint.diagnostic.Severity;
import org.unitlint.rule.Level;
import org.unitlint.rule.Rule;
import org.unitlint.rule.Rules;
import org.unitlint.source.Paths;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The configurations of one run: what the command line says, and over which of the files called
 * {@code unitlint.toml} it says it. Files are looked for from a folder upward, then in the user's
 * own configuration.
 */
final class Configuration {
  static final String FILE = "unitlint.toml";

  /** More than anybody writes. */
  private static final int MAX_BYTES = 1 << 20;

  private final Terminal terminal;
  private final Terms.Given given;
  private final Map<String, ConfigFile> byFolder = new HashMap<>();
  private final Map<Holding, Terms> terms = new ConcurrentHashMap<>();
  private Optional<ConfigFile> only = Optional.empty();

  private Configuration(Terminal terminal, Terms.Given given) {
    this.terminal = terminal;
    this.given = given;
  }

  /** A file, and those of its overrides that hold. */
  private record Holding(ConfigFile file, List<PathLayer> overrides) {}

  /** Adds the options that say which file is read. */
  static void addFinding(CommandSpec spec) {
    spec.addOption(
        Options.text(
            "--config",
            "FILE",
            "Take the configuration from there, not from the nearest unitlint.toml."));
    spec.addOption(Options.flag("--no-config", "Read no configuration."));
  }

  /** Adds the options that go before what a file says. */
  static void addChoosing(CommandSpec spec) {
    spec.addOption(
        Options.text("--select", "RULES", "Only these rules: codes, names or first letters."));
    spec.addOption(Options.text("--ignore", "RULES", "All but these rules."));
    spec.addOption(
        Options.texts(
            "--severity", "RULE=LEVEL", "What findings count as: a severity, or off; repeatable."));
    spec.addOption(Options.flag("--hints", "Show hints too."));
    spec.addOption(Options.flag("--no-hints", "Show no hints, whatever the configuration says."));
    spec.addOption(
        Options.text(
            "--fail-on", "LEVEL", "Exit with 1 from error, warning (default), info or hint on."));
  }

  /** What the command line asks for; options that the command does not have count as not given. */
  static Configuration of(ParseResult arguments, Terminal terminal) throws Trouble {
    Optional<Boolean> hints = Optional.empty();
    if (arguments.hasMatchedOption("--no-hints")) {
      hints = Optional.of(false);
    } else if (arguments.hasMatchedOption("--hints")) {
      hints = Optional.of(true);
    }
    var failOn =
        arguments.hasMatchedOption("--fail-on")
            ? Optional.of(Options.choice(arguments, "--fail-on", "", Severity::ofWord))
            : Optional.<Severity>empty();
    var given = new Terms.Given(layer(arguments), hints, failOn, Lookup.givenVersion(arguments));
    var configuration = new Configuration(terminal, given);
    configuration.only = only(arguments, configuration);
    return configuration;
  }

  /** The only file to read, if the command line says so. */
  private static Optional<ConfigFile> only(ParseResult arguments, Configuration configuration)
      throws Trouble {
    String named = arguments.matchedOptionValue("--config", "");
    if (arguments.hasMatchedOption("--no-config")) {
      if (!named.isEmpty()) {
        throw Trouble.usage("--config and --no-config cannot both be");
      }
      return Optional.of(ConfigFile.NONE);
    }
    if (named.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(configuration.read(configuration.terminal.path(named)));
  }

  private static Layer layer(ParseResult arguments) throws Trouble {
    var severity = new LinkedHashMap<Selector, Entry<Level>>();
    for (String word : arguments.matchedOptionValue("--severity", List.<String>of())) {
      int equals = word.indexOf('=');
      var rule = selector(equals < 0 ? word : word.substring(0, equals), "--severity");
      var level = Level.ofWord(word.substring(equals + 1));
      if (equals < 0 || level.isEmpty()) {
        throw Trouble.usage(
            "--severity " + word + ": write RULE=error, warning, info, hint or off");
      }
      severity.put(rule, new Entry<>(level.get(), 1));
    }
    return new Layer(
        selectors(arguments, "--select"),
        Optional.empty(),
        selectors(arguments, "--ignore"),
        severity);
  }

  private static Optional<Entry<List<Selector>>> selectors(ParseResult arguments, String option)
      throws Trouble {
    String text = arguments.matchedOptionValue(option, "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var selectors = new ArrayList<Selector>();
    for (String word : text.split("[, ]+")) {
      selectors.add(selector(word, option));
    }
    return Optional.of(new Entry<>(selectors, 1));
  }

  private static Selector selector(String word, String option) throws Trouble {
    var selector = Selector.of(word);
    if (selector.isEmpty()) {
      var meant = Selector.near(word).map(n -> "did you mean `" + n + "`?");
      throw Trouble.usage(
          option + ": there is no rule `" + word + "`; " + meant.orElse("see unitlint rules"));
    }
    return selector.get();
  }

  /** The file that holds in the folder, of that absolute path. */
  ConfigFile in(String folder) throws Trouble {
    if (only.isPresent()) {
      return only.get();
    }
    var known = byFolder.get(folder);
    if (known == null) {
      var file = path(Paths.join(folder, FILE)).filter(Files::isRegularFile);
      known =
          file.isPresent()
              ? read(file.get())
              : folder.equals("/") ? ofUser() : in(Paths.parent(folder));
      byFolder.put(folder, known);
    }
    return known;
  }

  private ConfigFile ofUser() throws Trouble {
    var environment = terminal.environment();
    String home = environment.getOrDefault("HOME", "");
    String set = environment.getOrDefault("XDG_CONFIG_HOME", "");
    String folder = set.startsWith("/") ? set : home.isEmpty() ? "" : home + "/.config";
    var file =
        path(folder + "/unitlint/" + FILE).filter(p -> !folder.isEmpty() && Files.isRegularFile(p));
    return file.isPresent() ? read(file.get()) : ConfigFile.NONE;
  }

  private static Optional<Path> path(String path) {
    try {
      return Optional.of(Path.of(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private ConfigFile read(Path file) throws Trouble {
    String name = terminal.name(file);
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw Trouble.unreadable("cannot read " + name + ": " + Inputs.reason(e));
    }
    if (bytes.length > MAX_BYTES) {
      throw Trouble.usage(name + ":1:1: larger than a mebibyte");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String folder = Paths.normalize(file.toAbsolutePath().getParent().toString());
      return ConfigReader.read(name, folder, text);
    } catch (CharacterCodingException e) {
      throw Trouble.usage(name + ":1:1: not UTF-8");
    } catch (ConfigProblem e) {
      throw Trouble.usage(name + ":" + e.line() + ":" + e.column() + ": " + e.getMessage());
    }
  }

  /** What holds for a file, given which configuration holds in its folder. */
  Terms terms(ConfigFile file, Where where) {
    return terms.computeIfAbsent(new Holding(file, overrides(file, where)), this::terms);
  }

  /** The overrides of a configuration that hold for a file, in order. */
  List<PathLayer> overrides(ConfigFile file, Where where) {
    return file.overrides(where.path(), where.inRoot());
  }

  private Terms terms(Holding holding) {
    var layers = new ArrayList<Layer>();
    layers.add(holding.file.layer());
    holding.overrides.forEach(o -> layers.add(o.layer()));
    layers.add(given.layer());
    return Terms.of(holding.file, layers, given);
  }

  /** All rules of which something may be told under that file. */
  List<Rule> rules(ConfigFile file) {
    var plain = terms(new Holding(file, List.of()));
    return Rules.ALL.stream()
        .filter(
            r ->
                plain.level(r.info()).isTold()
                    || file.overrides().stream().anyMatch(o -> o.layer().mayTell(r.info())))
        .toList();
  }

  /** The systemd version to judge by. */
  int targetVersion(ConfigFile file) {
    return given
        .targetVersion()
        .or(() -> file.targetVersion().map(Entry::value))
        .orElseGet(() -> Catalog.standard().newestVersion());
  }
}
