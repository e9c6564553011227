package org.unitlint.cli.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.rule.Level;

/**
 * What one place says about rules: the top of a file, an override in it, the command line. Layers
 * are laid over each other, the last one counts.
 *
 * @param select the only rules
 * @param extendSelect rules beside those that are selected
 * @param ignore rules that are not told; of a rule that is selected too the more exact word counts
 * @param severity what findings count as, by the rules that are meant
 */
public record Layer(
    Optional<Entry<List<Selector>>> select,
    Optional<Entry<List<Selector>>> extendSelect,
    Optional<Entry<List<Selector>>> ignore,
    Map<Selector, Entry<Level>> severity) {
  /** A layer that says nothing. */
  public static final Layer EMPTY =
      new Layer(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

  public Layer {
    severity = Collections.unmodifiableMap(new LinkedHashMap<>(severity));
  }

  /** Whether the rule is asked for, given what the layers below say. */
  public Level asked(RuleInfo rule, Level below) {
    int in = Math.max(weight(select, rule), weight(extendSelect, rule));
    int out = weight(ignore, rule);
    if (in < 0 && out < 0) {
      return select.isPresent() ? Level.UNASKED : below;
    }
    return in > out ? Level.OWN : Level.OFF;
  }

  /** What findings of the rule count as, given what the layers below say. */
  public Level severity(RuleInfo rule, Level below) {
    var level = below;
    int best = -1;
    for (var entry : severity.entrySet()) {
      int weight = entry.getKey().weight(rule);
      if (weight >= 0 && weight >= best) {
        best = weight;
        level = entry.getValue().value();
      }
    }
    return level;
  }

  /** Whether it says anything about the rule by which it may be told. */
  public boolean mayTell(RuleInfo rule) {
    return weight(select, rule) >= 0
        || weight(extendSelect, rule) >= 0
        || severity.keySet().stream().anyMatch(s -> s.weight(rule) >= 0);
  }

  private static int weight(Optional<Entry<List<Selector>>> words, RuleInfo rule) {
    int best = -1;
    for (Selector selector : words.map(Entry::value).orElse(List.of())) {
      best = Math.max(best, selector.weight(rule));
    }
    return best;
  }
}
