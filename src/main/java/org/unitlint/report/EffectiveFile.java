package org.unitlint.report;

import java.util.List;
import org.unitlint.catalog.ListSemantics;
import org.unitlint.host.Unit;
import org.unitlint.host.effective.GivenDefault;
import org.unitlint.host.effective.Line;
import org.unitlint.host.effective.Part;
import org.unitlint.host.effective.Verdict;

/**
 * Units as unit files, each of which says by itself what all files of the unit together say. Where
 * that was written, and what no file says, is in comments.
 */
public final class EffectiveFile {
  private final EffectiveAnswer answer;
  private final StringBuilder out = new StringBuilder();

  private EffectiveFile(EffectiveAnswer answer) {
    this.answer = answer;
  }

  /** The text; several units follow each other. */
  public static String of(EffectiveAnswer answer) {
    var file = new EffectiveFile(answer);
    for (var asked : answer.units()) {
      file.out.append(file.out.isEmpty() ? "" : "\n");
      EffectiveHead.of(answer.machine(), asked).forEach(file::comment);
      String unknown = EffectiveText.unknown(answer, asked.unit());
      if (!unknown.isEmpty()) {
        file.comment("  " + unknown);
      }
      file.unit(asked.unit());
    }
    return file.out.toString();
  }

  private void unit(Unit unit) {
    var parts = answer.effective(unit).parts();
    for (String section : EffectiveText.sections(answer, unit, parts)) {
      boolean known = parts.stream().noneMatch(p -> p.section().equals(section) && !p.known());
      out.append('\n').append(known ? "" : "#").append(EffectiveText.header(section)).append('\n');
      parts.stream().filter(p -> p.section().equals(section)).forEach(this::part);
      for (GivenDefault given : answer.defaults(unit)) {
        if (given.section().equals(section)) {
          given.said().ifPresent(a -> comment(LinkWords.place(a.place(), false)));
          out.append('#').append(given.directive()).append('=');
          out.append(Cells.clean(given.value())).append('\n');
        }
      }
      if (section.equals("Unit")) {
        added(answer.added(unit));
      }
    }
  }

  private void part(Part part) {
    for (Line line : part.lines()) {
      boolean counts = line.verdict() == Verdict.COUNTS || isKept(line, part);
      if (!counts && line.verdict() != Verdict.TAKES_BACK) {
        lost(EffectiveText.word(line.verdict()), line);
        continue;
      }
      comment(EffectiveText.where(line));
      if (!line.isAsWritten()) {
        comment("  written as " + EffectiveText.written(line));
      }
      line.expanded().ifPresent(e -> comment("  that is " + Cells.clean(e)));
      line.remarks().forEach(r -> comment("  " + Cells.clean(r)));
      String verb = line.verdict() == Verdict.TAKES_BACK ? "takes back" : "instead of";
      line.over().forEach(o -> lost(verb, o));
      out.append(counts ? "" : "#").append(line.name()).append('=').append(line.counted());
      // Else the backslash would go on into the next line.
      out.append(trailingBackslashes(line.counted()) % 2 == 1 ? " \n" : "\n");
    }
  }

  /** Whether the unit would be another without the line, which has no value. */
  private boolean isKept(Line line, Part part) {
    if (line.verdict() != Verdict.TAKES_BACK) {
      return false;
    }
    var semantics =
        answer
            .machine()
            .catalog()
            .directive(line.section(), line.name())
            .map(d -> d.listSemantics())
            .orElse(ListSemantics.SINGLE);
    return semantics == ListSemantics.MERGE_EMPTY_RESETS
        || semantics.single()
            && part.lines().stream()
                .noneMatch(l -> l.verdict() == Verdict.COUNTS && l.name().equals(line.name()));
  }

  private static int trailingBackslashes(String value) {
    int at = value.length();
    while (at > 0 && value.charAt(at - 1) == '\\') {
      at--;
    }
    return value.length() - at;
  }

  private void lost(String verb, Line line) {
    String setting = Cells.clean(line.name() + "=" + line.value());
    comment("  " + verb + " " + setting + ", " + EffectiveText.where(line));
    if (line.verdict() == Verdict.IGNORED || line.verdict() == Verdict.NOT_READ) {
      line.remarks().forEach(r -> comment("    " + Cells.clean(r)));
    }
  }

  private void added(List<EffectiveAnswer.Added> added) {
    String last = "";
    for (var dependency : added) {
      String reason = EffectiveText.reasons(dependency);
      if (!reason.equals(last)) {
        comment(reason);
      }
      last = reason;
      out.append('#').append(dependency.kind()).append('=');
      out.append(dependency.unit()).append('\n');
    }
  }

  private void comment(String text) {
    out.append(("# " + text).stripTrailing()).append('\n');
  }
}
