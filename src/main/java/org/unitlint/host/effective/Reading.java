package org.unitlint.host.effective;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.ListSemantics;
import org.unitlint.catalog.Standing;
import org.unitlint.host.FatalValue;
import org.unitlint.host.LoadState;
import org.unitlint.host.LoadedFile;
import org.unitlint.host.Machine;
import org.unitlint.host.Refusal;
import org.unitlint.host.Setting;
import org.unitlint.host.Settings;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;
import org.unitlint.syntax.Assignment;

/** Goes through the files of one unit in systemd's order and says what becomes of each line. */
final class Reading {
  private final Machine machine;
  private final Catalog catalog;
  private final Unit unit;
  private final int version;
  private final Map<Assignment, Setting> settings = new IdentityHashMap<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final Remarks remarks;

  Reading(Machine machine, Unit unit) {
    this.machine = machine;
    this.catalog = machine.catalog();
    this.unit = unit;
    this.version = machine.setup().version();
    this.remarks = new Remarks(machine, unit);
    unit.settings().all().forEach(s -> settings.put(s.assignment(), s));
  }

  List<Part> parts() {
    if (unit.state() == LoadState.MASKED) {
      return List.of();
    }
    unit.fragment().ifPresent(this::read);
    unit.dropins().forEach(this::read);
    judge();
    return arranged();
  }

  /** Step "parse": the lines of one file, up to where systemd gives up. */
  private void read(LoadedFile file) {
    var stop = stop(file);
    for (Assignment orphan : file.tree().orphans()) {
      var draft = new Draft(drafts.size(), file, orphan, "", Optional.empty());
      draft.drop(Verdict.IGNORED, "it stands before any section");
      drafts.add(draft);
    }
    for (var section : file.tree().sections()) {
      if (section.name().startsWith("X-")) {
        continue;
      }
      for (Assignment assignment : section.assignments()) {
        boolean known = !assignment.name().isEmpty() && !assignment.name().startsWith("X-");
        if (known) {
          drafts.add(draft(file, section.name(), assignment, stop));
        }
      }
    }
  }

  private Draft draft(
      LoadedFile file, String section, Assignment assignment, Optional<Place> stop) {
    var setting = Optional.ofNullable(settings.get(assignment));
    var draft = new Draft(drafts.size(), file, assignment, section, setting);
    boolean behind =
        stop.isPresent() && assignment.span().start() > stop.get().span().start()
            || stop.isEmpty() && isUnread(file);
    boolean at = !behind && stop.isPresent() && assignment.span().end() > stop.get().span().start();
    if (at) {
      stopsAt(draft);
    } else if (behind) {
      draft.drop(Verdict.NOT_READ, remarks.unread(file, stop));
    } else if (setting.isEmpty()) {
      draft.drop(Verdict.IGNORED, unknown(section, assignment.name()));
    } else {
      remarks.ignored(setting.get()).ifPresent(r -> draft.drop(Verdict.IGNORED, r));
    }
    return draft;
  }

  /** Of a drop-in counts what systemd has taken of the line before it stops there. */
  private void stopsAt(Draft draft) {
    String reason = remarks.refusal(draft);
    draft
        .setting()
        .filter(s -> !isFragment(draft.file()))
        .flatMap(s -> FatalValue.taken(s, unit.name(), machine.values()))
        .ifPresentOrElse(
            part -> draft.cut(part, "only `" + part + "` counts: " + reason),
            () -> draft.drop(Verdict.IGNORED, reason));
  }

  private boolean isFragment(LoadedFile file) {
    return unit.fragment().filter(f -> f == file).isPresent();
  }

  /** Where systemd stops reading the file because of a value. */
  private Optional<Place> stop(LoadedFile file) {
    if (isFragment(file)) {
      return unit.refusals().stream()
          .filter(r -> r.reason().stopsReading())
          .map(Refusal::place)
          .findFirst()
          .or(() -> file.tree().fatal().map(f -> f.place()));
    }
    return unit.settings().all().stream()
        .filter(s -> s.file() == file)
        .filter(s -> FatalValue.of(s, unit.name(), machine.values()).isPresent())
        .map(Setting::place)
        .findFirst();
  }

  /** Whether systemd refuses the whole file, or never comes to it. */
  private boolean isUnread(LoadedFile file) {
    boolean refused = unit.refusals().stream().anyMatch(r -> r.reason().stopsReading());
    boolean broken = unit.fragment().filter(f -> f.tree().fatal().isPresent()).isPresent();
    return file.tree().fatal().isPresent() || !isFragment(file) && (refused || broken);
  }

  /** Why there is no setting: what systemd does not know. */
  private String unknown(String section, String name) {
    if (!catalog.sections(unit.name().type()).contains(section)) {
      return "a " + unit.name().type().suffix() + " has no section [" + section + "]";
    }
    var directive = catalog.directive(section, name);
    if (directive.isEmpty()) {
      return "unknown directive in [" + section + "]";
    }
    return directive.get().standing(version) == Standing.TOO_NEW
        ? "only systemd " + directive.get().since().latest() + " and newer know it"
        : "systemd " + version + " does not know it any more";
  }

