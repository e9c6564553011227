package org.unitlint.report;

import java.util.TreeMap;

/** One line of drawing: pieces of text, each starting at its own cell. */
final class Row {
  private record Piece(Ink ink, String text) {}

  private final TreeMap<Integer, Piece> pieces = new TreeMap<>();

  /** Puts clean text there, unless some text starts there already. */
  void put(int cell, Ink ink, String text) {
    pieces.putIfAbsent(cell, new Piece(ink, text));
  }

  void write(StringBuilder out, Palette palette) {
    int at = 0;
    for (var entry : pieces.entrySet()) {
      var piece = entry.getValue();
      out.append(" ".repeat(entry.getKey() - at));
      palette.paint(out, piece.ink(), piece.text());
      at = entry.getKey() + Cells.width(piece.text());
    }
  }
}
