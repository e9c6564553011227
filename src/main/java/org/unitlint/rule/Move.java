package org.unitlint.rule;

import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.source.Edit;
import org.unitlint.source.Source;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.Element;
import org.unitlint.syntax.Section;

/** Takes a line out of its section and puts it into another of the same file. */
final class Move {
  private final CheckedFile file;
  private final Assignment line;

  Move(CheckedFile file, Assignment line) {
    this.file = file;
    this.line = line;
  }

  /**
   * The finding with a fix that moves the line, under a new name, to the end of the section;
   * without one where the section is not there and has no natural place.
   */
  Diagnostic fix(Diagnostic finding, String section, String name, boolean safe) {
    var target = file.last(section);
    if (target.isEmpty() && !section.equals("Unit")) {
      return finding;
    }
    boolean there = file.namesOfLast(section).contains(name);
    var insertion = target.map(t -> into(t, name)).orElseGet(() -> newUnit(name));
    String message = "move the line to [" + section + "]";
    return finding.fix(message, safe && !there, removal(), insertion);
  }

  private Edit removal() {
    var source = file.source();
    int start = source.lineSpan(source.line(line.span().start())).start();
    return new Edit(source.place(start, line.span().end()), "");
  }

  private Edit into(Section section, String name) {
    int lines = section.assignments().size();
    Element last = lines == 0 ? section.header() : section.assignments().get(lines - 1);
    int end = last.span().end();
    boolean fresh = endsLine(file.source(), end);
    return new Edit(file.source().place(end, end), (fresh ? "" : "\n") + text(name) + "\n");
  }

  private static boolean endsLine(Source source, int offset) {
    char last = source.text().charAt(offset - 1);
    return last == '\n' || last == '\r';
  }

  /** A new [Unit] goes above all others. */
  private Edit newUnit(String name) {
    int start = file.tree().sections().get(0).header().span().start();
    return new Edit(file.source().place(start, start), "[Unit]\n" + text(name) + "\n\n");
  }

  private String text(String name) {
    int keyEnd = line.key().place().span().end();
    int end = Math.max(keyEnd, line.value().place().span().end());
    return name + file.source().text().substring(keyEnd, end);
  }
}
