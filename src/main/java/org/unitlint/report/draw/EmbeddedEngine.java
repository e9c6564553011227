package org.unitlint.report.draw;

import guru.nidi.graphviz.engine.EngineResult;
import guru.nidi.graphviz.engine.GraphvizEngine;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.unitlint.report.svg.Markup;

/** Draws one diagram without Graphviz; of its DOT text it takes no notice. */
final class EmbeddedEngine implements GraphvizEngine {
  private final Diagram diagram;
  private final boolean styled;

  /** An engine that draws that diagram and no other. */
  EmbeddedEngine(Diagram diagram, boolean styled) {
    this.diagram = diagram;
    this.styled = styled;
  }

  @Override
  public void init(Consumer<GraphvizEngine> onOk, Consumer<GraphvizEngine> onError) {
    onOk.accept(this);
  }

  @Override
  public EngineResult execute(String dot, Options options, Rasterizer rasterizer) {
    try {
      return EngineResult.fromString(drawn());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The picture. */
  String drawn() throws IOException {
    var out = new StringWriter();
    DiagramSvg.write(diagram, LayeredLayout.of(diagram), new Markup(out), styled);
    return out.toString();
  }

  @Override
  public void close() {}
}
