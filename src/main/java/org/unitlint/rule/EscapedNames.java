package org.unitlint.rule;

import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.Escape;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/** Advice for units whose names are paths. */
final class EscapedNames {
  private EscapedNames() {}

  /** Tells the name that the file should have, and the path that its name asks for. */
  static Diagnostic suggest(Diagnostic finding, Unit unit, String directive) {
    var place = finding.place();
    String name = Escape.escapePath(place.text()) + "." + unit.name().type().suffix();
    var path = Escape.unescapePath(unit.name().prefix());
    if (path.isEmpty() || !unit.name().isPlain()) {
      return finding.help("name the file `%s`".formatted(name));
    }
    return finding
        .help("name the file `%s`, or write `%s=%s`".formatted(name, directive, path.get()))
        .fix("use the path of the name", false, new Edit(place, path.get()));
  }
}
