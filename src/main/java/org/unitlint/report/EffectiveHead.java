package org.unitlint.report;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.Refusal;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/** What to say of a unit above its settings: how it was loaded, and from which files. */
final class EffectiveHead {
  private final Machine machine;
  private final Unit unit;

  EffectiveHead(Machine machine, Unit unit) {
    this.machine = machine;
    this.unit = unit;
  }

  /** The lines, without a mark that they are comments. */
  static List<String> of(Machine machine, EffectiveAnswer.Asked asked) {
    return new EffectiveHead(machine, asked.unit()).lines(asked.name());
  }

  private List<String> lines(String asked) {
    var lines = new ArrayList<String>();
    lines.add(unit.name() + ": " + state());
    if (!asked.equals(unit.name().toString())) {
      lines.add("  asked for as " + asked);
    }
    fragment(lines);
    for (String path : unit.dropinPaths()) {
      boolean masked = machine.isMask(path);
      lines.add((masked ? "  masked drop-in " : "  drop-in ") + name(path));
    }
    for (String name : unit.names()) {
      if (!name.equals(unit.name().toString())) {
        lines.add("  also called " + name + AliasText.of(machine, name));
      }
    }
    for (Refusal refusal : unit.refusals()) {
      lines.add("  refused for " + RefusalText.of(refusal.reason()) + ", " + at(refusal.place()));
    }
    return lines.stream().map(Cells::clean).toList();
  }

  private String state() {
    if (unit.name().isTemplate() && unit.isLoaded()) {
      return "a template";
    }
    return unit.state() == LoadState.MASKED
        ? "masked by " + name(unit.fragmentPath())
        : unit.state().word();
  }

  private void fragment(List<String> lines) {
    if (unit.state() == LoadState.MASKED) {
      return;
    }
    if (unit.fragment().isEmpty()) {
      lines.add("  no file of its own");
      return;
    }
    String path = unit.fragmentPath();
    lines.add("  fragment " + name(path) + template());
    machine.cause(path).ifPresent(c -> lines.add("  made for " + at(c.place())));
    unit.fragment()
        .flatMap(f -> f.tree().fatal())
        .ifPresent(f -> lines.add("  systemd gives up reading it at " + at(f.place())));
  }

  private String template() {
    if (!unit.name().isInstance()) {
      return "";
    }
    String template = unit.name().template().toString();
    boolean own = !unit.fragmentPath().endsWith("/" + template);
    return ", instance `"
        + unit.name().instance().orElse("")
        + "` of "
        + template
        + (own ? ", with a file of its own" : "");
  }

  private String name(String path) {
    return machine.named(path).name();
  }

  private static String at(Place place) {
    return place.source().name() + ":" + place.line();
  }
}
