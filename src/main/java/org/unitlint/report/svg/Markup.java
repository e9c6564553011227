package org.unitlint.report.svg;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.unitlint.report.Cells;

/**
 * Elements, their attributes and texts, written as XML that HTML takes too. Texts may hold
 * anything: markup in them is escaped, and what XML cannot hold or what steers a reader is shown by
 * stand-ins.
 */
public final class Markup {
  private final XMLStreamWriter xml;
  private final Writer out;

  /** Markup that goes there; it is never closed. */
  public Markup(Writer out) throws IOException {
    this.out = out;
    try {
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private Markup write(Step step) throws IOException {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof IOException io ? io : new IOException(e);
    }
  }

  /** Begins an element, which ends with {@link #close}. */
  public Markup open(String element) throws IOException {
    return write(() -> xml.writeStartElement(element));
  }

  /** An element without content; its attributes may follow. */
  public Markup empty(String element) throws IOException {
    return write(() -> xml.writeEmptyElement(element));
  }

  /** An attribute of the element that was begun last. */
  public Markup set(String name, String value) throws IOException {
    return write(() -> xml.writeAttribute(name, clean(value)));
  }

  /** An attribute that is a number, see {@link Decimals}. */
  public Markup set(String name, double value) throws IOException {
    return write(() -> xml.writeAttribute(name, Decimals.of(value)));
  }

  /** Text inside the element. */
  public Markup text(String text) throws IOException {
    return write(() -> xml.writeCharacters(clean(text)));
  }

  /** A new line, for people who read the markup. */
  public Markup line() throws IOException {
    return write(() -> xml.writeCharacters("\n"));
  }

  /** Ends the element that was opened last and is not yet closed. */
  public Markup close() throws IOException {
    return write(xml::writeEndElement);
  }

  /** The first line of an HTML page. */
  public Markup html() throws IOException {
    return write(() -> xml.writeDTD("<!DOCTYPE html>\n"));
  }

  /**
   * Text as it is, such as a program or a style sheet of ours inside an element of HTML that takes
   * no escapes. It must not come from the input.
   */
  public Markup verbatim(String text) throws IOException {
    write(() -> xml.writeCharacters(""));
    finish();
    out.write(text);
    return this;
  }

  /** Hands all that was written on. */
  public void finish() throws IOException {
    write(xml::flush);
  }

  /** Each line of the text as it may be shown. */
  private static String clean(String text) {
    return text.indexOf('\n') < 0
        ? Cells.clean(text)
        : Arrays.stream(text.split("\n", -1)).map(Cells::clean).collect(Collectors.joining("\n"));
  }
}
