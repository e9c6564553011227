package org.unitlint.report;

import java.io.IOException;
import java.io.Writer;
import org.unitlint.diagnostic.Diagnostic;

/** Each finding with the lines it is about, for people at a terminal. */
final class PrettyReport implements FindingsReport {
  private final Palette palette;

  /** A report in the colours of the palette. */
  PrettyReport(Palette palette) {
    this.palette = palette;
  }

  @Override
  public void write(Findings findings, Writer out) throws IOException {
    var text = new StringBuilder();
    for (Diagnostic diagnostic : findings.diagnostics()) {
      write(diagnostic, text);
      out.append(text);
      text.setLength(0);
      text.append('\n');
    }
  }

  private void write(Diagnostic diagnostic, StringBuilder out) {
    var ink = Ink.of(diagnostic.severity());
    palette.paint(out, ink, diagnostic.severity().word() + "[" + diagnostic.rule().code() + "]");
    palette.paint(out, Ink.STRONG, ": " + Cells.clean(diagnostic.message()).stripTrailing());
    out.append('\n');
    var pen = FrameText.write(diagnostic, out, palette);
    diagnostic.notes().forEach(n -> pen.remark("note", n));
    diagnostic.help().ifPresent(h -> pen.remark("help", h));
  }
}
