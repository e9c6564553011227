package org.unitlint.report.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Columns of boxes from left to right: each stands right of all that starts before it, as near as
 * may be to what it is tied to. Columns of too many boxes are parted in several.
 */
final class Layers {
  private final List<String> ids;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Set<Integer>> before = new ArrayList<>();
  private final List<Set<Integer>> behind = new ArrayList<>();
  private final List<Integer> order = new ArrayList<>();
  private final int[] layer;

  private Layers(List<String> ids) {
    this.ids = ids;
    this.layer = new int[ids.size()];
    for (String id : ids) {
      numbers.put(id, numbers.size());
      before.add(new LinkedHashSet<>());
      behind.add(new LinkedHashSet<>());
    }
  }

  /** The column of each box, from 0 on, where a column holds at most so many boxes. */
  static Map<String, Integer> of(
      List<String> ids, List<Arrow> arrows, List<Diagram.Pair> before, int most) {
    var layers = new Layers(ids);
    for (Arrow arrow : arrows) {
      boolean cut = arrow.stress() == Arrow.Stress.CUT;
      if (arrow.bond() != Bond.CONFLICTS && !cut) {
        layers.tie(arrow.first(), arrow.second());
      }
    }
    before.forEach(p -> layers.tie(p.first(), p.second()));
    layers.sort();
    layers.spread(arrows);
    return layers.parted(most);
  }

  private void tie(String first, String second) {
    int a = numbers.get(first);
    int b = numbers.get(second);
    if (a != b) {
      behind.get(a).add(b);
      before.get(b).add(a);
    }
  }

  /** The boxes so that each comes behind those before it; where they go round, a tie is undone. */
  private void sort() {
    int[] state = new int[ids.size()];
    for (int i = 0; i < state.length; i++) {
      visit(i, state);
    }
  }

  private void visit(int start, int[] state) {
    if (state[start] != 0) {
      return;
    }
    var path = new ArrayList<Integer>();
    path.add(start);
    state[start] = 1;
    while (!path.isEmpty()) {
      int at = path.get(path.size() - 1);
      int next = -1;
      for (int earlier : List.copyOf(before.get(at))) {
        if (state[earlier] == 1) {
          before.get(at).remove(earlier);
          behind.get(earlier).remove(at);
        } else if (state[earlier] == 0) {
          next = earlier;
          break;
        }
      }
      if (next < 0) {
        state[at] = 2;
        order.add(at);
        path.remove(path.size() - 1);
      } else {
        state[next] = 1;
        path.add(next);
      }
    }
  }

  /** As far left as possible, then right where that makes the arrows shorter. */
  private void spread(List<Arrow> arrows) {
    for (int at : order) {
      before.get(at).forEach(b -> layer[at] = Math.max(layer[at], layer[b] + 1));
    }
    int[] pull = new int[layer.length];
    for (Arrow arrow : arrows) {
      if (arrow.bond() != Bond.CONFLICTS) {
        pull[numbers.get(arrow.first())]++;
        pull[numbers.get(arrow.second())]--;
      }
    }
    for (int i = order.size() - 1; i >= 0; i--) {
      int at = order.get(i);
      int room = behind.get(at).stream().mapToInt(b -> layer[b] - 1).min().orElse(layer[at]);
      if (pull[at] > 0) {
        layer[at] = Math.max(layer[at], room);
      }
    }
  }

  private Map<String, Integer> parted(int most) {
    int count = Arrays.stream(layer).max().orElse(0) + 1;
    var columns = new ArrayList<List<Integer>>();
    for (int i = 0; i < count; i++) {
      columns.add(new ArrayList<>());
    }
    for (int i = 0; i < layer.length; i++) {
      columns.get(layer[i]).add(i);
    }
    var parted = new HashMap<String, Integer>();
    int at = 0;
    for (List<Integer> column : columns) {
      int parts = Math.max(1, (column.size() + most - 1) / most);
      for (int i = 0; i < column.size(); i++) {
        parted.put(ids.get(column.get(i)), at + i * parts / column.size());
      }
      at += column.isEmpty() ? 0 : parts;
    }
    return parted;
  }
}
