package org.unitlint.report;

import org.unitlint.catalog.Specifier;
import org.unitlint.catalog.SpecifierUse;

/** What a specifier stands for, and where. */
public record SpecifierText(Specifier specifier) implements Explanation {
  @Override
  public void tell(Prose prose) {
    prose.line("%" + specifier.character());
    prose.gap().paragraph(2, "Stands for " + specifier.meaning() + ".");
    prose
        .gap()
        .entry(
            "expanded",
            Prose.listed(specifier.validIn().stream().map(SpecifierText::values).toList(), "and"))
        .entry("since", Versions.of(specifier.since()))
        .entry("status", specifier.deprecated() ? "deprecated" : "")
        .entry("manual", "systemd.unit(5), \"Specifiers\"");
  }

  private static String values(SpecifierUse use) {
    return switch (use) {
      case UNIT -> "in values at large";
      case INSTALL -> "in [Install]";
      case UNIT_NAMES -> "in names of units";
    };
  }
}
