package org.unitlint.rule;

import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.Unit;

/** What rules about oneshot services have in common. */
final class Oneshots {
  private Oneshots() {}

  /** Tells what makes the service oneshot. */
  static Diagnostic label(Diagnostic finding, Unit unit) {
    return unit.last("Service", "Type")
        .filter(type -> type.is("oneshot"))
        .map(type -> finding.label(type.place(), "made oneshot here"))
        .orElseGet(
            () -> finding.note("a service without `Type=` and `ExecStart=` is a oneshot service"));
  }
}
