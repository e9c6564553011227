package org.unitlint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.unitlint.catalog.UnitType;
import org.unitlint.cli.Checker.Checked;
import org.unitlint.graph.Cycles;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Starts;
import org.unitlint.host.Machine;
import org.unitlint.host.UnitName;
import org.unitlint.report.Findings;
import org.unitlint.report.SecurityAnswer;
import org.unitlint.report.page.Changes;
import org.unitlint.report.page.Report;
import org.unitlint.report.timeline.Detail;
import org.unitlint.security.Advice;
import org.unitlint.security.Adviser;
import org.unitlint.security.Policy;
import org.unitlint.security.Risk;
import org.unitlint.source.Paths;
import org.unitlint.source.Threads;
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

  /** What is to come of what the command line names. */
  Prospect prospect(Inputs.Whole whole, Checked checked) throws Trouble {
    var found = checked.machine(whole, lookup);
    var machine = found.setup().whole() ? found : found.completed();
    return Prospect.of(found, machine, target(whole), checked, arguments, terminal);
  }

  /** The report on that. */
  Report report(
      Prospect prospect, List<String> paths, Findings findings, Optional<Changes> changes) {
    var machine = prospect.machine();
    var graph = prospect.graph();
    var starts = prospect.starts();
    String first = prospect.first();
    String anchor = starts.anchor();
    var told = told(prospect.found(), graph, findings, starts);
    var adviser = new Adviser(prospect.found(), Policy.STANDARD);
    var services = SecurityCommand.all(prospect.found(), adviser);
    return new Report(
        title(machine, paths),
        subtitle(machine, anchor),
        changes,
        findings,
        graph,
        told,
        starts,
        first.equals(FALLBACK) ? FALLBACK : prospect.target().toString(),
        starts.isKnown() ? Cycles.of(graph, anchor) : List.of(),
        graph.edges().filter(e -> isConflict(e, starts)).sorted(Edge.ORDER).toList(),
        prospect.forecast(),
        new Detail(false, isMeasured()),
        PortsCommand.answer(machine, graph, starts),
        services,
        others(prospect.found(), told, services, adviser));
  }

  /** What to do about services that have a part on the page, but no file: instances. */
  private static List<Advice> others(
      Machine found, Set<String> told, SecurityAnswer services, Adviser adviser) {
    var others = new TreeSet<>(told);
    services.services().forEach(a -> others.remove(a.now().unit().toString()));
    var loaded =
        others.stream()
            .flatMap(n -> found.unit(n).stream())
            .filter(u -> u.name().type() == UnitType.SERVICE && u.isLoaded())
            .toList();
    return Threads.over(loaded).map(u -> adviser.advice(u, Risk.MEDIUM)).toList();
  }

  /** The default target, or the unit of the one file that is looked at by itself. */
  private static UnitName target(Inputs.Whole whole) {
    var units = whole.units().stream().filter(u -> !u.isTemplate()).toList();
    return units.size() == 1 && !whole.setup().whole() ? units.get(0) : Prospect.DEFAULT_TARGET;
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
