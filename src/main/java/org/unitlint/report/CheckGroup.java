package org.unitlint.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.unitlint.host.Setting;
import org.unitlint.security.Exposure;
import org.unitlint.security.Outcome;

/**
 * Outcomes about one directive that the same settings decide.
 *
 * @param directive with the equals sign, and what stands before it if there are several
 * @param settings that decide them; none where nothing is said
 * @param implied whether the settings are about something else
 * @param outcomes at least one, in systemd's order
 */
public record CheckGroup(
    String directive, List<Setting> settings, boolean implied, List<Outcome> outcomes) {
  private static final String DEFAULT = "default";

  public CheckGroup {
    settings = List.copyOf(settings);
    outcomes = List.copyOf(outcomes);
  }

  /** What makes outcomes one group. */
  private record Key(String directive, List<Setting> settings, boolean implied) {}

  static List<CheckGroup> of(List<Outcome> outcomes) {
    var groups = new LinkedHashMap<Key, List<Outcome>>();
    for (Outcome outcome : outcomes) {
      String id = outcome.check().id();
      int list = id.indexOf("=~");
      String directive = list < 0 ? id : id.substring(0, list + 1);
      groups
          .computeIfAbsent(
              new Key(directive, outcome.settings(), outcome.implied()), k -> new ArrayList<>())
          .add(outcome);
    }
    var all = new ArrayList<CheckGroup>();
    groups.forEach((k, some) -> all.add(new CheckGroup(k.directive, k.settings, k.implied, some)));
    return all;
  }

  /** The checks that add to the exposure, those that cost most first. */
  public static List<CheckGroup> failed(Exposure exposure) {
    var groups = of(exposure.outcomes().stream().filter(Outcome::isFailed).toList());
    Comparator<CheckGroup> byCost =
        Comparator.comparing(g -> g.outcomes.stream().mapToDouble(CheckGroup::cost).sum());
    return groups.stream().sorted(byCost.reversed().thenComparing(CheckGroup::directive)).toList();
  }

  private static double cost(Outcome outcome) {
    return (double) outcome.badness().orElse(0) * outcome.weight() / outcome.range();
  }

  /** What it is called: the check, or the directive of several checks. */
  public String name() {
    return outcomes.size() == 1 ? outcomes.get(0).check().id() : directive;
  }

  /** What a single check says of the service; empty for several. */
  public String told() {
    return outcomes.size() == 1 ? outcomes.get(0).told() : "";
  }

  /** The outcomes, those that cost most first. */
  List<Outcome> byCost() {
    return outcomes.stream().sorted(Comparator.comparing(CheckGroup::cost).reversed()).toList();
  }

  /** What of a check the directive does not say. */
  String member(Outcome outcome) {
    return outcome.check().id().substring(directive.length());
  }

  /** Whether nothing is said, so that systemd's default decides. */
  public boolean isDefault() {
    return settings.isEmpty();
  }

  /** Where it is set: file and line, behind the directive if that is another. */
  public String where() {
    if (isDefault()) {
      return DEFAULT;
    }
    var last = settings.get(settings.size() - 1);
    String more = settings.size() == 1 ? "" : " and " + (settings.size() - 1) + " more";
    return Cells.clean((implied ? last.name() + "=, " : "") + where(last) + more);
  }

  /** The file and line of a setting. */
  static String where(Setting setting) {
    var place = setting.place();
    return place.source().name() + ":" + place.line();
  }
}
