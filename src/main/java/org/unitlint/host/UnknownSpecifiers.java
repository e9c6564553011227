package org.unitlint.host;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.SpecifierUse;
import org.unitlint.source.Place;

/** Finds what looks like a specifier but is none. See systemd.unit(5), "Specifiers". */
public final class UnknownSpecifiers {
  private UnknownSpecifiers() {}

  /** The places of the unknown specifiers in a setting's value; none where all are literal. */
  public static List<Place> in(Setting setting, Catalog catalog, int version) {
    var use = setting.directive().specifiers();
    String text = setting.text();
    if (use.isEmpty() || text.indexOf('%') < 0) {
      return List.of();
    }
    var places = new ArrayList<Place>(1);
    for (int at = text.indexOf('%'); at >= 0 && at + 1 < text.length(); ) {
      if (!isKnown(text.charAt(at + 1), use.get(), catalog, version)) {
        places.add(setting.value().at(at, at + 2));
      }
      at = text.indexOf('%', at + 2);
    }
    return places;
  }

  /** Signs that can be no specifier stay as they are. */
  private static boolean isKnown(char c, SpecifierUse use, Catalog catalog, int version) {
    boolean candidate = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    return !candidate
        || catalog
            .specifier(c)
            .filter(s -> s.validIn().contains(use) && s.since().knownIn(version))
            .isPresent();
  }
}
