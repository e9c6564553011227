package org.unitlint.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One tab-separated table, read cell by cell from the top.
 *
 * <p>The first line is a header and is skipped. Each row is opened with {@link #nextRow()} and must
 * then be read to its last cell; a row of another length is our mistake and throws.
 */
final class Table {
  private final String name;
  private final String text;
  private int at;
  private int rowEnd;
  private boolean rowOpen;

  Table(String name, String text) {
    this.name = name;
    this.text = text;
    at = text.indexOf('\n') + 1;
  }

  /** The table of that file name, which must be there. */
  static Table open(String name) {
    var table = find(name);
    if (table.isEmpty()) {
      throw new IllegalStateException("no table " + name);
    }
    return table.get();
  }

  /** The table of that file name; empty when there is no such file. */
  static Optional<Table> find(String name) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new Table(name, new String(in.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Goes to the next row; false at the end of the table. */
  boolean nextRow() {
    if (rowOpen) {
      throw new IllegalStateException(name + ": row has too many cells before offset " + at);
    }
    rowOpen = at < text.length();
    rowEnd = text.indexOf('\n', at);
    return rowOpen;
  }

  /** The next cell of the row, which may be empty. */
  String cell() {
    if (!rowOpen) {
      throw new IllegalStateException(name + ": row has too few cells before offset " + at);
    }
    int tab = text.indexOf('\t', at);
    int end = tab < 0 || tab > rowEnd ? rowEnd : tab;
    rowOpen = end < rowEnd;
    String cell = text.substring(at, end);
    at = end + 1;
    return cell;
  }

  /** The next cell, empty when nothing is written there. */
  Optional<String> optional() {
    String cell = cell();
    return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
  }

  /** The next cell as a number, empty when nothing is written there. */
  OptionalInt number() {
    String cell = cell();
    return cell.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cell));
  }

  /** The next cell, {@code yes} or {@code no}. */
  boolean flag() {
    String cell = cell();
    if (!cell.equals("yes") && !cell.equals("no")) {
      throw new IllegalStateException(name + ": neither yes nor no: " + cell);
    }
    return cell.equals("yes");
  }

  /**
   * The words of the next cell, which stand between commas; empty when nothing is written there.
   */
  List<String> list() {
    String cell = cell();
    int comma = cell.indexOf(',');
    if (comma < 0) {
      return cell.isEmpty() ? List.of() : List.of(cell);
    }
    var words = new ArrayList<String>();
    int start = 0;
    while (comma >= 0) {
      words.add(cell.substring(start, comma));
      start = comma + 1;
      comma = cell.indexOf(',', start);
    }
    words.add(cell.substring(start));
    return List.copyOf(words);
  }

  /** The constant that the next cell names. */
  <E extends Enum<E>> E oneOf(Class<E> type) {
    return Enum.valueOf(type, cell());
  }

  /** The constant that the next cell names, empty when nothing is written there. */
  <E extends Enum<E>> Optional<E> optionalOneOf(Class<E> type) {
    String cell = cell();
    return cell.isEmpty() ? Optional.empty() : Optional.of(Enum.valueOf(type, cell));
  }

  /** The constants that the next cell names, see {@link #list()}. */
  <E extends Enum<E>> List<E> listOf(Class<E> type) {
    var constants = new ArrayList<E>();
    for (String word : list()) {
      constants.add(Enum.valueOf(type, word));
    }
    return List.copyOf(constants);
  }
}
