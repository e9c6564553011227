package org.unitlint.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unitlint.diff.BootChange;
import org.unitlint.diff.Changed;
import org.unitlint.diff.Comparison;
import org.unitlint.diff.Order;
import org.unitlint.diff.ServiceChange;
import org.unitlint.diff.SettingChange;
import org.unitlint.diff.Start;
import org.unitlint.diff.UnitChange;
import org.unitlint.diff.Written;
import org.unitlint.graph.Link;

/** A comparison in words: unit by unit what was changed, and what comes of it. */
public final class DiffBlocks {
  /** Of more units that are added, or removed, not all that comes of it is read by anybody. */
  private static final int MANY = 20;

  /** Whatever is nearer to what it was is not worth a line. */
  private static final long TOLD_MICROS = 1_000;

  private final Comparison comparison;
  private final Set<UnitChange.Kind> crowds = EnumSet.noneOf(UnitChange.Kind.class);

  private DiffBlocks(Comparison comparison, boolean all) {
    this.comparison = comparison;
    for (var kind : List.of(UnitChange.Kind.ADDED, UnitChange.Kind.REMOVED)) {
      if (!all && comparison.units().stream().filter(u -> u.kind() == kind).count() > MANY) {
        crowds.add(kind);
      }
    }
  }

  /**
   * Them all, in the order in which they are told.
   *
   * @param all whether each unit is told of by itself, however many there are
   */
  public static List<DiffBlock> of(Comparison comparison, boolean all) {
    return new DiffBlocks(comparison, all).all();
  }

  private List<DiffBlock> all() {
    var blocks = new ArrayList<DiffBlock>();
    var manager = new ArrayList<DiffRow>();
    comparison.manager().forEach(o -> settings(o, manager));
    blocks.add(DiffBlock.section("The manager's configuration", manager));
    var crowd = new EnumMap<UnitChange.Kind, List<DiffRow>>(UnitChange.Kind.class);
    for (UnitChange change : comparison.units()) {
      if (crowds.contains(change.kind()) && change.follows().findings().isEmpty()) {
        crowd.computeIfAbsent(change.kind(), k -> new ArrayList<>()).add(row(change));
      } else {
        blocks.add(unit(change));
      }
    }
    crowd.forEach((kind, rows) -> blocks.add(DiffBlock.section(counted(rows.size(), kind), rows)));
    comparison.services().forEach(s -> blocks.add(service(s)));
    blocks.add(DiffBlock.section("Elsewhere", new DiffRows().of(comparison.elsewhere())));
    blocks.add(DiffBlock.section("The boot", boot(comparison.boot())));
    blocks.removeIf(b -> b.section() && b.follows().isEmpty());
    return blocks;
  }

  /** One of many: in short what it does at boot. */
  private static DiffRow row(UnitChange change) {
    var text = new StringBuilder(change.unit());
    if (change.follows().jobs().stream().anyMatch(j -> j.last().unit().equals(change.unit()))) {
      text.append(", started at boot");
    }
    change.follows().ports().stream()
        .filter(p -> p.sort() != Changed.Sort.OTHER)
        .map(p -> p.last().listening().endpoint())
        .map(e -> ", listens on " + e.address() + " (" + e.word() + ")")
        .distinct()
        .forEach(text::append);
    return DiffRow.of(change.state(), text.toString(), change.state().last().file().where());
  }

  private static String counted(int count, UnitChange.Kind kind) {
    String what = kind == UnitChange.Kind.ADDED ? "added" : "removed";
    return count + (count == 1 ? " unit" : " units") + " without findings " + what;
  }

