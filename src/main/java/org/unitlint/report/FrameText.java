package org.unitlint.report;

import org.unitlint.diagnostic.Diagnostic;

/** The lines that a finding marks, without its message and what else is said. */
public final class FrameText {
  private FrameText() {}

  /** The lines under arrows that say where they are. */
  public static String of(Diagnostic diagnostic, Palette palette) {
    var out = new StringBuilder();
    write(diagnostic, out, palette);
    return out.toString();
  }

  /** Writes the lines; the pen is for what follows. */
  static Pen write(Diagnostic diagnostic, StringBuilder out, Palette palette) {
    var ink = Ink.of(diagnostic.severity());
    var frames = Frame.of(diagnostic);
    int lastLine = frames.stream().mapToInt(Frame::lastLine).max().orElse(0);
    var pen = new Pen(out, palette, lastLine);
    boolean open = false;
    for (Frame frame : frames) {
      if (open) {
        pen.framed("");
      }
      frame.write(pen, ink);
      open = !frame.isBlank();
    }
    return pen;
  }
}
