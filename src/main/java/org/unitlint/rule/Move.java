package org.unitlint.rule;

import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.source.Edit;
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
    return finding.fix(message, safe && !there, Lines.removal(line), insertion);
  }

  private Edit into(Section section, String name) {
    int lines = section.assignments().size();
    Element last = lines == 0 ? section.header() : section.assignments().get(lines - 1);
    int end = last.span().end();
    boolean fresh = Lines.endsLine(file.source(), end);
    return new Edit(file.source().place(end, end), fresh ? text(name) + "\n" : "\n" + text(name));
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
