package org.unitlint.report.draw;

import java.util.Locale;
import org.unitlint.graph.Dependency;

/** The kinds of arrows, the strongest first: of several between two units that one is drawn. */
public enum Bond {
  /** The one cannot be without the other. */
  REQUIRES("requires", "Requires, BindsTo, Requisite", "line-ink", 1.7, ""),
  /** The one pulls the other in. */
  WANTS("wants", "Wants, Upholds", "line-service", 1.4, ""),
  /** The one starts the other later. */
  TRIGGERS("triggers", "Triggers, OnFailure, OnSuccess", "line-trigger", 1.6, "9 4"),
  /** What happens to the one happens to the other. */
  FOLLOWS("follows", "PartOf, reload, stop", "line-device", 1.4, "8 3 2 3"),
  /** The one waits for the other. */
  WAITS("waits", "After only", "line-storage", 1.4, "2 3"),
  /** The two exclude each other. */
  CONFLICTS("conflicts", "Conflicts", "line-bad", 1.6, "4 4");

  private final String word;
  private final String label;
  private final String line;
  private final double width;
  private final String dashes;

  Bond(String word, String label, String line, double width, String dashes) {
    this.word = word;
    this.label = label;
    this.line = line;
    this.width = width;
    this.dashes = dashes;
  }

  /** What a dependency of that kind makes of two units. */
  public static Bond of(Dependency kind) {
    return switch (kind.family()) {
      case REQUIREMENT ->
          kind == Dependency.PART_OF ? FOLLOWS : kind.pullsIn() && !kind.needs() ? WANTS : REQUIRES;
      case ORDERING -> WAITS;
      case CONFLICT -> CONFLICTS;
      case TRIGGER -> TRIGGERS;
      case OTHER -> FOLLOWS;
    };
  }

  /** One word for it. */
  public String word() {
    return word;
  }

  /** The dependencies that it stands for, for a legend. */
  public String label() {
    return label;
  }

  /** The class of its line, see the theme. */
  String line() {
    return line;
  }

  /** How wide its line is. */
  double width() {
    return width;
  }

  /** The dashes of its line; empty for none. */
  String dashes() {
    return dashes;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
