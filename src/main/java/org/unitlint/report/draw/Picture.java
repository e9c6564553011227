package org.unitlint.report.draw;

import guru.nidi.graphviz.engine.Format;
import guru.nidi.graphviz.engine.GraphvizCmdLineEngine;
import guru.nidi.graphviz.engine.GraphvizEngine;
import guru.nidi.graphviz.engine.GraphvizException;
import guru.nidi.graphviz.engine.Options;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.report.svg.Markup;

/** One diagram, to be written as a picture, a page, or in the language of Graphviz. */
public final class Picture {
  /** How many boxes and arrows the embedded engine takes. */
  private static final int MOST_BOXES = 1500;

  private static final int MOST_ARROWS = 5000;
  private static final int PATIENCE_SECONDS = 30;

  private final Wish wish;
  private final Diagram diagram;

  /** The picture that grants the wish. */
  public Picture(Wish wish) {
    this.wish = wish;
    this.diagram = wish.diagram();
  }

  /** What it shows. */
  public Diagram diagram() {
    return diagram;
  }

  /** Whether it is more than the embedded engine can draw in a reasonable time. */
  public boolean isTooLarge() {
    return diagram.boxes().size() > MOST_BOXES || diagram.arrows().size() > MOST_ARROWS;
  }

  /** In the language of Graphviz. */
  public void dot(Writer out) throws IOException {
    out.write(DiagramDot.of(diagram));
  }

  /**
   * Drawn by the embedded engine.
   *
   * @param styled whether it brings its style sheet along; a page has that once
   */
  public String drawn(boolean styled) throws IOException {
    try (var engine = new EmbeddedEngine(diagram, styled)) {
      return drawn(engine);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  /**
   * Drawn by Graphviz.
   *
   * @param searchPath the folders to find {@code dot} in
   * @throws IOException if it fails, or takes more than half a minute
   */
  public String drawnByDot(String searchPath) throws IOException {
    try (var engine = new GraphvizCmdLineEngine().searchPath(searchPath)) {
      return drawn(engine.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (GraphvizException e) {
      boolean late = String.valueOf(e.getMessage()).contains("too long");
      String reason = "it took more than " + PATIENCE_SECONDS + " seconds";
      throw new IOException(late ? reason : e.getMessage(), e);
    }
  }

  private String drawn(GraphvizEngine engine) throws IOException {
    var options = Options.create().format(Format.SVG);
    return engine.execute(DiagramDot.of(diagram), options, null).asString();
  }

  /**
   * As a page with everything in it.
   *
   * @param svg the picture
   * @param findings what was found at units, by own name
   * @param others how many findings are at none of them
   */
  public void page(String svg, SortedMap<String, List<Diagnostic>> findings, int others, Writer out)
      throws IOException {
    var drawn = new TreeMap<>(findings);
    drawn.keySet().retainAll(diagram.homes().keySet());
    int all = findings.values().stream().mapToInt(List::size).sum();
    int shown = drawn.values().stream().mapToInt(List::size).sum();
    String picture = svg.substring(Math.max(0, svg.indexOf("<svg")));
    DiagramPage.write(wish, picture, drawn, others + all - shown, new Markup(out));
  }
}
