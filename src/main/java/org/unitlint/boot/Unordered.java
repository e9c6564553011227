package org.unitlint.boot;

/** Two units whose order does not count, by their own names. */
public record Unordered(String one, String other) {
  @Override
  public String toString() {
    return one + ":" + other;
  }
}