  private DiffBlock unit(UnitChange change) {
    var rows = new ArrayList<DiffRow>();
    var state = change.state().last();
    boolean told =
        change.kind() == UnitChange.Kind.REFUSED || change.kind() == UnitChange.Kind.ADDED;
    if (told && !isUnfilled(change)) {
      state
          .refusals()
          .forEach(
              r ->
                  rows.add(
                      new DiffRow(
                          Changed.Sort.NEW,
                          RefusalText.of(r.reason()),
                          LinkWords.place(r.place(), false))));
    }
    for (Changed<Written> alias : change.aliases()) {
      String place = alias.last().path().isEmpty() ? "" : alias.last().where();
      rows.add(DiffRow.of(alias, "is also called " + alias.last().text(), place));
    }
    for (var link : change.links()) {
      var edge = link.last();
      String verb = LinkWords.verb(new Link(edge, true));
      String place = edge.reason().place().map(p -> LinkWords.place(p, true)).orElse("");
      rows.add(DiffRow.of(link, edge.from() + " " + verb + " it", place));
    }
    change.settings().forEach(s -> settings(s, rows));
    change.variables().forEach(v -> settings(v, rows));
    return DiffBlock.of(
        title(change),
        change.units(),
        rows,
        new DiffRows(change.units(), told(change)).of(change.follows()));
  }

  private static String title(UnitChange change) {
    if (change.units().size() > 1) {
      return DiffRows.named(change.units()) + " are changed alike";
    }
    String file = change.state().last().file().where();
    String behind = file.isEmpty() ? "" : ": " + file;
    return change.unit()
        + switch (change.kind()) {
          case ADDED -> added(change) + behind;
          case REMOVED -> " is removed" + behind;
          case MASKED -> " is masked" + behind;
          case UNMASKED -> " is masked no longer" + behind;
          case REFUSED -> " is refused: systemd does not load it any more";
          case MENDED -> " is loaded now";
          case CHANGED -> " is changed";
        };
  }

  /** What need not be said again: units that ask for it, and lines that only name others. */
  private static Set<String> told(UnitChange change) {
    var told = new HashSet<String>();
    change.links().forEach(l -> told.add(l.last().from()));
    for (var setting : change.settings()) {
      if (setting.added().isEmpty()) {
        setting.dropped().forEach(w -> told.add(Changed.Sort.GONE + " " + w.where()));
      } else if (setting.dropped().isEmpty()) {
        setting.added().forEach(w -> told.add(Changed.Sort.NEW + " " + w.where()));
      }
    }
    return told;
  }

  /**
   * Whether the file is one from which the unit's is made, so that its values are no values yet.
   */
  private static boolean isUnfilled(UnitChange change) {
    String file = change.state().last().file().name();
    return !file.isEmpty()
        && !file.endsWith(change.unit().substring(change.unit().lastIndexOf('.')));
  }

  private static String added(UnitChange change) {
    if (isUnfilled(change)) {
      return " is added";
    }
    return switch (change.state().last().load()) {
      case MASKED -> " is added as a mask";
      case BAD_SETTING, ERROR -> " is added, but systemd does not load it";
      default -> " is added";
    };
  }

  private static void settings(SettingChange change, List<DiffRow> rows) {
    boolean reordered = change.dropped().isEmpty() && change.added().isEmpty();
    var dropped = reordered ? change.before() : change.dropped();
    var added = reordered ? change.after() : change.added();
    dropped.forEach(w -> rows.add(setting(Changed.Sort.GONE, change, w)));
    added.forEach(w -> rows.add(setting(Changed.Sort.NEW, change, w)));
  }

  private static DiffRow setting(Changed.Sort sort, SettingChange change, Written line) {
    String equals = change.section().isEmpty() ? " = " : "=";
    String place = line.path().isEmpty() ? "" : line.where();
    return new DiffRow(sort, change.name() + equals + line.text(), place);
  }

