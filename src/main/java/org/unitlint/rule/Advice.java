package org.unitlint.rule;

import java.util.List;
import java.util.function.Predicate;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Label;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.Setting;
import org.unitlint.source.Place;

/** What findings about single settings have in common. */
final class Advice {
  private Advice() {}

  /** The finding for those who ask for it, where the setting came with the machine. */
  static Diagnostic mild(Diagnostic found, Setting setting, Facts facts) {
    return facts.isShipped(setting.file().path()) ? found.as(Severity.HINT) : found;
  }

  /**
   * The finding about two places alike, told at the other one where nobody looks at its own; it has
   * one label, the other place.
   */
  static Diagnostic turned(Diagnostic found, Predicate<Place> wanted) {
    boolean other = found.labels().stream().anyMatch(l -> wanted.test(l.place()));
    if (wanted.test(found.place()) || !other) {
      return found;
    }
    var label = found.labels().get(0);
    return new Diagnostic(
        found.rule(),
        found.severity(),
        label.place(),
        found.message(),
        found.unit(),
        List.of(new Label(found.place(), label.message())),
        found.notes(),
        found.help(),
        found.fixes());
  }
}
