package org.unitlint.report;

import java.util.ArrayList;
import java.util.List;

/** Text in the colours of {@link Palette#COLOUR}, taken apart for those who colour otherwise. */
public final class PaintedText {
  private static final String BEGIN = "\u001B[";
  private static final String END = "\u001B[0m";

  private PaintedText() {}

  /**
   * A part of the text in one ink.
   *
   * @param ink such as {@code error}, {@code frame}, {@code strong}; empty for none
   */
  public record Piece(String ink, String text) {}

  /** The pieces in order; what the text shows besides colours must be clean. */
  public static List<Piece> pieces(String painted) {
    var pieces = new ArrayList<Piece>();
    int at = 0;
    while (at < painted.length()) {
      int begin = painted.indexOf(BEGIN, at);
      if (begin < 0) {
        break;
      }
      add(pieces, "", painted.substring(at, begin));
      int code = painted.indexOf('m', begin);
      int end = painted.indexOf(END, code);
      String parameters = painted.substring(begin + BEGIN.length(), code);
      add(pieces, ink(parameters), painted.substring(code + 1, end));
      at = end + END.length();
    }
    add(pieces, "", painted.substring(at));
    return pieces;
  }

  private static void add(List<Piece> pieces, String ink, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(ink, text));
    }
  }

  private static String ink(String code) {
    for (Ink ink : Ink.values()) {
      if (ink.code.equals(code)) {
        return ink.word();
      }
    }
    throw new IllegalArgumentException(code);
  }
}
