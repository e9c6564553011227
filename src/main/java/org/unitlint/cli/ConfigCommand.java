package org.unitlint.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.cli.config.ConfigFile;
import org.unitlint.cli.config.Entry;
import org.unitlint.cli.config.Layer;
import org.unitlint.cli.config.PathGlob;
import org.unitlint.cli.config.PathLayer;
import org.unitlint.cli.config.Selector;
import org.unitlint.report.ConfigReport;
import org.unitlint.report.Held;
import org.unitlint.rule.Level;
import org.unitlint.rule.Rule;
import org.unitlint.rule.Rules;
import org.unitlint.source.Paths;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint config}: which configuration holds for a file, and why. */
final class ConfigCommand implements Command {
  static final String SUMMARY = "Tell which configuration holds for a file or folder, and why.";

  @Override
  public String name() {
    return "config";
  }

  @Override
  public String summary() {
    return SUMMARY;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("0..1")
            .type(String.class)
            .description("A file or folder; default: the working folder.")
            .build());
    spec.addOption(
        Options.text("--root", "DIR", "Take DIR as /; without PATH its own configuration."));
    Configuration.addFinding(spec);
    spec.addOption(Options.text("--format", "FORMAT", "text (default) or json."));
    spec.addOption(Options.output());
    spec.usageMessage().footer("", "unitlint config units/my.service");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    boolean json = Options.json(arguments);
    var root = Optional.ofNullable(arguments.<String>matchedOptionValue("--root", null));
    String path = arguments.matchedPositionalValue(0, root.orElse("."));
    var file = terminal.path(path);
    if (!Files.exists(file)) {
      throw Trouble.unreadable(path + ": no such file or folder");
    }
    String absolute = Paths.normalize(file.toString());
    var configuration = Configuration.of(arguments, terminal);
    var config = configuration.in(Files.isDirectory(file) ? absolute : Paths.parent(absolute));
    var where = new Where(absolute, inRoot(absolute, root, terminal));
    var terms = configuration.terms(config, where);
    var off = Rules.ALL.stream().map(Rule::info).filter(r -> !terms.level(r).isTold()).toList();
    var values = values(config, configuration.overrides(config, where), configuration);
    var report = new ConfigReport(path, config.name(), values, off);
    Options.write(arguments, terminal, json ? report::json : report::text);
    return Exit.CLEAN;
  }

  /** The path in the root, if there is one and the path is in it. */
  private static Optional<String> inRoot(String path, Optional<String> root, Terminal terminal)
      throws Trouble {
    if (root.isEmpty()) {
      return Optional.empty();
    }
    String folder = Paths.normalize(terminal.path(root.get()).toString());
    if (!Paths.isWithin(path, folder)) {
      return Optional.empty();
    }
    return Optional.of(
        Paths.normalize(folder.equals("/") ? path : path.substring(folder.length())));
  }

  private static List<Held> values(
      ConfigFile config, List<PathLayer> overrides, Configuration configuration) {
    var values = new Values(config.name());
    var select = config.layer().select();
    values.list("select", select.map(e -> words(e)), List.of(Selector.ALL));
    values.list("extend-select", config.layer().extendSelect().map(e -> words(e)), List.of());
    values.list("ignore", config.layer().ignore().map(e -> words(e)), List.of());
    values.severity("severity.", config.layer());
    for (PathLayer override : overrides) {
      String key = "overrides:" + override.line() + ".";
      var paths = override.paths();
      var globs = paths.value().stream().map(PathGlob::text).toList();
      values.list(key + "paths", Optional.of(new Entry<>(globs, paths.line())), List.of());
      values.layer(key, override.layer());
    }
    values.one(
        "target-version",
        Held.Kind.NUMBER,
        config.targetVersion().map(ConfigCommand::word),
        String.valueOf(configuration.targetVersion(config)));
    values.one("hints", Held.Kind.FLAG, config.hints().map(ConfigCommand::word), "false");
    var failOn = config.failOn().map(e -> new Entry<>(e.value().word(), e.line()));
    values.one("fail-on", Held.Kind.TEXT, failOn, "warning");
    for (String key : List.of("units", "executables", "directives")) {
      var known = Optional.ofNullable(config.extra().get(key));
      values.list("known." + key, known, List.of());
    }
    values.one("baseline", Held.Kind.TEXT, config.baseline(), "");
    return values.held;
  }

  private static Entry<String> word(Entry<?> entry) {
    return new Entry<>(String.valueOf(entry.value()), entry.line());
  }

  private static Entry<List<String>> words(Entry<List<Selector>> entry) {
    return new Entry<>(entry.value().stream().map(Selector::word).toList(), entry.line());
  }

  /** The values of one file so far. */
  private static final class Values {
    private final String file;
    private final List<Held> held = new ArrayList<>();

    Values(String file) {
      this.file = file;
    }

    void list(String key, Optional<Entry<List<String>>> written, List<String> otherwise) {
      var words = written.map(Entry::value).orElse(otherwise);
      held.add(held(key, Held.Kind.LIST, words, written));
    }

    void one(String key, Held.Kind kind, Optional<Entry<String>> written, String otherwise) {
      String word = written.map(Entry::value).orElse(otherwise);
      held.add(held(key, kind, word.isEmpty() ? List.of() : List.of(word), written));
    }

    private Held held(
        String key, Held.Kind kind, List<String> words, Optional<? extends Entry<?>> written) {
      return written.isEmpty()
          ? new Held(key, kind, words, "", 0)
          : new Held(key, kind, words, file, written.get().line());
    }

    /** What an override says, and nothing that holds by default. */
    void layer(String key, Layer layer) {
      layer.select().ifPresent(e -> list(key + "select", Optional.of(words(e)), List.of()));
      layer
          .extendSelect()
          .ifPresent(e -> list(key + "extend-select", Optional.of(words(e)), List.of()));
      layer.ignore().ifPresent(e -> list(key + "ignore", Optional.of(words(e)), List.of()));
      severity(key + "severity.", layer);
    }

    void severity(String key, Layer layer) {
      for (Map.Entry<Selector, Entry<Level>> entry : layer.severity().entrySet()) {
        String level = entry.getValue().value().word();
        var written = Optional.of(new Entry<>(level, entry.getValue().line()));
        one(key + entry.getKey().word(), Held.Kind.TEXT, written, "");
      }
    }
  }
}
