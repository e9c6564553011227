package org.unitlint.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Label;
import org.unitlint.source.Place;
import org.unitlint.source.Source;

/** The lines of one source that a finding marks, under an arrow that says where they are. */
final class Frame {
  private final Place first;
  private final boolean primary;
  private final List<Mark> marks = new ArrayList<>();

  private Frame(Place first, boolean primary, String text) {
    this.first = first;
    this.primary = primary;
    mark(first, text);
  }

  /** The frames of a finding: first its own, then one for each other source it has labels in. */
  static List<Frame> of(Diagnostic diagnostic) {
    var frames = new ArrayList<Frame>();
    frames.add(new Frame(diagnostic.place(), true, ""));
    for (Label label : diagnostic.labels()) {
      add(frames, label.place(), Cells.clean(label.message()).stripTrailing());
    }
    frames.forEach(f -> f.marks.sort(Comparator.comparingInt(Mark::line)));
    return frames;
  }

  private static void add(List<Frame> frames, Place place, String text) {
    for (Frame frame : frames) {
      if (isSame(frame.first.source(), place.source())) {
        frame.marks.addAll(Mark.of(place, false, text));
        return;
      }
    }
    frames.add(new Frame(place, false, text));
  }

  private void mark(Place place, String text) {
    marks.addAll(Mark.of(place, primary, text));
  }

  private static boolean isSame(Source a, Source b) {
    return a == b || (a.name().equals(b.name()) && a.text().equals(b.text()));
  }

  /** Whether there is no line to show. */
  boolean isBlank() {
    return first.source().text().isEmpty();
  }

  /** The greatest line number shown; 0 where none is. */
  int lastLine() {
    return isBlank() ? 0 : marks.get(marks.size() - 1).line();
  }

  /** Writes arrow and lines with the pen, in the ink for what the finding is about. */
  void write(Pen pen, Ink ink) {
    pen.arrow(primary ? "-->" : ":::", where());
    if (isBlank()) {
      marks.stream().filter(m -> !m.text().isEmpty()).forEach(m -> pen.framed(m.text()));
      return;
    }
    pen.framed("");
    int next;
    for (int at = 0; at < marks.size(); at = next) {
      int line = marks.get(at).line();
      next = at + 1;
      while (next < marks.size() && marks.get(next).line() == line) {
        next++;
      }
      if (at > 0 && marks.get(at - 1).line() + 1 < line) {
        pen.gap();
      }
      write(marks.subList(at, next), pen, ink);
    }
  }

  private String where() {
    String name = Cells.clean(first.source().name());
    return isBlank() ? name : name + ":" + first.line() + ":" + first.column();
  }

  private void write(List<Mark> sameLine, Pen pen, Ink ink) {
    var excerpt = Excerpt.of(first.source(), sameLine);
    pen.numbered(sameLine.get(0).line(), excerpt.shown());
    var lines = new ArrayList<Underlines.Line>();
    for (Mark mark : sameLine) {
      int start = excerpt.startCell(mark.span());
      int end = excerpt.endCell(mark.span());
      lines.add(new Underlines.Line(start, end, mark.primary(), mark.text()));
    }
    new Underlines(lines, ink).rows().forEach(pen::framed);
  }
}