  private DiffBlock service(ServiceChange change) {
    var rows = new ArrayList<DiffRow>();
    var state = change.state().last();
    String what =
        switch (change.kind()) {
          case ADDED -> state.isServed() ? " is added: " : " is added, but not served: ";
          case REMOVED -> " is removed: ";
          case ENABLED -> " is served now: ";
          case DISABLED -> " is served no longer: ";
          case CHANGED -> " is changed: ";
        };
    if (!state.decides().path().isEmpty() && change.state().after().isPresent()) {
      rows.add(new DiffRow(Changed.Sort.NEW, state.decides().text(), state.decides().where()));
    }
    change.attributes().forEach(a -> settings(a, rows));
    return DiffBlock.of(
        "xinetd's " + change.id() + what + state.file().where(),
        List.of(),
        rows,
        new DiffRows().of(change.follows()));
  }

  private static List<DiffRow> boot(BootChange boot) {
    var rows = new ArrayList<DiffRow>();
    if (!boot.before().anchor().equals(boot.after().anchor())) {
      otherwise(rows, "it starts " + boot.after().anchor() + ", not " + boot.before().anchor());
    }
    boot.before()
        .refusal()
        .filter(r -> boot.after().refusal().isEmpty())
        .ifPresent(r -> rows.add(new DiffRow(Changed.Sort.GONE, "is refused: " + r, "")));
    boot.after()
        .refusal()
        .filter(r -> !boot.before().refusal().equals(boot.after().refusal()))
        .ifPresent(r -> rows.add(new DiffRow(Changed.Sort.NEW, "is refused: " + r, "")));
    for (var cycle : boot.cycles()) {
      var path = cycle.last().path().stream().map(j -> j.unit()).toList();
      String deleted =
          cycle.last().deleted().map(j -> ", of which " + j.unit() + " is dropped").orElse("");
      String text = "ordering cycle: " + String.join(" → ", path) + " → " + path.get(0) + deleted;
      rows.add(DiffRow.of(cycle, text, ""));
    }
    for (Changed<Order> order : boot.orders()) {
      var now = order.after().orElseThrow();
      otherwise(rows, now.earlier() + " starts before " + now.later() + ", not after it");
    }
    if (boot.before().refusal().isEmpty() && boot.after().refusal().isEmpty()) {
      time(boot.before(), boot.after(), rows);
    }
    boot.moved().stream()
        .filter(m -> Math.abs(by(m)) >= TOLD_MICROS)
        .forEach(m -> otherwise(rows, moved(m)));
    return rows;
  }

  private static void time(BootChange.Run before, BootChange.Run after, List<DiffRow> rows) {
    String was = Spans.of(before.totalMicros());
    String is = Spans.of(after.totalMicros());
    long by = after.totalMicros() - before.totalMicros();
    if (by != 0) {
      boolean alike = was.equals(is) || Math.abs(by) < TOLD_MICROS;
      String takes = alike ? "it takes " : "it takes " + is + ", not " + was + ": ";
      otherwise(rows, takes + Spans.of(Math.abs(by)) + (by > 0 ? " more" : " less"));
    }
    var fresh = without(after.criticalPath(), before.criticalPath());
    var gone = without(before.criticalPath(), after.criticalPath());
    if (!gone.isEmpty()) {
      rows.add(new DiffRow(Changed.Sort.GONE, "is held up by " + gone, ""));
    }
    if (!fresh.isEmpty()) {
      rows.add(new DiffRow(Changed.Sort.NEW, "is held up by " + fresh, ""));
    }
  }

  private static String without(List<String> units, List<String> others) {
    return String.join(", ", units.stream().filter(u -> !others.contains(u)).toList());
  }

  private static void otherwise(List<DiffRow> rows, String text) {
    rows.add(new DiffRow(Changed.Sort.OTHER, text, ""));
  }

  private static String moved(Changed<Start> start) {
    long by = by(start);
    return start.last().unit()
        + " is up "
        + Spans.of(Math.abs(by))
        + (by > 0 ? " later" : " earlier");
  }

  private static long by(Changed<Start> start) {
    return start.after().orElseThrow().endMicros() - start.before().orElseThrow().endMicros();
  }
}
