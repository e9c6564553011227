package org.unitlint.report;

import org.unitlint.diff.Changed;

/**
 * One line of what a change changes.
 *
 * @param sort whether it is new, gone, or otherwise
 * @param place where it is written; empty where it is nowhere
 */
public record DiffRow(Changed.Sort sort, String text, String place) {
  public DiffRow {
    text = Cells.clean(text);
    place = Cells.clean(place);
  }

  static DiffRow of(Changed<?> changed, String text, String place) {
    return new DiffRow(changed.sort(), text, place);
  }

  /** As in the output of diff: {@code +}, {@code -}, and {@code !} for what is otherwise. */
  public String sign() {
    return switch (sort) {
      case NEW -> "+";
      case GONE -> "-";
      case OTHER -> "!";
    };
  }

  Ink ink() {
    return switch (sort) {
      case NEW -> Ink.INFO;
      case GONE -> Ink.ERROR;
      case OTHER -> Ink.WARNING;
    };
  }
}
