package org.unitlint.report.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.unitlint.report.timeline.Lanes.Label;

class LanesTest {
  @Test
  void oneLaneIsEnoughForWhatIsFarApart() {
    assertEquals(List.of(0, 0), Lanes.of(List.of(new Label(0, 50), new Label(60, 50))).lanes());
    assertEquals(0, Lanes.of(List.of()).count());
  }

  @Test
  void theEarlierStandsAboveTheLater() {
    var labels = List.of(new Label(0, 50), new Label(20, 50), new Label(100, 50));
    assertEquals(List.of(1, 0, 0), Lanes.of(labels).lanes());
  }

  @Test
  void neitherLabelsNorTheirLinesMeet() {
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      var labels = new ArrayList<Label>();
      for (int i = 0; i < 1 + random.nextInt(40); i++) {
        labels.add(new Label(random.nextInt(900), 20 + random.nextInt(150)));
      }
      labels.sort(Comparator.comparingDouble(Label::x));
      var lanes = Lanes.of(labels);
      for (int i = 0; i < labels.size(); i++) {
        for (int j = i + 1; j < labels.size(); j++) {
          boolean below = labels.get(j).x() < labels.get(i).x() + labels.get(i).width();
          assertTrue(!below || lanes.of(i) > lanes.of(j), labels + " " + lanes);
        }
      }
    }
  }
}
