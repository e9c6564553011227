package org.unitlint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Label;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Cycle;
import org.unitlint.graph.Edge;
import org.unitlint.source.Place;

/** What is said about one ordering cycle. */
record CycleFinding(Cycle cycle, Diagnostic diagnostic) {
  /** More would not be read. */
  private static final int MOST = 20;

  /** Of a longer ring the middle is left out of the message. */
  private static final int LONGEST = 8;

  /** Of more units that are lost only the number is told. */
  private static final int MOST_LOST = 4;

  /** Those of the machine's cycles; behind the twentieth it says how many there are. */
  static Stream<CycleFinding> all(RuleInfo rule, Facts facts, Predicate<Cycle> wanted) {
    var findings = new ArrayList<CycleFinding>();
    var cycles = facts.cycles().stream().filter(wanted).toList();
    for (Cycle cycle : cycles) {
      var place = CyclePlaces.blame(cycle, facts);
      if (place.isPresent() && findings.size() < MOST) {
        findings.add(new CycleFinding(cycle, finding(rule, cycle, place.get(), facts)));
      }
    }
    int rest = cycles.size() - findings.size();
    if (findings.size() == MOST && rest > 0) {
      var last = findings.remove(MOST - 1);
      String more = rest == 1 ? "1 more cycle is" : rest + " more cycles are";
      findings.add(new CycleFinding(last.cycle, last.diagnostic.note(more + " not shown")));
    }
    return findings.stream();
  }

  /** Whether starting the default target runs into it. */
  static boolean isDefault(Cycle cycle, Facts facts) {
    var target = facts.graph().unit("default.target").map(u -> u.name().toString());
    return target.isPresent() && target.equals(cycle.anchor());
  }

  /** The finding at the first of its places that is wanted; as it is if none is. */
  static Diagnostic seenFrom(Diagnostic found, Predicate<Place> wanted) {
    var here = found.labels().stream().filter(l -> wanted.test(l.place())).findFirst();
    if (wanted.test(found.place()) || here.isEmpty()) {
      return found;
    }
    var labels = new ArrayList<>(found.labels());
    labels.remove(here.get());
    labels.add(0, new Label(found.place(), "best changed here"));
    return new Diagnostic(
        found.rule(),
        found.severity(),
        here.get().place(),
        found.message(),
        Optional.empty(),
        labels,
        found.notes(),
        found.help(),
        found.fixes());
  }

  private static Diagnostic finding(
      RuleInfo rule, Cycle cycle, CyclePlaces.Blame blame, Facts facts) {
    var edges = cycle.edgesFromBlame();
    var found = rule.at(blame.place(), message(cycle) + ": " + ring(edges)).about(blame.unit());
    for (Edge edge : edges) {
      for (var said : CyclePlaces.said(edge)) {
        if (!said.place().equals(blame.place())) {
          found = found.label(said.place(), said.text());
        }
      }
    }
    for (Edge edge : edges) {
      for (String note : CyclePlaces.added(edge, facts)) {
        found = found.note(note);
      }
    }
    found = found.note(outcome(cycle, facts));
    if (!cycle.bystanders().isEmpty() && !cycle.isFatal()) {
      found =
          found.note(
              "longer rings of the same cause may cost another unit instead: "
                  + names(cycle.bystanders()));
    }
    return found.help(cycle.advice());
  }

  private static String message(Cycle cycle) {
    if (cycle.anchor().isEmpty()) {
      return "ordering cycle of units that nothing starts together";
    }
    return cycle.isFatal()
        ? "ordering cycle that `" + cycle.anchor().get() + "` requires"
        : "ordering cycle";
  }

  private static String ring(List<Edge> edges) {
    var names = edges.stream().map(e -> "`" + e.from() + "`").collect(Collectors.toList());
    names.add(names.get(0));
    if (names.size() > LONGEST + 1) {
      int rest = names.size() - LONGEST;
      names.subList(LONGEST / 2, names.size() - LONGEST / 2).clear();
      names.add(LONGEST / 2, rest + " more");
    }
    return String.join(" → ", names);
  }

  private static String outcome(Cycle cycle, Facts facts) {
    if (cycle.anchor().isEmpty()) {
      return "if they are stopped together, as at shutdown, systemd cannot stop all of them in"
          + " order";
    }
    String anchor = cycle.anchor().get();
    String start = "starting `" + anchor + "` starts all of them";
    if (cycle.candidates().isEmpty()) {
      return start
          + ", and none can be left out, so systemd refuses"
          + (isDefault(cycle, facts) ? ": the machine does not boot" : " to start it");
    }
    var losses = cycle.candidates().stream().map(CycleFinding::lost).toList();
    if (losses.size() == 1) {
      return start + ", so systemd drops " + losses.get(0);
    }
    return start + ", so systemd drops one, not always the same: " + String.join(", or ", losses);
  }

  private static String lost(Cycle.Candidate candidate) {
    var others = new ArrayList<>(candidate.lost());
    others.remove(candidate.unit());
    String name = "`" + candidate.unit() + "`";
    if (others.isEmpty()) {
      return name;
    }
    return name + " (and with it " + names(others) + ")";
  }

  private static String names(List<String> units) {
    return units.size() > MOST_LOST
        ? units.size() + " other units"
        : units.stream().map(o -> "`" + o + "`").collect(Collectors.joining(", "));
  }
}
