package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.Standing;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Assignment;

/** Of a directive that takes one value only the last line counts. See systemd.syntax(7). */
final class DuplicateDirective implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U111", "duplicate-directive", WARNING, "directive given twice, of which the last wins");

  /** More of the lines of one directive tell nobody more. */
  private static final int MOST_SHOWN = 20;

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return lines(file, facts).entrySet().stream()
        .filter(e -> e.getValue().size() > 1)
        .flatMap(e -> found(e.getValue(), file).stream());
  }

  /** The lines of each single-valued directive since it was last reset. */
  private static Map<String, List<Assignment>> lines(CheckedFile file, Facts facts) {
    var lines = new LinkedHashMap<String, List<Assignment>>();
    Spelling.in(file, facts, Spelling.Sort.KNOWN)
        .filter(s -> isSingle(s, facts))
        .forEach(
            s -> {
              String key = "[" + s.section().name() + "] " + s.meant();
              var same = lines.computeIfAbsent(key, k -> new ArrayList<>());
              if (s.line().value().isEmpty()) {
                same.clear();
              } else {
                same.add(s.line());
              }
            });
    return lines;
  }

  private static boolean isSingle(Spelling written, Facts facts) {
    var directive = written.directive(facts);
    var standing = directive.standing(facts.version());
    return directive.listSemantics().single()
        && standing != Standing.TOO_NEW
        && standing != Standing.REMOVED
        && standing != Standing.IGNORED;
  }

  private static Optional<Diagnostic> found(List<Assignment> lines, CheckedFile file) {
    var last = lines.get(lines.size() - 1);
    var first = lines.get(0);
    if (file.placeholders().separate(first.place(), last.place())) {
      return Optional.empty();
    }
    boolean same = lines.stream().allMatch(l -> l.value().text().equals(last.value().text()));
    var found =
        RULE.at(
            last.key().place(),
            same
                ? "`%s=` is given again with the same value"
                : "`%s=` is given again: the last one wins",
            last.name());
    for (Assignment earlier : lines.subList(0, Math.min(MOST_SHOWN, lines.size() - 1))) {
      found = found.label(earlier.place(), same ? "given here already" : "has no effect");
    }
    if (lines.size() - 1 > MOST_SHOWN) {
      found = found.note("it is given " + lines.size() + " times");
    }
    if (!same) {
      var earlier = lines.subList(0, lines.size() - 1).stream().map(Lines::removal);
      return Optional.of(
          found
              .help("keep one of the lines")
              .fix("remove what has no effect", false, earlier.toArray(Edit[]::new)));
    }
    return Optional.of(
        found
            .help("remove one of the lines")
            .fix("remove the second", lines.size() == 2, Lines.removal(last))
            .as(INFO));
  }
}
