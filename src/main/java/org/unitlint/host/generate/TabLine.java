package org.unitlint.host.generate;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.source.Place;
import org.unitlint.source.Source;

/**
 * One line of a text as systemd's own readers take it.
 *
 * @param bytes the whole line without its end
 */
record TabLine(String bytes, Place place) {
  private static final int TOO_LONG = 1 << 20;

  /** Up to some fields of the line, with blanks between them. */
  List<String> fields(int most) {
    return Split.scanned(Bytes.strip(bytes), most);
  }

  /** Whether it holds nothing, or a comment. */
  boolean isEmpty() {
    String stripped = Bytes.strip(bytes);
    return stripped.isEmpty() || stripped.startsWith("#");
  }

  /** Whether systemd reads neither it nor anything behind it. */
  boolean isTooLong() {
    return bytes.length() >= TOO_LONG;
  }

  /** Makes units of the fields of one line; false if that fails. */
  interface Maker {
    boolean make(List<String> fields, Output.Writer writer);
  }

  /**
   * Has units made of each line of a table, until a line fails or is too long.
   *
   * @param least how many fields a line must have to count
   * @param most how many are looked at
   */
  static void make(Root root, String path, int least, int most, Output.Writer writer, Maker maker) {
    var table = root.read(path);
    if (table.isEmpty()) {
      return;
    }
    for (TabLine line : read(table.get())) {
      if (line.isTooLong()) {
        return;
      }
      var fields = line.isEmpty() ? List.<String>of() : line.fields(most);
      if (fields.size() >= least && !maker.make(fields, writer.because(line.place()))) {
        return;
      }
    }
  }

  /** The lines up to the first that is too long, which is there too. */
  static List<TabLine> read(Source source) {
    var lines = new ArrayList<TabLine>();
    for (int number = 1; number <= source.lines(); number++) {
      var span = source.lineSpan(number);
      var line = new TabLine(Bytes.of(source.text(span)), new Place(source, span));
      lines.add(line);
      if (line.isTooLong()) {
        break;
      }
    }
    return lines;
  }
}
