package org.unitlint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.unitlint.boot.Forecast;
import org.unitlint.graph.Cycles;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Starts;
import org.unitlint.host.Machine;
import org.unitlint.host.UnitName;
import org.unitlint.report.Findings;
import org.unitlint.report.page.Report;
import org.unitlint.report.timeline.Detail;
import org.unitlint.source.Paths;
import picocli.CommandLine.ParseResult;

/** Works out what a report tells of a machine, besides the findings. */
final class Reported {
  private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String FALLBACK = "rescue.target";

  /** So many units have a part of their own; a page with more would be slow to read. */
  private static final int MOST_TOLD = 1500;

  private final ParseResult arguments;
  private final Terminal terminal;
  private final Lookup lookup;

  Reported(ParseResult arguments, Terminal terminal, Lookup lookup) {
    this.arguments = arguments;
    this.terminal = terminal;
    this.lookup = lookup;
  }

  /** The report on what the command line names. */
  Report report(Inputs.Whole whole, List<String> paths, Findings findings) throws Trouble {
    var found = Machines.of(whole.tree(), whole.setup(), lookup.emulate());
    var machine = found.setup().whole() ? found : found.completed();
    var target = target(whole);
    var started = DependencyGraph.start(machine, target);
    var roots = new TreeSet<>(DependencyGraph.everything(machine));
    roots.addAll(started);
    var graph = DependencyGraph.load(machine, roots);
    String first = started.get(started.size() - 1).toString();
    String anchor = graph.unit(first).map(u -> u.toString()).orElse(first);
    var starts = Starts.by(graph, anchor);
    return new Report(
        title(machine, paths),
        subtitle(machine, anchor),
        findings,
        graph,
        told(found, graph, findings, starts),
        starts,
        first.equals(FALLBACK) ? FALLBACK : target.toString(),
        starts.isKnown() ? Cycles.of(graph, anchor) : List.of(),
        graph.edges().filter(e -> isConflict(e, starts)).sorted(Edge.ORDER).toList(),
        forecast(machine, target, started),
        new Detail(false, isMeasured()),
        PortsCommand.answer(machine, graph, starts));
  }

  /** The default target, or the unit of the one file that is looked at by itself. */
  private static UnitName target(Inputs.Whole whole) {
    var units = whole.units().stream().filter(u -> !u.isTemplate()).toList();
    return units.size() == 1 && !whole.setup().whole()
        ? units.get(0)
        : UnitName.parse(Asked.DEFAULT_TARGET).orElseThrow();
  }

  /**
   * Those that have a file here: on a whole machine also those that are only named. Of very many
   * first those at which something was found, then those that are started.
   */
  private static TreeSet<String> told(
      Machine found, DependencyGraph graph, Findings findings, Starts starts) {
    var units = new ArrayList<String>();
    for (var unit : graph.units().values()) {
      var here = found.unit(unit.name());
      boolean written = !here.fragmentPath().isEmpty() || !here.dropinPaths().isEmpty();
      if (written || found.setup().whole()) {
        units.add(unit.toString());
      }
    }
    var wrong = new HashSet<String>();
    findings.diagnostics().forEach(d -> d.unit().ifPresent(wrong::add));
    units.sort(
        Comparator.comparing((String u) -> !wrong.contains(u))
            .thenComparing(u -> !starts.atOnce().contains(u))
            .thenComparing(Comparator.naturalOrder()));
    return new TreeSet<>(units.subList(0, Math.min(MOST_TOLD, units.size())));
  }

  private static boolean isConflict(Edge edge, Starts starts) {
    return edge.kind() == Dependency.CONFLICTS
        && starts.atOnce().contains(edge.from())
        && starts.atOnce().contains(edge.to());
  }

  private boolean isMeasured() {
    return arguments.hasMatchedOption("--timings") || arguments.hasMatchedOption("--recorded");
  }

  /** As {@code boot} does it: of what starting the target loads. */
  private Forecast forecast(Machine machine, UnitName target, List<UnitName> started)
      throws Trouble {
    var graph = DependencyGraph.load(machine, started);
    var options = new BootOptions(arguments, terminal);
    var request = BootCommand.request(graph, target, options);
    try (var progress = new Progressing(terminal)) {
      var forecast = Forecast.of(graph, options.question(request, graph), progress);
      options.problems().forEach(terminal::say);
      return forecast;
    }
  }

  private String title(Machine machine, List<String> paths) {
    String given = arguments.matchedOptionValue("--title", "");
    if (!given.isEmpty()) {
      return given;
    }
    var named = lookup.root().or(() -> paths.stream().findFirst());
    String more = paths.size() > 1 ? " and " + (paths.size() - 1) + " more" : "";
    String host = machine.setup().whole() ? hostName(machine) : "";
    if (!host.isEmpty()) {
      return host;
    }
    String name = named.map(n -> Paths.name(Paths.normalize("/" + n))).orElse("");
    return (name.isEmpty() ? "this machine" : name) + more;
  }

  private static String hostName(Machine machine) {
    try {
      var bytes = machine.tree().read("/etc/hostname", 256);
      String line = new String(bytes, StandardCharsets.US_ASCII).strip();
      return HOST_NAME.matcher(line).matches() ? line : "";
    } catch (IOException e) {
      return "";
    }
  }

  private String subtitle(Machine machine, String anchor) {
    return "What systemd "
        + machine.setup().version()
        + " would make of "
        + (machine.setup().whole() ? "this machine" : "these units")
        + ", starting "
        + anchor;
  }
}
