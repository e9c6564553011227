package org.unitlint.report;

import java.util.HashSet;
import java.util.List;
import org.unitlint.graph.Chain;
import org.unitlint.host.Scope;

/**
 * What was asked, in the user's words.
 *
 * @param units the names of one or two units
 * @param anchor the unit with which all begins
 * @param scope whose manager starts them
 * @param limit how many chains of a kind to show
 */
public record WhyQuestion(List<String> units, String anchor, Scope scope, int limit) {
  private static final String DEFAULT = "default.target";

  public WhyQuestion {
    units = List.copyOf(units);
  }

  /** When the anchor's units are started, in the words of a sentence. */
  String begin() {
    if (!anchor.equals(DEFAULT)) {
      return "by " + anchor;
    }
    return scope == Scope.SYSTEM ? "at boot" : "at login";
  }

  /**
   * The chains to show: all if there are not too many, else the first of those whose last link is
   * no default, if there are any.
   */
  List<Chain> shown(List<Chain> all) {
    if (all.size() <= limit) {
      return all;
    }
    var telling = all.stream().filter(c -> !c.last().edge().isDefault()).limit(limit).toList();
    return telling.isEmpty() ? all.subList(0, limit) : telling;
  }

  /** Those left out. */
  List<Chain> rest(List<Chain> all) {
    var shown = new HashSet<>(shown(all));
    return all.stream().filter(c -> !shown.contains(c)).toList();
  }
}
