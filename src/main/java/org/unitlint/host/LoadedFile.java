package org.unitlint.host;

import org.unitlint.syntax.UnitFile;

/** A fragment or drop-in of the tree: where it is, and what it holds. */
public record LoadedFile(String path, UnitFile tree) {
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return path;
  }
}
