package org.unitlint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Subgraph;

/**
 * A graph in the language of Graphviz, in the colours of {@code systemd-analyze dot}. An edge leads
 * from the unit that depends to the other. Units without an edge are left out, unless asked for.
 */
public final class GraphDot {
  private final Subgraph graph;
  private final Writer out;

  private GraphDot(Subgraph graph, Writer out) {
    this.graph = graph;
    this.out = out;
  }

  /** Writes the graph, and those units of it even if they have no edge. */
  public static void write(Subgraph graph, Set<String> asked, Writer out) throws IOException {
    new GraphDot(graph, out).write(asked);
  }

  private void write(Set<String> asked) throws IOException {
    var kinds = EnumSet.noneOf(Dependency.class);
    var units = new TreeSet<>(asked);
    units.retainAll(graph.units());
    graph
        .edges()
        .forEach(
            edge -> {
              kinds.add(edge.kind());
              units.add(edge.from());
              units.add(edge.to());
            });
    out.write("digraph units {\n");
    for (Dependency kind : kinds) {
      out.write("  // " + colour(kind) + ": " + kind.word() + "\n");
    }
    for (String unit : units) {
      out.write("  " + quoted(unit) + style(unit) + ";\n");
    }
    for (Iterator<Edge> edges = graph.edges().iterator(); edges.hasNext(); ) {
      var edge = edges.next();
      out.write("  " + quoted(edge.from()) + " -> " + quoted(edge.to()));
      out.write(" [color=\"" + colour(edge.kind()) + "\"" + line(edge.kind()) + "];\n");
    }
    out.write("}\n");
  }

  /** Units that cannot be started are dashed. */
  private String style(String unit) {
    String word = UnitMark.of(graph, unit).word();
    return word.isEmpty() ? "" : " [style=\"dashed\", tooltip=" + quoted(unit + ": " + word) + "]";
  }

  private static String colour(Dependency kind) {
    return switch (kind) {
      case REQUIRES -> "black";
      case REQUISITE -> "darkblue";
      case BINDS_TO -> "gold";
      case WANTS -> "grey66";
      case UPHOLDS -> "orange";
      case PART_OF -> "purple";
      case CONFLICTS -> "red";
      case AFTER -> "green";
      case TRIGGERS -> "blue";
      case ON_SUCCESS -> "darkgreen";
      case ON_FAILURE -> "brown";
      case PROPAGATES_RELOAD_TO -> "cyan";
      case PROPAGATES_STOP_TO -> "magenta";
      case JOINS_NAMESPACE_OF -> "pink";
      default -> "lightgrey";
    };
  }

  private static String line(Dependency kind) {
    return switch (kind.family()) {
      case TRIGGER -> ", style=\"dashed\"";
      case OTHER -> ", style=\"dotted\"";
      default -> "";
    };
  }

  /** A quoted identifier; backslashes are doubled, else its label would lose them. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
