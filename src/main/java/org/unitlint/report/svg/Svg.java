package org.unitlint.report.svg;

import java.io.IOException;

/** Shapes of a picture. Lengths are pixels, y grows downwards, classes are those of the theme. */
public final class Svg {
  private final Markup markup;

  /** Where a text begins. */
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  private Svg(Markup markup) {
    this.markup = markup;
  }

  /**
   * Begins a picture.
   *
   * @param title what it shows, for those who cannot see it too
   * @param description the same at more length
   * @param styled whether it brings the theme along and stands alone; in a page, which has the
   *     theme once, it is a group of what it holds, links too
   */
  public static Svg begin(
      Markup markup, double width, double height, String title, String description, boolean styled)
      throws IOException {
    markup.open("svg").set("xmlns", "http://www.w3.org/2000/svg");
    markup.set("class", "picture").set("role", styled ? "img" : "group").set("aria-label", title);
    markup.set("width", width).set("height", height);
    markup.set("viewBox", "0 0 " + Decimals.of(width) + " " + Decimals.of(height));
    markup.set("font-family", Lettering.FAMILY).line();
    markup.open("title").text(title).close().line();
    markup.open("desc").text(description).close().line();
    if (styled) {
      markup.open("style").text(Theme.css()).close().line();
    }
    var svg = new Svg(markup);
    svg.rect(0, 0, width, height, "paper").end();
    return svg;
  }

  /** Ends the picture. */
  public void finish() throws IOException {
    markup.close().line().finish();
  }

  /** A shape that was begun: it may get a tooltip, and ends. */
  public final class Shape {
    private Shape() {}

    /** One more attribute. */
    public Shape set(String name, String value) throws IOException {
      markup.set(name, value);
      return this;
    }

    /** One more attribute. */
    public Shape set(String name, double value) throws IOException {
      markup.set(name, value);
      return this;
    }

    /** Ends it, with lines that a pointer over it shows. */
    public void tip(String lines) throws IOException {
      markup.open("title").text(lines).close();
      end();
    }

    /** Ends it. */
    public void end() throws IOException {
      markup.close().line();
    }
  }

  private Shape shape(String element, String classes) throws IOException {
    markup.open(element);
    if (!classes.isEmpty()) {
      markup.set("class", classes);
    }
    return new Shape();
  }

  /** A rectangle; negative sizes are an error. */
  public Shape rect(double x, double y, double width, double height, String classes)
      throws IOException {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException(width + " × " + height);
    }
    return shape("rect", classes).set("x", x).set("y", y).set("width", width).set("height", height);
  }

  /** A straight line. */
  public Shape line(double x1, double y1, double x2, double y2, String classes) throws IOException {
    return shape("line", classes).set("x1", x1).set("y1", y1).set("x2", x2).set("y2", y2);
  }

  /** A circle. */
  public Shape circle(double x, double y, double radius, String classes) throws IOException {
    return shape("circle", classes).set("cx", x).set("cy", y).set("r", radius);
  }

  /** Any outline, see {@link Outline}. */
  public Shape path(Outline outline, String classes) throws IOException {
    return shape("path", classes).set("d", outline.toString());
  }

  /** One line of text; y is its base line. */
  public void text(double x, double y, double size, Anchor anchor, String classes, String text)
      throws IOException {
    var shape = shape("text", classes).set("x", x).set("y", y).set("font-size", size);
    switch (anchor) {
      case START -> {}
      case MIDDLE -> shape.set("text-anchor", "middle");
      case END -> shape.set("text-anchor", "end");
    }
    markup.text(text);
    shape.end();
  }

  /** Begins a group, which ends with {@link #close}; its attributes may follow. */
  public Group group(String classes) throws IOException {
    shape("g", classes);
    return new Group();
  }

  /** Begins a group that leads somewhere when it is clicked, and ends with {@link #close}. */
  public Group link(String target) throws IOException {
    shape("a", "").set("href", target);
    return new Group();
  }

  /** A group that was begun and has no content yet. */
  public final class Group {
    private Group() {}

    /** One more attribute. */
    public Group set(String name, String value) throws IOException {
      markup.set(name, value);
      return this;
    }

    /** Lines that a pointer over any of its shapes shows. */
    public void tip(String lines) throws IOException {
      markup.open("title").text(lines).close().line();
    }
  }

  /** Ends a group. */
  public void close() throws IOException {
    markup.close().line();
  }
}
