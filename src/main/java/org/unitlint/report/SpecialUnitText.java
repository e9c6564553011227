package org.unitlint.report;

import java.util.ArrayList;
import org.unitlint.catalog.SpecialUnit;
import org.unitlint.catalog.UnitType;

/** What is known of a unit that systemd ships or gives a meaning to. */
public record SpecialUnitText(SpecialUnit unit) implements Explanation {
  @Override
  public void tell(Prose prose) {
    prose.line(unit.name());
    prose.gap().paragraph(2, origin());
    prose
        .gap()
        .entry("type", unit.type().suffix() + (template() ? ", a template" : ""))
        .entry("belongs to", scopes())
        .entry("use", use())
        .entry("runlevels", Prose.listed(unit.runlevels(), "and"))
        .entry("LSB", unit.lsbFacility().map(f -> "called `" + f + "` in init scripts").orElse(""))
        .entry(
            "manual", unit.origin() == SpecialUnit.Origin.DOCUMENTED ? "systemd.special(7)" : "");
  }

  private boolean template() {
    return unit.name().contains("@.");
  }

  private String origin() {
    if (unit.removed()) {
      return "Had a meaning to systemd once, and has none any more.";
    }
    return unit.origin() == SpecialUnit.Origin.DOCUMENTED
        ? "Has a special meaning to systemd."
        : "Comes with systemd.";
  }

  private String scopes() {
    var scopes = new ArrayList<String>();
    for (SpecialUnit.Scope scope : unit.scopes()) {
      scopes.add(
          switch (scope) {
            case SYSTEM -> "the system";
            case USER -> "users' own managers";
            case INITRD -> "the initrd";
          });
    }
    return Prose.listed(scopes, "and");
  }

  private String use() {
    if (unit.type() != UnitType.TARGET || unit.removed()) {
      return "";
    }
    return unit.passive()
        ? "passive: who provides it pulls it in with `Wants=` and orders itself with `Before=`;"
            + " who needs it writes `After=` only"
        : "active: who needs it pulls it in with `Wants=` or `Requires=`, and writes `After=`"
            + " as well to wait for it";
  }
}
