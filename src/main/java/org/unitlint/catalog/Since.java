package org.unitlint.catalog;

/**
 * The version that brought something: not before {@code earliest}, not after {@code latest}; the
 * two differ only if nothing between them was looked at.
 */
public record Since(int earliest, int latest, Certainty certainty) {
  /** The oldest version that the tables tell apart; what was before counts as this one. */
  public static final int OLDEST = 201;

  public Since {
    if (latest < earliest) {
      throw new IllegalArgumentException(earliest + ".." + latest);
    }
  }

  /** Whether this version has it; true in doubt, and always for old things and hearsay. */
  public boolean knownIn(int version) {
    return certainty == Certainty.OLDER || certainty == Certainty.SECONDARY || version >= earliest;
  }

  /** Reads two cells: {@code 208} or {@code 205..208}, and a certainty. */
  static Since read(Table table) {
    String cell = table.cell();
    int dots = cell.indexOf("..");
    int latest = Integer.parseInt(cell.substring(dots < 0 ? 0 : dots + 2));
    int earliest = dots < 0 ? latest : Integer.parseInt(cell.substring(0, dots));
    return new Since(earliest, latest, table.oneOf(Certainty.class));
  }
}
