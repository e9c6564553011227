package org.unitlint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.unitlint.host.convert.ConvertedUnit;

/** A folder that units are written into. */
final class UnitFolder {
  private final Path folder;
  private final String name;

  /** The folder, which need not be there yet. */
  UnitFolder(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /**
   * Writes all units, or none if one of them is there already.
   *
   * @param force whether to replace files that are there
   */
  void write(List<ConvertedUnit> units, boolean force) throws Trouble {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw Trouble.unreadable("cannot write into " + name + ": not a folder");
    }
    for (ConvertedUnit unit : units) {
      demandFree(folder.resolve(unit.name()), name + "/" + unit.name(), force);
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Trouble.unreadable("cannot make " + name + ": " + Inputs.reason(e));
    }
    for (ConvertedUnit unit : units) {
      WholeFile.write(
          folder.resolve(unit.name()), name + "/" + unit.name(), out -> out.write(unit.text()));
    }
  }

  private static void demandFree(Path file, String shown, boolean force) throws Trouble {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!force) {
      throw Trouble.usage(shown + " is there already; nothing is written without --force");
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw Trouble.unreadable("cannot write " + shown + ": not a regular file");
    }
  }
}
