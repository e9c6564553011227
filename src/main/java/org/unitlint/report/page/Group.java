package org.unitlint.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;

/**
 * The findings about one unit, or in one file that is about none.
 *
 * @param name of the unit, or of the file
 * @param unit the unit; empty for a file
 * @param findings at least one, in order
 */
record Group(String name, Optional<String> unit, List<Numbered> findings) {
  Group {
    findings = List.copyOf(findings);
  }

  /** A finding, with the number that it has on the page: from 1 on. */
  record Numbered(int number, Diagnostic finding) {
    /** Where it is on the page. */
    String id() {
      return "finding-" + number;
    }
  }

  /** How bad the worst is. */
  Severity worst() {
    return findings.stream().map(n -> n.finding().severity()).min(Comparator.naturalOrder()).get();
  }

  /** All findings, those of the same unit together, what is worst first. */
  static List<Group> of(Report report) {
    var units = units(report);
    var byName = new TreeMap<String, List<Diagnostic>>();
    for (Diagnostic finding : report.findings().diagnostics()) {
      String file = finding.place().source().name();
      var about = finding.unit().flatMap(report.graph()::unit).map(u -> u.toString());
      String name = about.or(finding::unit).orElseGet(() -> units.getOrDefault(file, file));
      byName.computeIfAbsent(name, n -> new ArrayList<>()).add(finding);
    }
    var names = new ArrayList<>(byName.keySet());
    names.sort(Comparator.comparing(n -> worst(byName.get(n))));
    int number = 0;
    var groups = new ArrayList<Group>();
    for (String name : names) {
      var numbered = new ArrayList<Numbered>();
      for (Diagnostic finding : byName.get(name)) {
        numbered.add(new Numbered(++number, finding));
      }
      boolean unit = report.graph().units().containsKey(name);
      groups.add(new Group(name, unit ? Optional.of(name) : Optional.empty(), numbered));
    }
    return groups;
  }

  /** The unit that each file is of alone. */
  private static Map<String, String> units(Report report) {
    var units = new HashMap<String, String>();
    for (String name : report.told()) {
      var unit = report.graph().units().get(name);
      Stream.concat(unit.fragment().stream(), unit.dropins().stream())
          .map(f -> f.tree().source().name())
          .forEach(f -> units.merge(f, name, (a, b) -> ""));
    }
    units.values().removeIf(String::isEmpty);
    return units;
  }

  private static Severity worst(List<Diagnostic> findings) {
    return findings.stream().map(Diagnostic::severity).min(Comparator.naturalOrder()).get();
  }
}
