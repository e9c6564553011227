package org.unitlint.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.cli.Checker.Told;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.Unit;
import org.unitlint.source.Paths;

/**
 * What a check finds at the units of a graph.
 *
 * @param byUnit by own name, the worst of each unit first; only units at which there is something
 * @param others how many findings are about none of them
 */
record UnitFindings(SortedMap<String, List<Diagnostic>> byUnit, int others) {
  static final UnitFindings NONE = new UnitFindings(new TreeMap<>(), 0);

  private static final Comparator<Diagnostic> WORST_FIRST =
      Comparator.comparing(Diagnostic::severity).thenComparing(Diagnostic.ORDER);

  UnitFindings {
    var copy = new TreeMap<String, List<Diagnostic>>();
    byUnit.forEach((unit, found) -> copy.put(unit, found.stream().sorted(WORST_FIRST).toList()));
    byUnit = Collections.unmodifiableSortedMap(copy);
  }

  /** The findings that are shown, each at the unit that it is about, else at those of its file. */
  static UnitFindings of(DependencyGraph graph, List<Told> told) {
    var files = files(graph);
    var byUnit = new TreeMap<String, List<Diagnostic>>();
    int others = 0;
    for (Told each : told) {
      if (each.finding().severity() == Severity.HINT && !each.terms().hints()) {
        continue;
      }
      var units = units(graph, each, files);
      units.forEach(u -> byUnit.computeIfAbsent(u, k -> new ArrayList<>()).add(each.finding()));
      others += units.isEmpty() ? 1 : 0;
    }
    return new UnitFindings(byUnit, others);
  }

  private static SortedSet<String> units(
      DependencyGraph graph, Told told, Map<String, SortedSet<String>> files) {
    var about = told.finding().unit().flatMap(graph::unit);
    if (about.isPresent()) {
      return new TreeSet<>(List.of(about.get().toString()));
    }
    var path = told.seen().machine().path(told.finding().place().source());
    return path.map(p -> files.getOrDefault(p, new TreeSet<>())).orElseGet(TreeSet::new);
  }

  /** The units that each file is of; drop-ins of a whole type tell of none. */
  private static Map<String, SortedSet<String>> files(DependencyGraph graph) {
    var files = new HashMap<String, SortedSet<String>>();
    for (Unit unit : graph.units().values()) {
      unit.fragment().ifPresent(f -> put(files, f.path(), unit));
      put(files, unit.fragmentPath(), unit);
      unit.dropins().stream()
          .filter(d -> isOfOne(Paths.name(Paths.parent(d.path()))))
          .forEach(d -> put(files, d.path(), unit));
    }
    return files;
  }

  /** Whether a folder is {@code x.service.d}, and not {@code service.d}. */
  private static boolean isOfOne(String folder) {
    return folder.indexOf('.') < folder.length() - 2;
  }

  private static void put(Map<String, SortedSet<String>> files, String path, Unit unit) {
    files.computeIfAbsent(path, p -> new TreeSet<>()).add(unit.toString());
  }
}
