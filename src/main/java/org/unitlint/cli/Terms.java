package org.unitlint.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.cli.config.ConfigFile;
import org.unitlint.cli.config.Entry;
import org.unitlint.cli.config.Layer;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.rule.Level;
import org.unitlint.rule.Rule;
import org.unitlint.rule.Rules;

/**
 * What holds for one file, by its configuration and the command line.
 *
 * @param levels by the codes of all rules
 * @param hints whether to show hints
 * @param failOn the mildest severity at which a check fails
 */
record Terms(ConfigFile config, Map<String, Level> levels, boolean hints, Severity failOn) {
  /**
   * What the command line says of any file.
   *
   * @param targetVersion the systemd version to judge by
   */
  record Given(
      Layer layer,
      Optional<Boolean> hints,
      Optional<Severity> failOn,
      Optional<Integer> targetVersion) {}

  /** What holds where those layers do, each over the one before. */
  static Terms of(ConfigFile config, List<Layer> layers, Given given) {
    var levels = new HashMap<String, Level>();
    for (Rule rule : Rules.ALL) {
      levels.put(rule.info().code(), level(rule.info(), layers));
    }
    return new Terms(
        config,
        Map.copyOf(levels),
        given.hints().or(() -> config.hints().map(Entry::value)).orElse(false),
        given.failOn().or(() -> config.failOn().map(Entry::value)).orElse(Severity.WARNING));
  }

  private static Level level(RuleInfo rule, List<Layer> layers) {
    var asked = Level.OWN;
    var severity = Level.OWN;
    for (Layer layer : layers) {
      asked = layer.asked(rule, asked);
      severity = layer.severity(rule, severity);
    }
    return asked == Level.OWN ? severity : asked;
  }

  /** What findings of the rule count as. */
  Level level(RuleInfo rule) {
    return levels.getOrDefault(rule.code(), Level.OWN);
  }
}
