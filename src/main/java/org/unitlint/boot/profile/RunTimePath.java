package org.unitlint.boot.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unitlint.source.Paths;

/**
 * A well-known path that no root has, because it comes to be at run time.
 *
 * @param path a {@code #} at its end stands for any number
 * @param states what is there, by the surroundings, or {@code ->} and where a link leads
 * @param when a key and one of its words without which nothing is there; empty for always
 */
record RunTimePath(String path, List<String> states, String when) {
  private static final String ARROW = "-> ";

  /** The one of that path, whose links are followed. */
  static Optional<RunTimePath> of(String path) {
    var exact = Known.TABLE.get(path);
    if (exact != null) {
      return Optional.of(exact);
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) >= '0' && path.charAt(end - 1) <= '9') {
      end--;
    }
    return end == path.length()
        ? Optional.empty()
        : Optional.ofNullable(Known.TABLE.get(path.substring(0, end) + "#"));
  }

  /** Those in the folder. */
  static List<RunTimePath> in(String folder) {
    return Known.CHILDREN.getOrDefault(folder, List.of());
  }

  /** All of them, by path. */
  static Map<String, RunTimePath> all() {
    return Known.TABLE;
  }

  /** What is there, if what it needs is so. */
  PathState state(Surroundings surroundings) {
    return PathState.parse(states.get(surroundings.ordinal())).orElse(PathState.ABSENT);
  }

  /** Where it leads, if it is a link. */
  Optional<String> target() {
    String state = states.get(0);
    return state.startsWith(ARROW)
        ? Optional.of(state.substring(ARROW.length()))
        : Optional.empty();
  }

  private static final class Known {
    static final Map<String, RunTimePath> TABLE = read();
    static final Map<String, List<RunTimePath>> CHILDREN = children();

    private static Map<String, RunTimePath> read() {
      var all = new TreeMap<String, RunTimePath>();
      for (var row : Rows.of("run-time-paths.tsv")) {
        all.put(row.get(0), new RunTimePath(row.get(0), row.subList(1, 5), row.get(5)));
      }
      return Collections.unmodifiableMap(all);
    }

    private static Map<String, List<RunTimePath>> children() {
      var children = new HashMap<String, List<RunTimePath>>();
      for (var path : TABLE.values()) {
        if (path.path.equals("/")) {
          continue;
        }
        children.computeIfAbsent(Paths.parent(path.path), p -> new ArrayList<>()).add(path);
      }
      return children;
    }
  }
}
