package org.unitlint.host.value;

import java.util.Optional;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.Specifier;
import org.unitlint.catalog.SpecifierUse;
import org.unitlint.host.Scope;
import org.unitlint.host.Specifiers;
import org.unitlint.host.UnitName;

/**
 * What the meaning of a value rests on besides its text.
 *
 * @param directive whose value it is
 * @param section in which it is written
 * @param name of the directive as it is written
 * @param unit whose setting it is
 */
public record ValueContext(
    Catalog catalog,
    int version,
    Scope scope,
    Specifiers specifiers,
    Directive directive,
    String section,
    String name,
    UnitName unit) {

  /** What stands behind the colon of the kind of value, such as a range; empty where nothing. */
  public String argument() {
    String kind = directive.valueKind(version);
    return kind.substring(kind.indexOf(':') + 1 == 0 ? kind.length() : kind.indexOf(':') + 1);
  }

  /**
   * The text with its specifiers replaced; empty where one is unknown to systemd, or its value
   * cannot be known. A directive that has no specifiers leaves them as they are.
   */
  public Optional<Text> expand(Text text) {
    return directive.specifiers().isEmpty() ? Optional.of(text) : text.replace(this::meaning);
  }

  private Optional<String> meaning(char which) {
    boolean candidate =
        which >= 'a' && which <= 'z'
            || which >= 'A' && which <= 'Z'
            || which >= '0' && which <= '9';
    if (which == '%') {
      return Optional.of("%");
    }
    if (!candidate) {
      return Optional.of("%" + which);
    }
    return catalog.specifier(which).filter(this::isKnown).isPresent()
        ? specifiers.value(which, unit)
        : Optional.empty();
  }

  private boolean isKnown(Specifier specifier) {
    return specifier.since().knownIn(version)
        && specifier.validIn().contains(directive.specifiers().orElse(SpecifierUse.UNIT));
  }
}
