package org.unitlint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.JobMode;
import org.unitlint.boot.JobType;
import org.unitlint.boot.Request;
import org.unitlint.diagnostic.Severity;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.Machine;
import org.unitlint.host.UnitName;
import org.unitlint.report.BootFormat;
import org.unitlint.report.BootJson;
import org.unitlint.report.BootText;
import org.unitlint.report.timeline.Detail;
import org.unitlint.report.timeline.TimelinePage;
import org.unitlint.report.timeline.TimelineSvg;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint boot}: what starts, in which order, how long it takes, and what if. */
final class BootCommand implements Command {
  static final String SUMMARY = "Tell what starts, in which order, and how long it takes.";

  private static final int WIDTH = 80;
  private static final int WIDEST = 200;

  @Override
  public String name() {
    return "boot";
  }

  @Override
  public String summary() {
    return SUMMARY;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    Lookup.addWords(
        spec,
        "UNIT",
        "0..*",
        "What is started; default: default.target. A word with a slash, or that names a file or"
            + " folder, is a PATH: its folder is looked at alone.");
    Lookup.addTo(spec);
    Options.addAnswer(spec, "text (default), json, svg or html.");
    spec.addOption(
        Options.text(
            "--fail-on",
            "SEVERITY",
            "Exit with 1 from error, that nothing starts, or warning (default) on."));
    spec.addOption(Options.flag("--all", "text, svg, html: a line for every start."));
    spec.addOption(Options.flag("--verbose", "text: each assumption, and why units are skipped."));
    BootOptions.addTo(spec);
    spec.usageMessage()
        .footer(
            "",
            "A bar for each start that takes a while, * on what holds the boot up.",
            "",
            "unitlint boot --root /srv/image --assume virtualization=kvm",
            "unitlint boot --timings blame.txt --without apt-daily.service",
            "unitlint boot --format svg --output boot.svg",
            "unitlint boot rescue.target --from multi-user.target --mode isolate");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    var format = Options.choice(arguments, "--format", "text", BootFormat::ofWord);
    var failOn = Options.choice(arguments, "--fail-on", "warning", Severity::ofWord);
    var words = Lookup.words(arguments);
    var found = Lookup.of(arguments, terminal).find(words);
    var options = new BootOptions(arguments, terminal);
    var machine = found.machine().setup().whole() ? found.machine() : found.machine().completed();
    var unit = anchor(found);
    var graph = graph(machine, unit, options);
    var style = style(arguments, terminal, options);
    var detail = new Detail(style.all(), style.measured());
    var request = request(graph, unit, options);
    if (isInstead(graph, unit, request)) {
      terminal.say(unit + " cannot be started: systemd starts " + request.anchor() + " instead");
    }
    Forecast forecast;
    try (var progress = new Progressing(terminal)) {
      var question = options.question(request, graph);
      forecast = Forecast.of(graph, question, progress);
    }
    options.problems().forEach(terminal::say);
    var palette = Options.palette(arguments, terminal);
    Options.write(
        arguments,
        terminal,
        out -> {
          switch (format) {
            case TEXT -> out.write(BootText.of(forecast, style, palette));
            case JSON -> BootJson.write(forecast, out);
            case SVG -> TimelineSvg.write(forecast, detail, out);
            case HTML -> TimelinePage.write(forecast, detail, out);
          }
        });
    if (!found.isComplete()) {
      return Exit.UNREADABLE;
    }
    return severity(forecast).filter(s -> s.compareTo(failOn) <= 0).isPresent()
        ? Exit.FINDINGS
        : Exit.CLEAN;
  }

  private static BootText.Style style(
      ParseResult arguments, Terminal terminal, BootOptions options) {
    int width = terminal.columns().orElse(WIDTH);
    return new BootText.Style(
        Math.max(WIDTH, Math.min(width, WIDEST)),
        arguments.hasMatchedOption("--all"),
        arguments.hasMatchedOption("--verbose"),
        options.isMeasured());
  }

