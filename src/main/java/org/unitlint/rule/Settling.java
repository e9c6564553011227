package org.unitlint.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.source.Span;
import org.unitlint.source.Spans;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.Element;
import org.unitlint.syntax.UnitFile;

/**
 * Brings the findings of one file down to one for each mistake: without what rests on the
 * placeholders of a template, and without what is said about a value whose line is broken.
 */
final class Settling {
  /** Rules whose findings explain all that is odd about the value of the same line. */
  private static final Set<String> EXPLAINING = Set.of("S009", "S011", "S012");

  /** Rules that tell what others of the same place warn of. */
  private static final Set<String> CYCLES = Set.of("D320", "D321", "D322");

  private static final Set<String> MAKING_CYCLES = Set.of("D335", "D336");

  /** More findings of one rule in one file tell nobody more. */
  private static final int MOST_OF_A_RULE = 100;

  private final UnitFile file;

  Settling(UnitFile file) {
    this.file = file;
  }

  /** What remains, in the same order. */
  List<Diagnostic> settle(List<Diagnostic> found) {
    var placeholders = Placeholders.of(file);
    var known = withoutCauses(found).stream().filter(d -> !placeholders.explain(d, file)).toList();
    var broken = brokenValues(known);
    return known.stream()
        .filter(
            d -> EXPLAINING.contains(d.rule().code()) || broken.around(d.place().span()).isEmpty())
        .toList();
  }

  /** Without what is told by a finding about a cycle at the same place. */
  private static List<Diagnostic> withoutCauses(List<Diagnostic> found) {
    var cycles = new HashSet<Span>();
    found.stream()
        .filter(d -> CYCLES.contains(d.rule().code()))
        .forEach(d -> cycles.add(d.place().span()));
    return cycles.isEmpty()
        ? found
        : found.stream()
            .filter(
                d -> !MAKING_CYCLES.contains(d.rule().code()) || !cycles.contains(d.place().span()))
            .toList();
  }

  /** The values with a finding that explains whatever else is odd about them. */
  private Spans brokenValues(List<Diagnostic> found) {
    var explained =
        new Spans(
            found.stream()
                .filter(d -> EXPLAINING.contains(d.rule().code()))
                .map(d -> d.place().span())
                .toList());
    var values = new ArrayList<Span>();
    if (!explained.isEmpty()) {
      for (Element element : file.elements()) {
        if (element instanceof Assignment line && explained.meet(line.span())) {
          values.add(line.value().place().span());
        }
      }
    }
    return new Spans(values);
  }

  /** The findings of one file without the hundreds after the first of a kind. */
  static List<Diagnostic> first(List<Diagnostic> found) {
    if (found.size() <= MOST_OF_A_RULE) {
      return found;
    }
    var left = new HashMap<String, Integer>();
    found.forEach(d -> left.merge(d.rule().code(), 1, Integer::sum));
    var shown = new HashMap<String, Integer>();
    var kept = new ArrayList<Diagnostic>();
    for (Diagnostic finding : found) {
      String code = finding.rule().code();
      int count = shown.merge(code, 1, Integer::sum);
      if (count < MOST_OF_A_RULE) {
        kept.add(finding);
      } else if (count == MOST_OF_A_RULE) {
        kept.add(withRest(finding, left, count));
      }
    }
    return kept;
  }

  private static Diagnostic withRest(Diagnostic last, Map<String, Integer> all, int shown) {
    int rest = all.get(last.rule().code()) - shown;
    return rest == 0 ? last : last.note(rest + " more of these in this file are not shown");
  }
}
