package org.unitlint.report.page;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.unitlint.boot.Forecast;
import org.unitlint.graph.Cycle;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Starts;
import org.unitlint.report.Findings;
import org.unitlint.report.PortsAnswer;
import org.unitlint.report.SecurityAnswer;
import org.unitlint.report.WhyQuestion;
import org.unitlint.report.timeline.Detail;
import org.unitlint.security.Advice;

/**
 * What a page tells of a machine.
 *
 * @param title what it is of
 * @param subtitle as what it was looked at, in one line
 * @param changes since a state before, where that is asked for
 * @param findings of the check
 * @param graph all units, with what starting any of them loads
 * @param told the own names of the units that have a part of their own
 * @param starts what the anchor starts
 * @param anchor how the anchor was asked for, as {@link WhyQuestion} has it
 * @param cycles that a start of the anchor runs into
 * @param conflicts between units that it starts both
 * @param forecast of that start
 * @param detail of its picture
 * @param ports who listens where
 * @param services how exposed those with files are, in order of their names
 * @param others how exposed those services are that have a part of their own but no file
 */
public record Report(
    String title,
    String subtitle,
    Optional<Changes> changes,
    Findings findings,
    DependencyGraph graph,
    SortedSet<String> told,
    Starts starts,
    String anchor,
    List<Cycle> cycles,
    List<Edge> conflicts,
    Forecast forecast,
    Detail detail,
    PortsAnswer ports,
    SecurityAnswer services,
    List<Advice> others) {
  public Report {
    told = Collections.unmodifiableSortedSet(new TreeSet<>(told));
    cycles = List.copyOf(cycles);
    conflicts = List.copyOf(conflicts);
    others = List.copyOf(others);
  }
}