  /** Step "apply": what each setting does to those before it. */
  private void judge() {
    var live = new LinkedHashMap<String, List<Draft>>();
    for (Draft draft : drafts) {
      if (draft.verdict() != Verdict.COUNTS) {
        continue;
      }
      var setting = draft.setting().orElseThrow();
      var semantics = setting.directive().listSemantics();
      if (setting.value().isEmpty() && semantics == ListSemantics.APPEND_NO_RESET) {
        draft.drop(Verdict.IGNORED, "without a value it does nothing");
        continue;
      }
      boolean resets = setting.value().isEmpty() && semantics.emptyResets();
      if (resets || replacesAny(setting)) {
        takesOver(draft, resets, live.values());
      }
      if (resets) {
        draft.resets();
      } else {
        remarks.inPart(setting).forEach(draft::remark);
        live.computeIfAbsent(setting.section() + "/" + setting.name(), k -> new ArrayList<>(1))
            .add(draft);
      }
    }
  }

  /**
   * Takes from the lines that count so far, those of one directive together, whose place a line
   * takes.
   */
  private void takesOver(Draft draft, boolean resets, Collection<List<Draft>> live) {
    var setting = draft.setting().orElseThrow();
    var over = new ArrayList<Draft>();
    for (List<Draft> lines : live) {
      if (lines.isEmpty()) {
        continue;
      }
      var earlier = lines.get(0).setting().orElseThrow();
      if (resets ? Settings.takesBack(catalog, setting, earlier) : replaces(setting, earlier)) {
        over.addAll(lines);
        lines.clear();
      }
    }
    over.sort(Comparator.comparingInt(Draft::number));
    over.forEach(o -> draft.takes(o, resets ? Verdict.TAKEN_BACK : Verdict.REPLACED));
  }

  /** Whether it takes the place of others at all, as lists do not. */
  private boolean replacesAny(Setting setting) {
    return setting.directive().listSemantics().single()
        || catalog.settingGroup(setting.section(), setting.name()).isPresent();
  }

  private boolean replaces(Setting later, Setting earlier) {
    if (!later.section().equals(earlier.section())) {
      return false;
    }
    return later.name().equals(earlier.name())
        ? later.directive().listSemantics().single()
        : catalog
            .settingGroup(later.section(), later.name())
            .filter(g -> g.replaces(later.name(), earlier.name()))
            .isPresent();
  }

  /** By section and directive, each where it is first met. */
  private List<Part> arranged() {
    var sections = new LinkedHashMap<String, Map<String, List<Line>>>();
    var known = catalog.sections(unit.name().type());
    known.forEach(s -> sections.put(s, new LinkedHashMap<>()));
    for (Draft draft : drafts) {
      var line = line(draft);
      var group =
          sections
              .computeIfAbsent(line.section(), s -> new LinkedHashMap<>())
              .computeIfAbsent(group(draft, line), g -> new ArrayList<>(1));
      if (draft.verdict() != Verdict.REPLACED && draft.verdict() != Verdict.TAKEN_BACK) {
        group.add(line);
      }
    }
    var parts = new ArrayList<Part>();
    sections.forEach(
        (section, groups) -> {
          if (!groups.isEmpty()) {
            var lines = groups.values().stream().flatMap(List::stream).toList();
            parts.add(new Part(section, known.contains(section), lines));
          }
        });
    return parts;
  }

  /** What stays together: lines of a directive, and of those on whose order something rests. */
  private String group(Draft draft, Line line) {
    var semantics = draft.setting().map(Setting::directive).map(Directive::listSemantics);
    if (semantics.filter(ListSemantics::isShared).isPresent()) {
      return semantics.get() + "/" + line.name().startsWith("Assert");
    }
    return catalog
        .settingGroup(line.section(), line.name())
        .map(g -> g.directives().get(0))
        .orElse(line.name());
  }

  private Line line(Draft draft) {
    var setting = draft.setting().filter(s -> isKnown(s.section(), s.name()));
    return new Line(
        draft.file(),
        draft.assignment(),
        draft.written(),
        setting.map(Setting::section).orElse(draft.written()),
        setting.map(Setting::name).orElse(draft.assignment().name()),
        draft.verdict(),
        draft.taken(),
        draft.remarks(),
        setting.flatMap(this::expanded),
        draft.over().stream().map(this::line).toList());
  }

  /** An old spelling stays where this version does not know the new one. */
  private boolean isKnown(String section, String name) {
    return catalog
        .directive(section, name)
        .filter(d -> d.standing(version) != Standing.TOO_NEW)
        .isPresent();
  }

  private Optional<String> expanded(Setting setting) {
    String text = setting.text();
    return setting.directive().specifiers().isEmpty()
        ? Optional.empty()
        : machine.specifiers().expand(text, unit.name()).filter(t -> !t.equals(text));
  }
}
