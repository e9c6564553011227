package org.unitlint.report.timeline;

import java.util.List;

/**
 * In which lane above an axis each label stands, so that neither a label nor the line from the axis
 * to it meets another label.
 *
 * @param lanes from 0, the lowest, on; in the order of the labels
 */
record Lanes(List<Integer> lanes) {
  private static final double APART = 8;

  Lanes {
    lanes = List.copyOf(lanes);
  }

  /** A label: from its place on the axis to the right. */
  record Label(double x, double width) {}

  /** The lanes of labels, which come from left to right: each above all that begin below it. */
  static Lanes of(List<Label> labels) {
    var lanes = new Integer[labels.size()];
    for (int i = labels.size() - 1; i >= 0; i--) {
      double end = labels.get(i).x() + labels.get(i).width() + APART;
      lanes[i] = 0;
      for (int j = i + 1; j < labels.size() && labels.get(j).x() < end; j++) {
        lanes[i] = Math.max(lanes[i], lanes[j] + 1);
      }
    }
    return new Lanes(List.of(lanes));
  }

  int of(int label) {
    return lanes.get(label);
  }

  int count() {
    return lanes.stream().mapToInt(l -> l + 1).max().orElse(0);
  }
}
