package org.unitlint.boot.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the tables of this room: cells between tabs, below a header. */
final class Rows {
  private Rows() {}

  /** The rows of the table of that file name, all of the header's length. */
  static List<List<String>> of(String name) {
    var lines = text(name).lines().map(l -> List.of(l.split("\t", -1))).toList();
    int columns = lines.get(0).size();
    for (var row : lines) {
      if (row.size() != columns) {
        throw new IllegalStateException(name + ": " + row);
      }
    }
    return lines.subList(1, lines.size());
  }

  private static String text(String name) {
    try (InputStream in = Rows.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no table " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
