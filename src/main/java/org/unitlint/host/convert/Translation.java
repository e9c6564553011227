package org.unitlint.host.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.xinetd.Setting;
import org.unitlint.host.xinetd.XinetdService;

/** One service on its way to its units: what is written so far, and what is to be said of it. */
final class Translation {
  private final Catalog catalog = Catalog.standard();
  private final int version;
  private final boolean rules;
  private final List<Note> notes = new ArrayList<>();
  private final List<Note> lost = new ArrayList<>();
  private final List<String> lostItems = new ArrayList<>();
  final XinetdService service;
  final UnitDraft socket;
  final UnitDraft server;
  final boolean accepts;

  /**
   * Nothing yet.
   *
   * @param stem that of the names of the units
   * @param version of systemd
   * @param rules whether the machine has rules for tcp wrappers
   */
  Translation(XinetdService service, String stem, int version, boolean rules) {
    this.rules = rules;
    this.service = service;
    this.version = version;
    this.accepts = !service.waits() && service.redirect().isEmpty();
    this.socket = new UnitDraft(stem + ".socket");
    this.server = new UnitDraft(stem + (accepts ? "@" : "") + ".service");
  }

  /** Whether the version of systemd has the directive. */
  boolean knows(String section, String directive) {
    return catalog
        .directive(section, directive)
        .filter(d -> d.since().knownIn(version))
        .isPresent();
  }

  /** Whether rules of tcp wrappers counted for the service, and count no more. */
  boolean isWrapped() {
    return rules
        && !service.traits().flags().contains("NOLIBWRAP")
        && !service.run().server().endsWith("/tcpd");
  }

  boolean isBefore(int other) {
    return version < other;
  }

  /** A line that says just what the attribute says. */
  void exact(String attribute, UnitDraft unit, String directive, String value) {
    unit.set(directive, value);
    note(attribute, Exactness.EXACT, "", unit, directive + "=" + value);
  }

  /** A line that says nearly what the attribute says; the words say how it differs. */
  void nearly(String attribute, UnitDraft unit, String directive, String value, String words) {
    unit.comment(written(attribute) + ": " + words);
    unit.set(directive, value);
    note(attribute, Exactness.APPROXIMATE, words, unit, directive + "=" + value);
  }

  /** Something that systemd does anyway, if not quite so. */
  void nearly(String attribute, UnitDraft unit, String words) {
    nearly(List.of(attribute), unit, List.of(), words);
  }

  /** The same for lines that stand for several attributes together. */
  void nearly(List<String> attributes, UnitDraft unit, List<String[]> lines, String words) {
    unit.comment(String.join(", ", attributes.stream().map(this::written).toList()) + ": " + words);
    lines.forEach(l -> unit.set(l[0], l[1]));
    String all = String.join("\n", lines.stream().map(l -> String.join("=", l)).toList());
    attributes.forEach(a -> note(a, Exactness.APPROXIMATE, words, unit, all));
  }

  /** Something that is so without a line, if no line says it. */
  void implied(String attribute) {
    if (notes.stream().noneMatch(n -> n.attribute().equals(attribute))) {
      notes.add(made(attribute, Exactness.EXACT, "", "", ""));
    }
  }

  /** An attribute that comes to nothing. */
  void lost(String attribute, String words) {
    lost(attribute, written(attribute), words);
  }

  /** The same for a part of what is written. */
  void lost(String attribute, String written, String words) {
    lostItems.add(written + ": " + words);
    lost.add(made(attribute, Exactness.NONE, words, "", ""));
  }

  private void note(
      String attribute, Exactness exactness, String words, UnitDraft unit, String setting) {
    notes.add(made(attribute, exactness, words, unit.name(), setting));
  }

  private Note made(
      String attribute, Exactness exactness, String words, String unit, String setting) {
    var place = service.setting(attribute).flatMap(Setting::place);
    return new Note(attribute, exactness, words, unit, setting, place);
  }

  /** The attribute with its values, as somebody wrote it. */
  String written(String attribute) {
    var text = service.setting(attribute).map(Setting::text).filter(t -> !t.isEmpty());
    return text.isEmpty() ? attribute : attribute + " = " + text.get();
  }

  /** The text of an attribute that is given. */
  Optional<Setting> setting(String attribute) {
    return service.setting(attribute);
  }

  /** All that is to be said, in the order of the units. */
  List<Note> notes() {
    var all = new ArrayList<>(notes);
    all.addAll(lost);
    return all;
  }

  /** What the socket's head lists as lost. */
  List<String> lostItems() {
    return List.copyOf(lostItems);
  }
}
