package org.unitlint.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Context;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.Status;
import org.unitlint.catalog.UnitType;

/** Which units have a section, and what can be written there. */
public record SectionText(Catalog catalog, String section) implements Explanation {
  @Override
  public void tell(Prose prose) {
    var directives = catalog.directives(section);
    prose.line("[" + section + "]");
    prose.gap().paragraph(2, units() + " " + count(directives.size()));
    for (Context context : Context.values()) {
      list(
          prose,
          title(context),
          directives,
          d -> d.context() == context && d.status() == Status.CURRENT);
    }
    list(
        prose,
        "Old spellings, and what is deprecated, removed or without effect",
        directives,
        d -> d.status() != Status.CURRENT);
  }

  private static void list(
      Prose prose, String title, Collection<Directive> all, Predicate<Directive> wanted) {
    var names = all.stream().filter(wanted).map(Directive::name).toList();
    if (!names.isEmpty()) {
      prose.gap().paragraph(2, title + ": " + names.size()).columns(4, names);
    }
  }

  private static String title(Context context) {
    return switch (context) {
      case OWN -> "Of this section alone";
      case EXEC -> "How processes are run, systemd.exec(5)";
      case KILL -> "How processes are ended, systemd.kill(5)";
      case CGROUP -> "What processes may use, systemd.resource-control(5)";
    };
  }

  private static String count(int directives) {
    return directives == 0
        ? "It has no directives of its own."
        : "It has " + directives + " directives.";
  }

  private String units() {
    var types =
        Arrays.stream(UnitType.values())
            .filter(t -> catalog.sections(t).contains(section))
            .toList();
    if (types.size() == UnitType.values().length) {
      return "Units of all types have this section.";
    }
    var suffixes = types.stream().map(t -> "`." + t.suffix() + "`").toList();
    String ending = "Units that end in " + Prose.listed(suffixes, "or") + " have this section.";
    return types.stream().anyMatch(UnitType::mayHaveFragment)
        ? ending
        : ending + " Only programs make such units.";
  }
}
