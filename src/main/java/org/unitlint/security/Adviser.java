package org.unitlint.security;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Accepted;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.ports.Listening;
import org.unitlint.host.ports.Ports;
import org.unitlint.source.Paths;

/**
 * Says what would make the services of a machine less exposed: what helps most and does least harm,
 * judged by what their units show of what they do.
 */
public final class Adviser {
  private static final String SECTION = "Service";
  private static final String FILE = "hardening.conf";

  /** Lists to which more can be added; what else is set was set on purpose. */
  private static final Set<String> LISTS = Set.of("CapabilityBoundingSet", "SystemCallFilter");

  private static final Comparator<Suggestion> FIRST =
      Comparator.comparing(Suggestion::risk)
          .thenComparing(Suggestion::hundredths, Comparator.reverseOrder())
          .thenComparing(s -> String.join("\n", s.lines()));

  private final Machine machine;
  private final Policy policy;
  private final List<Listening> listening;
  private final Trials trials;

  /** An adviser for the services of one machine. */
  public Adviser(Machine machine, Policy policy) {
    this.machine = machine;
    this.policy = policy;
    this.trials = new Trials(machine, policy);
    var units =
        machine.units().stream()
            .filter(u -> u.name().type() == UnitType.SERVICE || u.name().type() == UnitType.SOCKET)
            .toList();
    this.listening = Ports.of(machine, units).all();
  }

  /**
   * What to do about one service.
   *
   * @param most the highest risk that what is suggested may have
   */
  public Advice advice(Unit unit, Risk most) {
    var start = trials.start(unit);
    var now = start.exposure();
    var hints = new Hints(machine, unit, listening);
    var anything = hints.of(Set.of());
    if (anything.isPresent()) {
      var left = new LeftOut(LeftOut.EVERYTHING, anything.get().words(), anything.get().setting());
      return new Advice(now, List.of(), List.of(left), Optional.empty(), now.tenths());
    }
    var suggestions = new ArrayList<Suggestion>();
    var leftOut = new ArrayList<LeftOut>();
    var measures = hints.isIdle() ? List.<Measure>of() : Measures.of(machine, unit, hints);
    for (Measure measure : measures) {
      var against = against(unit, measure, hints);
      if (against.isEmpty() && measure.risk().compareTo(most) > 0) {
        continue;
      }
      var then = trials.with(start, measure.lines());
      if (then.burden() >= start.burden()) {
        continue;
      }
      if (against.isPresent()) {
        leftOut.add(new LeftOut(measure.line(), against.get().words(), against.get().setting()));
        continue;
      }
      int gain = start.hundredths() - then.hundredths();
      var improved = then.improvedSince(start);
      if (gain >= 0 && !improved.isEmpty()) {
        suggestions.add(new Suggestion(measure.lines(), measure.risk(), gain, 0, improved));
      }
    }
    suggestions.sort(FIRST);
    return advice(start, suggestions, leftOut);
  }

  /** The same with what comes of one suggestion after the other; those that no longer help go. */
  private Advice advice(Assessment start, List<Suggestion> suggestions, List<LeftOut> leftOut) {
    var now = start.exposure();
    var kept = new ArrayList<Suggestion>();
    var then = start;
    for (Suggestion suggestion : suggestions) {
      var next = trials.with(then, suggestion.lines());
      if (next.burden() >= then.burden()) {
        continue;
      }
      then = next;
      kept.add(
          new Suggestion(
              suggestion.lines(),
              suggestion.risk(),
              suggestion.hundredths(),
              then.tenths(),
              suggestion.improves()));
    }
    int tenths = then.tenths();
    if (kept.isEmpty()) {
      return new Advice(now, kept, leftOut, Optional.empty(), tenths);
    }
    String path = path(now.unit());
    String text = head(path, now, tenths) + settings(kept);
    return new Advice(now, kept, leftOut, Optional.of(new Advice.Dropin(path, text)), tenths);
  }

  /** Why not to do it. */
  private Optional<Hint> against(Unit unit, Measure measure, Hints hints) {
    return chosen(unit, measure)
        .or(() -> hints.of(measure.against()))
        .or(() -> hints.blocked(measure.directive()));
  }

  /** What somebody wrote on purpose stays, unless more can be added to it. */
  private Optional<Hint> chosen(Unit unit, Measure measure) {
    var accepted = Accepted.of(machine, unit);
    var settings = new ArrayList<Setting>(accepted.all(SECTION, measure.directive()));
    settings.removeIf(s -> LISTS.contains(s.name()) && s.text().startsWith("~"));
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    var last = settings.get(settings.size() - 1);
    String words = "has `" + last.name() + "=" + last.text() + "`";
    return Optional.of(new Hint(words, Optional.of(last)));
  }

  /** Where the drop-in goes: behind all that there are, so that nothing in them undoes it. */
  private String path(Unit unit) {
    String folder =
        machine.setup().scope() == Scope.USER ? "/etc/systemd/user" : "/etc/systemd/system";
    String file = FILE;
    for (String dropin : unit.dropinPaths()) {
      while (Paths.name(dropin).compareTo(file) >= 0) {
        file = "z" + file;
      }
    }
    return folder + "/" + unit.name() + ".d/" + file;
  }

  private static String head(String path, Exposure now, int then) {
    return "# "
        + path
        + "\n# Takes "
        + now.unit().name()
        + " from "
        + Exposure.text(now.tenths())
        + " "
        + now.rating()
        + " to "
        + Exposure.text(then)
        + " "
        + Rating.of(then)
        + ". Try it before you rely on it.\n\n";
  }

  /** The section, its lines risk by risk. */
  private static String settings(List<Suggestion> suggestions) {
    var text = new StringBuilder("[Service]\n");
    var written = new LinkedHashSet<String>();
    for (Risk risk : Risk.values()) {
      var some = suggestions.stream().filter(s -> s.risk() == risk).toList();
      if (!some.isEmpty()) {
        text.append("# ").append(sentence(risk.told())).append('\n');
      }
      for (Suggestion suggestion : some) {
        for (String line : suggestion.lines()) {
          text.append(written.add(line) ? line + "\n" : "");
        }
      }
    }
    return text.toString();
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  /** How many services have which rating, the worst first. */
  public static Map<Rating, Integer> count(List<Exposure> exposures) {
    var counts = new EnumMap<Rating, Integer>(Rating.class);
    exposures.forEach(e -> counts.merge(e.rating(), 1, Integer::sum));
    return counts;
  }
}
