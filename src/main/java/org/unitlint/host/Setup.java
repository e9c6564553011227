package org.unitlint.host;

import java.util.List;

/**
 * How to look at a tree.
 *
 * @param version the systemd version to judge by
 * @param searchPath the folders of the units, the first that has a name wins
 * @param whole whether the tree is a whole machine, so that what is not there does not exist
 */
public record Setup(Scope scope, int version, List<String> searchPath, boolean whole) {
  public Setup {
    searchPath = List.copyOf(searchPath);
  }

  /** A whole machine, with systemd's own search path. */
  public static Setup machine(Scope scope, int version) {
    return new Setup(scope, version, scope.searchPath(), true);
  }

  /** Some folders of units, of whose machine nothing is known. */
  public static Setup folders(Scope scope, int version, List<String> folders) {
    return new Setup(scope, version, folders, false);
  }

  /** Files that are no units, of whose machine nothing is known. */
  public static Setup files(Scope scope, int version) {
    return folders(scope, version, List.of());
  }

  /** The same, judged by another version. */
  public Setup of(int other) {
    return new Setup(scope, other, searchPath, whole);
  }
}
