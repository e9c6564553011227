package org.unitlint.rule;

import java.util.List;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.LoadedFile;
import org.unitlint.source.Paths;
import org.unitlint.source.Source;
import org.unitlint.syntax.UnitFile;

/**
 * A unit file or drop-in under check.
 *
 * @param type of the units that it is for
 * @param dropIn whether it adds to a unit, and is not its main file
 */
public record CheckedFile(LoadedFile file, UnitType type, boolean dropIn) {
  /** The file's tree. */
  public UnitFile tree() {
    return file.tree();
  }

  /** The file's text. */
  public Source source() {
    return file.tree().source();
  }

  /** The last component of its path. */
  public String name() {
    return Paths.name(file.path());
  }

  /** Whether systemd knows a section of that name in this file. */
  public boolean knows(String section, Facts facts) {
    return facts.catalog().sections(type).contains(section);
  }

  /** The sections whose lines systemd reads. */
  public List<org.unitlint.syntax.Section> sections(Facts facts) {
    return tree().sections().stream().filter(s -> knows(s.name(), facts)).toList();
  }
}
