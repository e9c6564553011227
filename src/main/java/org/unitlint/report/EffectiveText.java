package org.unitlint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unitlint.graph.Addition;
import org.unitlint.graph.Reason;
import org.unitlint.host.Unit;
import org.unitlint.host.effective.GivenDefault;
import org.unitlint.host.effective.Line;
import org.unitlint.host.effective.Part;
import org.unitlint.host.effective.Verdict;

/**
 * Units as systemd sees them, for people: a line each setting, and beside it where it is written.
 * What does not count stands behind a hash.
 */
public final class EffectiveText {
  private static final int WIDEST = 60;

  private final EffectiveAnswer answer;
  private final Palette palette;
  private final StringBuilder out = new StringBuilder();
  private final List<Row> rows = new ArrayList<>();

  private EffectiveText(EffectiveAnswer answer, Palette palette) {
    this.answer = answer;
    this.palette = palette;
  }

  /** A line, and what stands beside it. */
  private record Row(Ink ink, String text, String beside) {}

  /** The text. */
  public static String of(EffectiveAnswer answer, Palette palette) {
    var text = new EffectiveText(answer, palette);
    for (var asked : answer.units()) {
      if (!text.rows.isEmpty()) {
        text.row(Ink.NONE, "", "");
      }
      EffectiveHead.of(answer.machine(), asked).forEach(l -> text.row(Ink.HINT, "# " + l, ""));
      text.unit(asked.unit());
    }
    text.write();
    return text.out.toString();
  }

  /** What could not be known of a unit, though it was asked for; empty for nothing. */
  static String unknown(EffectiveAnswer answer, Unit unit) {
    return answer.graph().isPresent() && unit.name().isTemplate()
        ? "dependencies are those of an instance; ask for one"
        : "";
  }

  private void unit(Unit unit) {
    String unknown = unknown(answer, unit);
    if (!unknown.isEmpty()) {
      row(Ink.HINT, "#   " + unknown, "");
    }
    var parts = answer.effective(unit).parts();
    var defaults = answer.defaults(unit);
    var added = answer.added(unit);
    for (String section : sections(answer, unit, parts)) {
      row(Ink.NONE, "", "");
      row(section.isEmpty() ? Ink.HINT : Ink.STRONG, header(section), "");
      parts.stream()
          .filter(p -> p.section().equals(section))
          .forEach(p -> p.lines().forEach(this::line));
      defaults.stream().filter(d -> d.section().equals(section)).forEach(this::given);
      if (section.equals("Unit")) {
        added.forEach(a -> row(Ink.NONE, a.kind() + "=" + a.unit(), reasons(a)));
      }
    }
  }

  /** {@code [Unit]}. */
  static String header(String section) {
    return section.isEmpty() ? "# before any section" : "[" + Cells.clean(section) + "]";
  }

  /** The sections of which there is something to say, in their order. */
  static List<String> sections(EffectiveAnswer answer, Unit unit, List<Part> parts) {
    var defaults = answer.defaults(unit);
    var sections = new ArrayList<String>();
    for (String section : answer.machine().catalog().sections(unit.name().type())) {
      boolean any =
          parts.stream().anyMatch(p -> p.section().equals(section))
              || defaults.stream().anyMatch(d -> d.section().equals(section))
              || section.equals("Unit") && !answer.added(unit).isEmpty();
      if (any) {
        sections.add(section);
      }
    }
    parts.stream().filter(p -> !p.known()).forEach(p -> sections.add(p.section()));
    return sections;
  }

  private void line(Line line) {
    String text = setting(line);
    switch (line.verdict()) {
      case IGNORED, NOT_READ -> {
        row(Ink.HINT, "# " + word(line.verdict()) + " " + text, where(line));
        line.remarks().forEach(r -> row(Ink.HINT, "#   " + Cells.clean(r), ""));
      }
      default -> {
        row(Ink.NONE, text, where(line));
        line.expanded().ifPresent(e -> row(Ink.HINT, "#   that is " + Cells.clean(e), ""));
        line.remarks().forEach(r -> row(Ink.HINT, "#   " + Cells.clean(r), ""));
        if (!line.isAsWritten()) {
          row(Ink.HINT, "#   written as " + written(line), "");
        }
      }
    }
    String verb = line.verdict() == Verdict.TAKES_BACK ? "takes back " : "instead of ";
    line.over().forEach(o -> row(Ink.HINT, "#   " + verb + setting(o), where(o)));
  }

  /** {@code ignored}, {@code not read}. */
  static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The old spelling. */
  static String written(Line line) {
    return Cells.clean(line.assignment().name()) + "= in [" + Cells.clean(line.written()) + "]";
  }

  private static String setting(Line line) {
    return Cells.clean(line.name() + "=" + line.value());
  }

  /** File and line. */
  static String where(Line line) {
    return LinkWords.place(line.place(), false);
  }

  private void given(GivenDefault given) {
    String where = given.said().map(a -> LinkWords.place(a.place(), false)).orElse("default");
    row(Ink.NONE, Cells.clean(given.directive() + "=" + given.value()), where);
  }

  /** Why systemd adds it: the first reason, as others seldom tell more. */
  static String reasons(EffectiveAnswer.Added added) {
    Reason reason = added.reasons().get(0);
    String rule = reason.addition().map(Addition::text).orElse("");
    String where = reason.place().map(p -> LinkWords.place(p, reason.isBareLink())).orElse("");
    return rule + (rule.isEmpty() || where.isEmpty() ? "" : ", ") + where;
  }

  private void row(Ink ink, String text, String beside) {
    rows.add(new Row(ink, text, beside));
  }

  private void write() {
    int widest =
        rows.stream()
            .filter(r -> !r.beside.isEmpty())
            .mapToInt(r -> Cells.width(r.text))
            .filter(w -> w <= WIDEST)
            .max()
            .orElse(0);
    for (Row row : rows) {
      palette.paint(out, row.ink, row.text);
      if (!row.beside.isEmpty()) {
        out.append(" ".repeat(Math.max(0, widest - Cells.width(row.text)) + 2));
        palette.paint(out, Ink.HINT, row.beside);
      }
      out.append('\n');
    }
  }
}
