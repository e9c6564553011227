package org.unitlint.security;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.unitlint.catalog.ExposureCheck;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Accepted;
import org.unitlint.host.LoadedFile;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.ports.Listening;
import org.unitlint.host.ports.Ports;
import org.unitlint.source.Paths;
import org.unitlint.source.Source;
import org.unitlint.syntax.UnitFile;

/**
 * Says what would make the services of a machine less exposed: what helps most and does least harm,
 * judged by what their units show of what they do.
 */
public final class Adviser {
  private static final String SECTION = "Service";
  private static final String FILE = "hardening.conf";
  private static final int HUNDREDTHS = 1000;

  /** Lists to which more can be added; what else is set was set on purpose. */
  private static final Set<String> LISTS = Set.of("CapabilityBoundingSet", "SystemCallFilter");

  private static final Comparator<Suggestion> FIRST =
      Comparator.comparing(Suggestion::risk)
          .thenComparing(Suggestion::hundredths, Comparator.reverseOrder())
          .thenComparing(s -> String.join("\n", s.lines()));

  private final Machine machine;
  private final Policy policy;
  private final List<Listening> listening;

  /** The drop-ins of single measures, by their text: most are tried with many services. */
  private final Map<String, LoadedFile> trials = new ConcurrentHashMap<>();

  /** An adviser for the services of one machine. */
  public Adviser(Machine machine, Policy policy) {
    this.machine = machine;
    this.policy = policy;
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
    var now = Exposure.of(machine, unit, policy);
    var hints = new Hints(machine, unit, listening);
    var suggestions = new ArrayList<Suggestion>();
    var leftOut = new ArrayList<LeftOut>();
    var anything = hints.of(Set.of());
    if (anything.isPresent()) {
      var left = new LeftOut(LeftOut.EVERYTHING, anything.get().words(), anything.get().setting());
      return new Advice(now, List.of(), List.of(left), Optional.empty(), now);
    }
    var measures = hints.isIdle() ? List.<Measure>of() : Measures.of(machine, unit, hints);
    for (Measure measure : measures) {
      var then = with(unit, trials.computeIfAbsent(text(measure.lines()), Adviser::trial));
      if (then.isEmpty() || then.get().burden() >= now.burden()) {
        continue;
      }
      int gain = hundredths(now) - hundredths(then.get());
      var improved = improved(now, then.get());
      var against = against(unit, measure, hints);
      if (against.isPresent()) {
        leftOut.add(new LeftOut(measure.line(), against.get().words(), against.get().setting()));
      } else if (measure.risk().compareTo(most) <= 0 && gain >= 0 && !improved.isEmpty()) {
        suggestions.add(new Suggestion(measure.lines(), measure.risk(), gain, 0, improved));
      }
    }
    suggestions.sort(FIRST);
    return advice(unit, now, suggestions, leftOut);
  }

  /** The same with what comes of one suggestion after the other; those that no longer help go. */
  private Advice advice(
      Unit unit, Exposure now, List<Suggestion> suggestions, List<LeftOut> leftOut) {
    var kept = new ArrayList<Suggestion>();
    var lines = new ArrayList<String>();
    var then = now;
    for (Suggestion suggestion : suggestions) {
      var more = new ArrayList<>(lines);
      more.addAll(suggestion.lines());
      var next = with(unit, trial(text(more)));
      if (next.isEmpty() || next.get().burden() >= then.burden()) {
        continue;
      }
      lines = more;
      then = next.get();
      kept.add(
          new Suggestion(
              suggestion.lines(),
              suggestion.risk(),
              suggestion.hundredths(),
              then.tenths(),
              suggestion.improves()));
    }
    if (kept.isEmpty()) {
      return new Advice(now, kept, leftOut, Optional.empty(), now);
    }
    String path = path(unit);
    var whole = with(unit, trial(settings(kept, false))).orElse(then);
    String text = head(unit, path, now, whole) + settings(kept, true);
    return new Advice(now, kept, leftOut, Optional.of(new Advice.Dropin(path, text)), whole);
  }

  private static String text(List<String> lines) {
    return "[Service]\n" + String.join("\n", lines) + "\n";
  }

  /** How exposed the unit is with the drop-in; empty where that would keep it from loading. */
  private Optional<Exposure> with(Unit unit, LoadedFile dropin) {
    return Optional.of(machine.with(unit, dropin))
        .filter(Unit::isLoaded)
        .map(u -> Exposure.of(machine, u, policy));
  }

  private static LoadedFile trial(String text) {
    return new LoadedFile("/" + FILE, UnitFile.parse(Source.of(FILE, text)));
  }

  private static int hundredths(Exposure exposure) {
    return exposure.weights() == 0
        ? 0
        : (int) (exposure.burden() * HUNDREDTHS / exposure.weights());
  }

  private static List<ExposureCheck> improved(Exposure now, Exposure then) {
    var improved = new ArrayList<ExposureCheck>();
    for (int i = 0; i < now.outcomes().size(); i++) {
      if (then.outcomes().get(i).burden() < now.outcomes().get(i).burden()) {
        improved.add(now.outcomes().get(i).check());
      }
    }
    return improved;
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

  private static String head(Unit unit, String path, Exposure now, Exposure then) {
    return "# "
        + path
        + "\n# Takes "
        + unit.name()
        + " from "
        + Exposure.text(now.tenths())
        + " "
        + now.rating()
        + " to "
        + Exposure.text(then.tenths())
        + " "
        + then.rating()
        + ". Try it before you rely on it.\n\n";
  }

  /** The section, its lines risk by risk. */
  private static String settings(List<Suggestion> suggestions, boolean comments) {
    var text = new StringBuilder("[Service]\n");
    var written = new LinkedHashSet<String>();
    for (Risk risk : Risk.values()) {
      var some = suggestions.stream().filter(s -> s.risk() == risk).toList();
      if (comments && !some.isEmpty()) {
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
    var counts = new LinkedHashMap<Rating, Integer>();
    for (Rating rating : Rating.values()) {
      int count = (int) exposures.stream().filter(e -> e.rating() == rating).count();
      if (count > 0) {
        counts.put(rating, count);
      }
    }
    return counts;
  }
}
