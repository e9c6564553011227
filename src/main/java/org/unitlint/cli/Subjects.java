package org.unitlint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.Nearest;
import org.unitlint.report.DirectiveText;
import org.unitlint.report.Explanation;
import org.unitlint.report.MisplacedText;
import org.unitlint.report.RuleText;
import org.unitlint.report.SectionText;
import org.unitlint.report.SpecialUnitText;
import org.unitlint.report.SpecifierText;
import org.unitlint.rule.Page;
import org.unitlint.rule.Rules;

/** What can be explained: rules, directives, sections, special units and specifiers. */
final class Subjects {
  private static final Pattern TEMPLATE = Pattern.compile("@.+\\.");

  private final Catalog catalog;
  private final WrittenValues values;

  Subjects(Catalog catalog, WrittenValues values) {
    this.catalog = catalog;
    this.values = values;
  }

  /** All that has the name: by exact case if there is anything, else by any; empty for none. */
  List<Explanation> named(String name) {
    var exact = named(name, String::equals);
    return exact.isEmpty() ? named(name, String::equalsIgnoreCase) : exact;
  }

  private List<Explanation> named(String name, BiPredicate<String, String> same) {
    var found = new ArrayList<Explanation>();
    Rules.ALL.stream()
        .map(r -> r.info())
        .filter(r -> same.test(r.code(), name) || same.test(r.name(), name))
        .forEach(r -> found.add(new RuleText(r, Page.of(r).text())));
    if (name.length() == 2 && name.startsWith("%")) {
      catalog.specifier(name.charAt(1)).ifPresent(s -> found.add(new SpecifierText(s)));
    }
    String template = TEMPLATE.matcher(name).replaceFirst("@.");
    catalog.specialUnits().stream()
        .filter(u -> same.test(u.name(), name) || same.test(u.name(), template))
        .forEach(u -> found.add(new SpecialUnitText(u)));
    if (found.isEmpty()) {
      Key.parse(name).ifPresent(k -> found.addAll(values(k, same)));
    }
    if (found.isEmpty()) {
      Key.parse(name).ifPresent(k -> found.addAll(settings(k, same)));
    }
    return found;
  }

  /** A directive with a value. */
  private List<Explanation> values(Key key, BiPredicate<String, String> same) {
    if (key.value().isEmpty()) {
      return List.of();
    }
    var section =
        catalog.sections().stream()
            .filter(s -> key.section().filter(k -> same.test(s, k)).isPresent())
            .findFirst();
    var directives =
        catalog.directives().stream()
            .filter(d -> same.test(d.name(), key.name()))
            .filter(
                d -> key.section().isEmpty() || section.filter(d.sections()::contains).isPresent())
            .toList();
    return values.explain(directives, section, key.value());
  }

  private List<Explanation> settings(Key key, BiPredicate<String, String> same) {
    var found = new ArrayList<Explanation>();
    catalog.sections().stream()
        .filter(s -> key.asSection().filter(k -> same.test(s, k)).isPresent())
        .forEach(s -> found.add(new SectionText(catalog, s)));
    if (key.section().isEmpty()) {
      found.addAll(anywhere(key.name(), same));
      return found;
    }
    for (String section : catalog.sections()) {
      if (same.test(section, key.section().get())) {
        found.addAll(in(section, key.name(), same));
      }
    }
    return found;
  }

  /** A key whatever its section. */
  private List<Explanation> anywhere(String name, BiPredicate<String, String> same) {
    var found = new ArrayList<Explanation>();
    catalog.directives().stream()
        .filter(d -> same.test(d.name(), name))
        .forEach(d -> found.add(new DirectiveText(catalog, d)));
    catalog.misplacedKeys().stream()
        .filter(k -> same.test(k, name))
        .flatMap(k -> catalog.misplaced(k).stream())
        .forEach(m -> found.add(new MisplacedText(m)));
    return found;
  }

  /** A key in one section; if it has no place there, that is said before the rest. */
  private List<Explanation> in(String section, String name, BiPredicate<String, String> same) {
    var here = catalog.directives(section).stream().filter(d -> same.test(d.name(), name)).toList();
    if (!here.isEmpty()) {
      return here.stream().<Explanation>map(d -> new DirectiveText(catalog, d)).toList();
    }
    var elsewhere = new ArrayList<Explanation>();
    var known = catalog.directives().stream().filter(d -> same.test(d.name(), name)).toList();
    if (known.isEmpty()) {
      return anywhere(name, same);
    }
    String key = known.get(0).name();
    catalog.misplaced(key).stream()
        .filter(m -> m.writtenIn().contains(section))
        .forEach(m -> elsewhere.add(new MisplacedText(m)));
    if (elsewhere.isEmpty()) {
      elsewhere.add(prose -> prose.line("`" + key + "=` has no place in [" + section + "]."));
    }
    known.forEach(d -> elsewhere.add(new DirectiveText(catalog, d)));
    return elsewhere;
  }

  /** The name that was meant, if a name that nothing has is close to one. */
  Optional<String> nearest(String name) {
    var names = new TreeSet<>(catalog.misplacedKeys());
    catalog.directives().stream().map(Directive::name).forEach(names::add);
    catalog.specialUnits().forEach(u -> names.add(u.name()));
    names.addAll(catalog.sections());
    Rules.ALL.forEach(r -> names.addAll(List.of(r.info().code(), r.info().name())));
    return Nearest.of(name, names)
        .or(() -> Key.parse(name).flatMap(k -> Nearest.of(k.asSection().orElse(k.name()), names)));
  }

  /**
   * What may be written of a setting: {@code [Section] Name=value}, {@code Section.Name}, and less
   * of it.
   */
  private record Key(Optional<String> section, String name, boolean assigned, String value) {
    private static final Pattern SYNTAX =
        Pattern.compile("(?:\\[([^\\]]*)\\] *|([A-Za-z]+)\\.)?([^=\\s]*) *(=.*)?");

    static Optional<Key> parse(String text) {
      var matcher = SYNTAX.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      var dotted = Optional.ofNullable(matcher.group(2));
      var section = Optional.ofNullable(matcher.group(1)).or(() -> dotted);
      boolean assigned = matcher.group(4) != null;
      String value = assigned ? matcher.group(4).substring(1).strip() : "";
      return Optional.of(new Key(section, matcher.group(3), assigned, value));
    }

    /** The name of a section, where it may be no more than that. */
    Optional<String> asSection() {
      if (section.isPresent()) {
        return section.filter(s -> name.isEmpty());
      }
      return assigned ? Optional.empty() : Optional.of(name);
    }
  }
}
