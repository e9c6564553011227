package org.unitlint.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A program that cannot do its work in a sandbox.
 *
 * @param directive the boolean setting that takes away what it needs
 * @param program its file name
 * @param with arguments of which one must be there; none where any will do
 * @param without arguments with which it works all the same
 * @param effect what the setting means for it
 */
public record BlockedProgram(
    String directive, String program, List<String> with, List<String> without, String effect) {
  public BlockedProgram {
    with = List.copyOf(with);
    without = List.copyOf(without);
  }

  /** Whether the setting is in the way of the program when it is called like that. */
  public boolean isBlocked(Collection<String> arguments) {
    return without.stream().noneMatch(arguments::contains)
        && (with.isEmpty() || with.stream().anyMatch(arguments::contains));
  }

  /** All of them, from blocked-programs.tsv. */
  static List<BlockedProgram> read(Table table) {
    var programs = new ArrayList<BlockedProgram>();
    while (table.nextRow()) {
      programs.add(
          new BlockedProgram(table.cell(), table.cell(), table.list(), table.list(), table.cell()));
    }
    return List.copyOf(programs);
  }
}
