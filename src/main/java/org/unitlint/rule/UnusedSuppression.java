package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.rule.Suppression.Id;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;

/** A comment that suppresses what nobody says; told once all other rules have spoken. */
final class UnusedSuppression implements SuppressionRule {
  static final RuleInfo RULE =
      new RuleInfo("S021", "unused-suppression", WARNING, "suppression of what is not found");

  /** Families whose rules look at one unit or text alone, and at no program or file beside it. */
  private static final List<String> OF_ONE_UNIT = List.of("U1", "U2", "U4", "X1");

  /** Those among them that look further all the same. */
  private static final Set<String> FURTHER =
      Set.of("U246", "U247", "U273", "U274", "U276", "U283", "U286");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  /** Nothing yet: see {@link #of}. */
  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return Stream.empty();
  }

  /**
   * Whether that a rule is silent about the file means that it has nothing to say about it ever.
   * Where only some files are known, many rules are silent because of that.
   */
  static boolean isJudged(RuleInfo rule, CheckedFile file, Facts facts) {
    if (facts.whole() || Rules.find(rule.code()).filter(FileRule.class::isInstance).isPresent()) {
      return !rule.code().equals(RULE.code());
    }
    return OF_ONE_UNIT.stream().anyMatch(rule.code()::startsWith)
        && !FURTHER.contains(rule.code())
        && !file.dropIn();
  }

  /** The findings about one suppression: one if it is idle, else one for each idle rule. */
  static Stream<Diagnostic> of(Suppression suppression, Predicate<Id> idle) {
    var ids = suppression.ids();
    if (ids.stream().allMatch(idle) && suppression.flaw().isEmpty()) {
      var found = found(suppression, suppression.text(), ids);
      return Stream.of(found.fix("remove it", true, new Edit(suppression.comment(), "")));
    }
    var found = new ArrayList<Diagnostic>();
    for (int i = 0; i < ids.size(); i++) {
      Id id = ids.get(i);
      if (idle.test(id)) {
        var cut = cut(ids, i, idle);
        found.add(
            found(suppression, id.place(), List.of(id))
                .fix("remove `" + id.place().text() + "`", true, new Edit(cut, "")));
      }
    }
    return found.stream();
  }

  private static Diagnostic found(Suppression suppression, Place place, List<Id> ids) {
    var names = ids.stream().map(id -> "`" + id.place().text() + "`").toList();
    boolean inside = suppression.reach().start() < suppression.comment().span().start();
    String where =
        suppression.wholeFile() ? "in this file" : inside ? "on this line" : "on the line below";
    return RULE.at(place, "unused suppression: no %s %s", String.join(" or ", names), where)
        .help("remove it");
  }

  /** The rule with the comma that parts it from one that stays. */
  private static Place cut(List<Id> ids, int i, Predicate<Id> idle) {
    var place = ids.get(i).place();
    boolean staysBehind = ids.subList(i + 1, ids.size()).stream().anyMatch(idle.negate());
    int start = place.span().start();
    int end = place.span().end();
    if (staysBehind) {
      end = ids.get(i + 1).place().span().start();
    } else if (i > 0) {
      start = ids.get(i - 1).place().span().end();
    }
    return place.source().place(start, end);
  }
}
