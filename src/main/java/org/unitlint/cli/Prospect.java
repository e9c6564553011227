package org.unitlint.cli;

import java.util.List;
import java.util.TreeSet;
import org.unitlint.boot.Forecast;
import org.unitlint.cli.Checker.Checked;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Starts;
import org.unitlint.host.Machine;
import org.unitlint.host.UnitName;
import picocli.CommandLine.ParseResult;

/**
 * What is to come of the units of a machine.
 *
 * @param found the machine that the command line names
 * @param machine the same with what is taken to be around it
 * @param target that is to be started
 * @param started what systemd starts then: the target, and what takes its place where it is missing
 * @param graph of all units of the machine
 * @param starts what is started at once, and later
 * @param forecast of the start
 */
record Prospect(
    Machine found,
    Machine machine,
    UnitName target,
    List<UnitName> started,
    DependencyGraph graph,
    Starts starts,
    Forecast forecast) {
  static final UnitName DEFAULT_TARGET = UnitName.parse(Asked.DEFAULT_TARGET).orElseThrow();

  Prospect {
    started = List.copyOf(started);
  }

  /**
   * That of a machine.
   *
   * @param checked what is known of it
   * @param arguments the options of {@code boot} among them
   */
  static Prospect of(
      Machine found,
      Machine machine,
      UnitName target,
      Checked checked,
      ParseResult arguments,
      Terminal terminal)
      throws Trouble {
    var started = DependencyGraph.start(machine, target);
    var roots = new TreeSet<>(DependencyGraph.everything(machine));
    boolean more = roots.addAll(started);
    var graph =
        checked
            .graph(machine)
            .filter(g -> !more)
            .orElseGet(() -> DependencyGraph.load(machine, roots));
    String first = first(started);
    String anchor = graph.unit(first).map(u -> u.toString()).orElse(first);
    var options = new BootOptions(arguments, terminal);
    return new Prospect(
        found,
        machine,
        target,
        started,
        graph,
        Starts.by(graph, anchor),
        forecast(DependencyGraph.load(machine, started), target, options, terminal));
  }

  /** As {@code boot} does it: of what starting the target loads. */
  private static Forecast forecast(
      DependencyGraph graph, UnitName target, BootOptions options, Terminal terminal)
      throws Trouble {
    var request = BootCommand.request(graph, target, options);
    try (var progress = new Progressing(terminal)) {
      var forecast = Forecast.of(graph, options.question(request, graph), progress);
      options.problems().forEach(terminal::say);
      return forecast;
    }
  }

  /** The name by which the boot begins: that of the target, or of what takes its place. */
  String first() {
    return first(started);
  }

  private static String first(List<UnitName> started) {
    return started.get(started.size() - 1).toString();
  }
}
