package org.unitlint.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unitlint.catalog.SpecifierUse;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;
import org.unitlint.syntax.Word;
import org.unitlint.syntax.Words;

/** Which other units the files of a unit name. See systemd.unit(5). */
public final class Mentions {
  private static final String NAME_PREFIX = "unit-name:";
  private static final String LIST_PREFIX = "unit-list";

  private final Machine machine;
  private final Unit unit;

  private Mentions(Machine machine, Unit unit) {
    this.machine = machine;
    this.unit = unit;
  }

  /**
   * All mentions in settings that count, in the order of reading. Of a directive that takes one
   * name, the last that systemd accepts wins.
   */
  public static List<Mention> of(Machine machine, Unit unit) {
    var mentions = new Mentions(machine, unit);
    return unit.settings().all().stream()
        .filter(unit.settings()::counts)
        .flatMap(s -> mentions.words(s).stream())
        .toList();
  }

  /** As {@link #of(Machine, Unit)}, of one directive. */
  public static List<Mention> of(Machine machine, Unit unit, String section, String directive) {
    var mentions = new Mentions(machine, unit);
    return unit.settings(section, directive).stream()
        .flatMap(s -> mentions.words(s).stream())
        .toList();
  }

  /** The entries of the folders that add dependencies of the directive, such as {@code Wants}. */
  public static List<Mention> ofFolders(Machine machine, Unit unit, String directive) {
    return new Mentions(machine, unit).entries(directive);
  }

  private static boolean isList(Setting setting) {
    String kind = setting.directive().valueKind();
    return kind.startsWith(LIST_PREFIX) || kind.equals("unit-name-list") || isInstall(setting);
  }

  private static boolean isInstall(Setting setting) {
    return setting.section().equals("Install") && !setting.name().equals("DefaultInstance");
  }

  private List<Mention> words(Setting setting) {
    if (isList(setting)) {
      boolean quoted = isInstall(setting) && !setting.name().equals("Also");
      var mode = quoted ? Words.Mode.QUOTED : Words.Mode.PLAIN;
      return Words.split(setting.value(), mode).words().stream()
          .map(w -> word(setting, w))
          .toList();
    }
    boolean single = setting.directive().valueKind().startsWith(NAME_PREFIX);
    return single && !setting.value().isEmpty() ? List.of(whole(setting)) : List.of();
  }

  private Mention word(Setting setting, Word word) {
    return mention(setting, word.text(), word.place());
  }

  private Mention whole(Setting setting) {
    return mention(setting, setting.text(), setting.place());
  }

  private Mention mention(Setting setting, String written, Place where) {
    var cause = machine.cause(setting.file().path());
    String path = cause.map(Cause::path).orElse(setting.file().path());
    var place = cause.map(Cause::place).orElse(where);
    var text = expand(setting, written);
    var name = text.flatMap(UnitName::parse);
    return isInstall(setting)
        ? new Mention(path, setting.section(), setting.name(), place, written, text, name)
        : filled(path, setting.section(), setting.name(), place, written, text);
  }

  private Mention filled(
      String path,
      String section,
      String directive,
      Place place,
      String written,
      Optional<String> text) {
    var named = text.flatMap(UnitName::parse);
    var name = named.flatMap(this::filled);
    boolean unknown = named.isPresent() && name.isEmpty();
    var known = unknown ? Optional.<String>empty() : text;
    return new Mention(path, section, directive, place, written, known, name);
  }

  /**
   * Step "resolve template": a template becomes the instance of the unit's own name; of a plain
   * unit its prefix becomes the instance. A template's own is not known.
   */
  private Optional<UnitName> filled(UnitName named) {
    if (!named.isTemplate()) {
      return Optional.of(named);
    }
    if (unit.name().isTemplate()) {
      return Optional.empty();
    }
    String instance = unit.name().instance().orElse(unit.name().prefix());
    return UnitName.parse(named.withInstance(instance).toString());
  }

  /** Specifiers that names of units do not know stay as they are, and make the name invalid. */
  private Optional<String> expand(Setting setting, String text) {
    var use = isInstall(setting) ? SpecifierUse.INSTALL : SpecifierUse.UNIT_NAMES;
    for (int i = text.indexOf('%'); i >= 0 && i + 1 < text.length(); i = text.indexOf('%', i + 2)) {
      var known = machine.catalog().specifier(text.charAt(i + 1));
      if (known.filter(s -> s.validIn().contains(use)).isEmpty()) {
        return Optional.of(text);
      }
    }
    return machine.specifiers().expand(text, unit.name());
  }

  private List<Mention> entries(String directive) {
    String suffix = "." + directive.toLowerCase(Locale.ROOT);
    var found = new ArrayList<Mention>();
    for (String path : machine.entries(unit, suffix)) {
      String entry = Paths.name(path);
      if (machine.isLink(path) && !machine.isMask(path)) {
        var cause = machine.cause(path);
        var place = cause.map(Cause::place).orElseGet(() -> machine.named(path).whole());
        String said = cause.map(Cause::path).orElse(path);
        found.add(filled(said, "", directive, place, entry, Optional.of(entry)));
      }
    }
    return found;
  }
}