  /** The unit that is asked for, as it is named. */
  private static UnitName anchor(Lookup.Found found) throws Trouble {
    if (found.words().size() > 1) {
      throw Trouble.usage("one unit is needed, here are " + found.words().size());
    }
    if (found.words().size() == 1) {
      return UnitWord.of(found.words().get(0)).name();
    }
    var files = found.files().stream().filter(n -> !n.isTemplate()).toList();
    if (files.isEmpty() && found.files().size() == 1) {
      return UnitWord.of(found.files().get(0).toString()).name();
    }
    return files.size() == 1 ? files.get(0) : UnitName.parse(Asked.DEFAULT_TARGET).orElseThrow();
  }

  private static DependencyGraph graph(Machine machine, UnitName unit, BootOptions options)
      throws Trouble {
    var roots = new TreeSet<>(DependencyGraph.start(machine, unit));
    for (UnitName other : options.named()) {
      roots.addAll(DependencyGraph.start(machine, other));
    }
    var graph = DependencyGraph.load(machine, roots);
    if (!machine.names().contains(unit.toString())
        && graph.unit(unit.toString()).filter(u -> u.isLoaded()).isEmpty()
        && !unit.toString().equals(Asked.DEFAULT_TARGET)) {
      throw UnitWord.of(unit.toString()).missing(machine.names());
    }
    return graph;
  }

  /** What is asked of systemd: a boot where nothing else is said. */
  static Request request(DependencyGraph graph, UnitName unit, BootOptions options) throws Trouble {
    var active = options.active(graph);
    String own = graph.unit(unit.toString()).map(u -> u.toString()).orElse(unit.toString());
    if (options.mode().isPresent() || options.job() != JobType.START || !active.isEmpty()) {
      var mode = options.mode().orElse(JobMode.REPLACE);
      return Request.of(own, options.job(), mode).after(active);
    }
    return boot(graph, unit.toString(), options.activeBefore())
        .orElse(Request.of(own, JobType.START, JobMode.REPLACE));
  }

  /** Only in the place of {@code default.target} systemd starts something else. */
  private static Optional<Request> boot(DependencyGraph graph, String unit, Set<String> active) {
    return unit.equals(Asked.DEFAULT_TARGET)
        ? Request.boot(graph, unit, active)
        : Request.into(graph, unit, active);
  }

  /** Whether it is not what was asked for that is started. */
  private static boolean isInstead(DependencyGraph graph, UnitName asked, Request request) {
    return graph
        .unit(asked.toString())
        .filter(u -> u.toString().equals(request.anchor()))
        .isEmpty();
  }

  /** How bad it is; empty if nothing is. */
  private static Optional<Severity> severity(Forecast forecast) {
    if (forecast.plan().refusal().isPresent()) {
      return Optional.of(Severity.ERROR);
    }
    boolean fails =
        forecast.change().isEmpty()
            && forecast.timeline().entries().values().stream().anyMatch(e -> !e.result().isGood());
    boolean cycles = !forecast.plan().cycles().isEmpty();
    return fails || cycles ? Optional.of(Severity.WARNING) : Optional.empty();
  }

  /** The units that run once the unit is booted into. */
  static Set<String> runningAfter(DependencyGraph graph, String unit, BootOptions options)
      throws Trouble {
    var request = boot(graph, unit, Set.of());
    if (request.isEmpty()) {
      throw Trouble.usage("--from " + unit + ": that cannot be started");
    }
    var forecast = Forecast.of(graph, options.plain(request.get(), graph), (done, all) -> {});
    return forecast.timeline().active();
  }

  /** All of it in one list. */
  static List<String> parts(List<String> values) {
    var parts = new ArrayList<String>();
    values.forEach(v -> List.of(v.split("[ ,]+")).forEach(parts::add));
    parts.removeIf(String::isEmpty);
    return parts;
  }
}
