package org.unitlint.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Tells which findings of two sides are the same, though lines moved: those of one rule in the same
 * line of the same file; else in the same line of the same unit, whose file may be another.
 */
final class Findings {
  private static final List<Function<Finding, Object>> PRINTS =
      List.of(
          f -> List.of(rule(f), f.path(), f.text(), f.diagnostic().message()),
          f -> List.of(rule(f), f.path(), f.text()),
          f -> List.of(rule(f), f.diagnostic().unit().orElse(""), f.text()),
          f -> List.of(rule(f), f.text(), f.diagnostic().message()));

  private static final Comparator<Changed<Finding>> ORDER =
      Comparator.comparing((Changed<Finding> c) -> c.last().diagnostic().severity())
          .thenComparing(c -> c.last().path())
          .thenComparing(c -> c.last().diagnostic().place().span().start())
          .thenComparing(c -> rule(c.last()))
          .thenComparing(c -> c.last().diagnostic().message())
          .thenComparing(Changed::sort);

  private Findings() {}

  private static String rule(Finding finding) {
    return finding.diagnostic().rule().code();
  }

  /** The findings that are on one side only, worst first. */
  static List<Changed<Finding>> changes(Side before, Side after) {
    List<Finding> gone = before.findings();
    List<Finding> fresh = after.findings();
    for (var print : PRINTS) {
      var rest = rest(gone, fresh, print);
      fresh = rest(fresh, gone, print);
      gone = rest;
    }
    var changes = new ArrayList<Changed<Finding>>();
    gone.forEach(f -> changes.add(Changed.gone(f)));
    fresh.forEach(f -> changes.add(Changed.added(f)));
    changes.sort(ORDER);
    return changes;
  }

  /** Those that have no like among the others; each of the others is like one only. */
  private static List<Finding> rest(
      List<Finding> findings, List<Finding> others, Function<Finding, Object> print) {
    var known = new HashMap<Object, Deque<Finding>>();
    others.forEach(o -> known.computeIfAbsent(print.apply(o), k -> new ArrayDeque<>()).add(o));
    return findings.stream()
        .filter(f -> known.getOrDefault(print.apply(f), new ArrayDeque<>()).poll() == null)
        .toList();
  }
}
