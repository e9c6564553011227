package org.unitlint.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unitlint.diff.Changed;
import org.unitlint.diff.Exposures;
import org.unitlint.security.Exposure;
import org.unitlint.security.Outcome;

/** In words, how much more or less a service is exposed, and by which checks. */
final class DiffExposure {
  private static final int FEW = 3;

  private DiffExposure() {}

  /** {@code exposure 4.1 OK, not 9.6 UNSAFE: better PrivateTmp=}. */
  static String of(Changed<Exposure> changed) {
    var text = new StringBuilder("exposure " + rated(changed.last()));
    if (changed.sort() == Changed.Sort.OTHER) {
      var before = changed.before().orElseThrow();
      text.append(", not ").append(rated(before));
      var parts = new ArrayList<String>();
      var by = byDirective(Exposures.checks(changed));
      int way = Integer.signum(changed.last().tenths() - before.tenths());
      listed(by, way, parts);
      listed(by, -way, parts);
      text.append(parts.isEmpty() ? "" : ": " + String.join("; ", parts));
    }
    return text.toString();
  }

  private static String rated(Exposure exposure) {
    return Exposure.text(exposure.tenths()) + " " + exposure.rating();
  }

  /** What each adds to the sum of badness; the checks of one list are one. */
  private static Map<String, Long> byDirective(List<Changed<Outcome>> checks) {
    var by = new TreeMap<String, Long>();
    for (var check : checks) {
      String id = check.last().check().id();
      int list = id.indexOf("=~");
      long more = check.after().orElseThrow().burden() - check.before().orElseThrow().burden();
      by.merge(list < 0 ? id : id.substring(0, list + 1), more, Long::sum);
    }
    return by;
  }

  /** Those that count most first: better for -1, worse for 1. */
  private static void listed(Map<String, Long> by, int sign, List<String> parts) {
    var directives =
        by.entrySet().stream()
            .filter(e -> Long.signum(e.getValue()) == sign)
            .sorted(Comparator.comparingLong(e -> -sign * e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    int more = directives.size() > FEW + 1 ? directives.size() - FEW : 0;
    if (!directives.isEmpty()) {
      String shown = String.join(", ", directives.subList(0, directives.size() - more));
      parts.add(
          (sign > 0 ? "worse " : "better ") + shown + (more > 0 ? " and " + more + " more" : ""));
    }
  }
}
