package org.unitlint.report;

/** Whether output for people is coloured. Colour only repeats what the text says. */
public enum Palette {
  /** Text alone. */
  PLAIN,
  /** Text with the colours of ECMA-48 terminals. */
  COLOUR;

  /** The palette for a terminal that shows colours, or does not. */
  public static Palette of(boolean colour) {
    return colour ? COLOUR : PLAIN;
  }

  /** Appends the text in the ink. */
  void paint(StringBuilder out, Ink ink, CharSequence text) {
    if (this == PLAIN || ink == Ink.NONE) {
      out.append(text);
      return;
    }
    out.append("\u001B[").append(ink.code).append('m').append(text).append("\u001B[0m");
  }
}
