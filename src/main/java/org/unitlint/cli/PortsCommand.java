package org.unitlint.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Starts;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.host.ports.Activation;
import org.unitlint.host.ports.Evidence;
import org.unitlint.host.ports.Listening;
import org.unitlint.host.ports.Ports;
import org.unitlint.report.CheckFormat;
import org.unitlint.report.Findings;
import org.unitlint.report.PortsAnswer;
import org.unitlint.report.PortsJson;
import org.unitlint.report.PortsText;
import org.unitlint.rule.Linter;
import org.unitlint.rule.Rules;
import org.unitlint.source.Place;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint ports}: who listens where, and who collides. */
final class PortsCommand implements Command {
  static final String SUMMARY = "Tell who listens where, and who is in whose way.";

  private static final int WIDTH = 80;

  @Override
  public String name() {
    return "ports";
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
        "FILTER",
        "0..*",
        "A port (23, :23), a protocol or kind (tcp, udp, unix), who has the socket (socket, xinetd,"
            + " inetd, standalone), or a name or pattern: of a port, unit, service or program."
            + " Several: all must hold. Words with a slash, or that name a file or folder, are"
            + " PATHs: their folder is looked at alone.");
    Lookup.addTo(spec);
    spec.addOption(
        Options.flag(
            "--all", "Also what the boot does not start: a column says when it is started."));
    Options.addAnswer(spec, "text (default) or json.");
    spec.addOption(
        Options.text(
            "--fail-on",
            "SEVERITY",
            "Exit with 1 if something is found that is at least this bad; default: warning."));
    spec.usageMessage()
        .footer(
            "",
            "Looks at socket units, at the services of xinetd and inetd, and at services whose"
                + " command line says where they listen, or whose program has a usual port (marked"
                + " ?). Below the table: what collides, and what may not have its port.",
            "",
            "unitlint ports --root /srv/image",
            "unitlint ports --root /srv/image :53 udp",
            "unitlint ports --all 'mariadb*'");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    boolean json = Options.json(arguments);
    var failOn = Options.choice(arguments, "--fail-on", "warning", Severity::ofWord);
    var palette = Options.palette(arguments, terminal);
    var found = Lookup.of(arguments, terminal).find(Lookup.words(arguments));
    boolean all = arguments.hasMatchedOption("--all");
    var answer = answer(found, all, terminal);
    var style = new PortsText.Style(width(terminal), all);
    Options.write(
        arguments,
        terminal,
        out -> {
          if (json) {
            PortsJson.write(answer, out);
            return;
          }
          out.write(PortsText.of(answer, style, palette));
          if (!answer.findings().diagnostics().isEmpty()) {
            out.write('\n');
            CheckFormat.PRETTY.report(palette).write(answer.findings(), out);
          }
        });
    if (!found.isComplete()) {
      return Exit.UNREADABLE;
    }
    boolean failed =
        answer.findings().diagnostics().stream().anyMatch(d -> d.severity().atLeast(failOn));
    return failed || !answer.refused().isEmpty() ? Exit.FINDINGS : Exit.CLEAN;
  }

  /** What is not read on a terminal has all columns. */
  private static int width(Terminal terminal) {
    return terminal.interactive() ? terminal.columns().orElse(WIDTH) : Integer.MAX_VALUE;
  }

  private static PortsAnswer answer(Lookup.Found found, boolean all, Terminal terminal) {
    var machine = found.machine();
    var completed = machine.completed();
    var target = UnitName.parse(Asked.DEFAULT_TARGET).orElseThrow();
    var roots = new TreeSet<>(DependencyGraph.everything(completed));
    var anchors = DependencyGraph.start(completed, target);
    roots.addAll(anchors);
    var graph = DependencyGraph.load(completed, roots);
    var anchor = anchors.get(anchors.size() - 1);
    String own = graph.unit(anchor.toString()).map(Unit::toString).orElse(Asked.DEFAULT_TARGET);
    var starts = Starts.by(graph, own);
    boolean known = graph.units().containsKey(own) && starts.isKnown();
    if (!known) {
      terminal.say("nothing is known of the boot: there is no " + Asked.DEFAULT_TARGET);
    }
    var ports = Ports.of(machine, units(machine, graph));
    var filters = found.words().stream().map(w -> new PortFilter(w, ports)).toList();
    var matching = new ArrayList<PortsAnswer.Row>();
    for (Listening listening : ports.all()) {
      if (isAsked(listening, found) && filters.stream().allMatch(f -> f.matches(listening))) {
        matching.add(new PortsAnswer.Row(listening, when(listening, starts, graph)));
      }
    }
    var rows = matching.stream().filter(r -> isShown(r, matching, all || !known)).toList();
    var refused =
        ports.refused().stream()
            .filter(
                r -> filters.isEmpty() || rows.stream().anyMatch(w -> isOf(w, r.service().name())))
            .toList();
    boolean any = filters.isEmpty() && found.files().isEmpty();
    var findings = findings(machine, rows, any);
    int hidden = all || !known ? 0 : matching.size() - rows.size();
    return new PortsAnswer(rows, hidden, refused, findings, own);
  }

  /** All that listens on a machine, given what its boot starts. */
  static PortsAnswer answer(Machine machine, DependencyGraph graph, Starts starts) {
    var ports = Ports.of(machine, units(machine, graph));
    var rows = new ArrayList<PortsAnswer.Row>();
    for (Listening listening : ports.all()) {
      rows.add(new PortsAnswer.Row(listening, when(listening, starts, graph)));
    }
    var shown = rows.stream().filter(r -> isShown(r, rows, true)).toList();
    var none = new Findings(List.of(), 0, 0);
    return new PortsAnswer(shown, 0, ports.refused(), none, starts.anchor());
  }

  /** Whether it is of a unit whose file is named, if files are named that lie on a machine. */
  private static boolean isAsked(Listening listening, Lookup.Found found) {
    var names = found.files().stream().map(UnitName::toString).toList();
    return names.isEmpty()
        || !found.machine().setup().whole()
        || names.contains(listening.name())
        || names.contains(listening.starts().what());
  }

  private static boolean isOf(PortsAnswer.Row row, String service) {
    return row.listening().portName().filter(service::equals).isPresent()
        || row.listening().name().equals(service);
  }

  /** Those with files, and instances that others name. */
  private static List<Unit> units(Machine machine, DependencyGraph graph) {
    var units = new TreeMap<String, Unit>();
    machine.units().forEach(u -> units.put(u.name().toString(), u));
    for (Unit unit : graph.units().values()) {
      if (unit.name().isInstance()) {
        var own = machine.unit(unit.name());
        units.putIfAbsent(own.name().toString(), own);
      }
    }
    return List.copyOf(units.values());
  }

  private static PortsAnswer.When when(Listening listening, Starts starts, DependencyGraph graph) {
    if (listening.isTemplate()) {
      return PortsAnswer.When.TEMPLATE;
    }
    if (listening.unit().isEmpty()) {
      return PortsAnswer.When.UNKNOWN;
    }
    String unit = listening.unit().get().name().toString();
    if (!graph.units().containsKey(unit)) {
      return PortsAnswer.When.NO;
    }
    return switch (starts.when(unit)) {
      case AT_ONCE -> PortsAnswer.When.BOOT;
      case ON_DEMAND -> PortsAnswer.When.ON_DEMAND;
      case NEVER -> PortsAnswer.When.NO;
    };
  }

  /** What a program usually has is not shown where its socket unit is, which has it. */
  private static boolean isShown(PortsAnswer.Row row, List<PortsAnswer.Row> rows, boolean all) {
    boolean given =
        row.listening().evidence() == Evidence.USUAL
            && rows.stream()
                .filter(r -> r.when() == PortsAnswer.When.BOOT)
                .map(PortsAnswer.Row::listening)
                .anyMatch(l -> isFor(l, row.listening()));
    boolean starts = row.when() == PortsAnswer.When.BOOT || row.when() == PortsAnswer.When.UNKNOWN;
    return !given && (all || starts);
  }

  private static boolean isFor(Listening socket, Listening service) {
    return socket.activation() == Activation.SOCKET
        && socket.address().port() == service.address().port()
        && socket.endpoint().protocol().equals(service.endpoint().protocol())
        && socket.starts().what().equals(service.name());
  }

  /** What is wrong with those that are shown. */
  private static Findings findings(Machine machine, List<PortsAnswer.Row> rows, boolean any) {
    var result = new Linter(machine, Rules.OF_PORTS).check(path -> true);
    var shown = new HashSet<String>();
    rows.forEach(r -> shown.add(key(r.listening().place())));
    var kept =
        result.diagnostics().stream()
            .filter(d -> d.severity() != Severity.HINT)
            .filter(d -> any || places(d).map(PortsCommand::key).anyMatch(shown::contains))
            .toList();
    return new Findings(kept, result.files(), result.units());
  }

  private static Stream<Place> places(Diagnostic finding) {
    return Stream.concat(Stream.of(finding.place()), finding.labels().stream().map(l -> l.place()));
  }

  private static String key(Place place) {
    return place.source().name() + ":" + place.span();
  }
}
