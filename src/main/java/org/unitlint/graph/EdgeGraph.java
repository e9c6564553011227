package org.unitlint.graph;

import org.jgrapht.graph.AbstractBaseGraph;
import org.jgrapht.graph.DefaultGraphSpecificsStrategy;
import org.jgrapht.graph.DefaultGraphType;

/** A directed graph of unit names with several edges between two of them, lean in memory. */
final class EdgeGraph extends AbstractBaseGraph<String, Edge> {
  private static final long serialVersionUID = 1;

  EdgeGraph() {
    super(
        null,
        null,
        new DefaultGraphType.Builder()
            .directed()
            .allowMultipleEdges(true)
            .allowSelfLoops(false)
            .weighted(false)
            .allowCycles(true)
            .build(),
        new DefaultGraphSpecificsStrategy<>());
  }
}
