package org.unitlint.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.unitlint.security.Advice;
import org.unitlint.security.Adviser;
import org.unitlint.security.Exposure;
import org.unitlint.security.LeftOut;
import org.unitlint.security.Outcome;
import org.unitlint.security.Rating;
import org.unitlint.security.Suggestion;

/** How exposed services are, for people: a table of many, or all about each. */
public final class SecurityText {
  private static final int WIDTH = 80;
  private static final int CHECK_AT = 7;
  private static final int TOLD_AT = 33;

  private final Palette palette;
  private final Prose prose = new Prose();

  private SecurityText(Palette palette) {
    this.palette = palette;
  }

  /** What was asked for. */
  public static String of(SecurityAnswer answer, Palette palette) {
    var text = new SecurityText(palette);
    if (answer.named()) {
      answer.services().forEach(text::service);
    } else {
      text.table(answer);
    }
    text.threshold(answer);
    return text.prose.toString();
  }

  private String painted(Ink ink, String text) {
    var out = new StringBuilder();
    palette.paint(out, ink, text);
    return out.toString();
  }

  private static Ink painting(Rating rating) {
    return switch (rating) {
      case DANGEROUS, UNSAFE -> Ink.ERROR;
      case EXPOSED -> Ink.WARNING;
      case MEDIUM -> Ink.NONE;
      case OK, SAFE, PERFECT -> Ink.INFO;
    };
  }

  /** The ink of a rating, as {@link PaintedText} calls it; empty for none. */
  public static String ink(Rating rating) {
    return painting(rating).word();
  }

  private String rated(int tenths) {
    var rating = Rating.of(tenths);
    return painted(painting(rating), Exposure.text(tenths) + " " + rating);
  }

  private void table(SecurityAnswer answer) {
    int widest =
        answer.services().stream()
            .mapToInt(a -> Cells.width(name(a)))
            .reduce("service".length(), Math::max);
    if (answer.services().isEmpty()) {
      prose.line(painted(Ink.HINT, "There is no service that can be loaded."));
    } else {
      String head = "exposure  rating     could be  service";
      prose.line(painted(Ink.STRONG, head));
    }
    for (Advice advice : answer.services()) {
      int now = advice.now().tenths();
      String rating = advice.now().rating().name();
      prose.line(
          padded(Exposure.text(now), 8)
              + "  "
              + painted(painting(advice.now().rating()), rating)
              + " ".repeat(Math.max(0, 9 - rating.length()))
              + "  "
              + padded(advice.dropin().isEmpty() ? "-" : Exposure.text(advice.then()), 8)
              + "  "
              + (widest > 0 ? name(advice) : ""));
    }
    prose.gap();
    counts(answer).forEach(c -> hint(0, c));
  }

  private static String name(Advice advice) {
    return Cells.clean(advice.now().unit().toString());
  }

  private static String padded(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /** How many services have which rating, and how many more there are. */
  public static List<String> counts(SecurityAnswer answer) {
    var exposures = answer.services().stream().map(Advice::now).toList();
    var parts = new ArrayList<String>();
    Adviser.count(exposures).forEach((rating, count) -> parts.add(count + " " + rating));
    var counts = new ArrayList<String>();
    if (!parts.isEmpty()) {
      String services = exposures.size() == 1 ? " service: " : " services: ";
      counts.add(exposures.size() + services + String.join(", ", parts) + ".");
    }
    if (answer.hidden() > 0) {
      counts.add(answer.hidden() + " more cannot be loaded, or are masked.");
    }
    return counts;
  }

  private void hint(int column, String words) {
    for (String line : wrapped(column, words)) {
      prose.line(" ".repeat(column) + painted(Ink.HINT, line));
    }
  }

  private static List<String> wrapped(int column, String words) {
    return new Prose()
        .paragraph(column, Cells.clean(words))
        .toString()
        .lines()
        .map(String::strip)
        .toList();
  }

  private void threshold(SecurityAnswer answer) {
    var failing = answer.failing();
    if (answer.threshold().isPresent() && !failing.isEmpty()) {
      prose.gap();
      prose.line(
          painted(Ink.ERROR, "too exposed")
              + ": "
              + failing.size()
              + (failing.size() == 1 ? " service is" : " services are")
              + " beyond "
              + Exposure.text(answer.threshold().getAsInt()));
    }
  }

  private void service(Advice advice) {
    var now = advice.now();
    long applying = now.outcomes().stream().filter(Outcome::applies).count();
    long passed = now.outcomes().stream().filter(Outcome::isPassed).count();
    prose.gap();
    prose.line(
        painted(Ink.STRONG, name(advice))
            + ": "
            + rated(now.tenths())
            + ", "
            + passed
            + " of "
            + applying
            + " checks passed");
    failed(now);
    passed(now);
    unfit(now);
    suggestions(advice);
    leftOut(advice.leftOut());
  }

  private void heading(String text) {
    prose.gap().heading(painted(Ink.STRONG, text));
  }

  private void failed(Exposure now) {
    var groups = CheckGroup.failed(now);
    if (groups.isEmpty()) {
      return;
    }
    heading("Costs  Check");
    groups.forEach(g -> failed(now, g));
  }

  private void failed(Exposure now, CheckGroup group) {
    String cost = padded(Exposure.text(now.tenths(group.outcomes())), CHECK_AT - 2) + "  ";
    row(cost + group.name(), group.told(), group.where());
    if (group.outcomes().size() > 1) {
      var members = new ArrayList<String>();
      group
          .byCost()
          .forEach(o -> members.add(group.member(o) + " " + Exposure.text(now.tenths(o))));
      prose.paragraph(CHECK_AT + 2, String.join(", ", members.stream().map(Prose::glued).toList()));
    }
  }

  /** What it is, what to say of it, and where it is set, in one line if there is room. */
  private void row(String start, String told, String where) {
    var line = new StringBuilder(start);
    if (!told.isEmpty()) {
      line.append(" ".repeat(Math.max(2, TOLD_AT - Cells.width(start))));
      line.append(Cells.clean(told));
    }
    int room = WIDTH - Cells.width(line.toString()) - Cells.width(where);
    if (where.isEmpty() || room >= 2) {
      prose.line(line + " ".repeat(Math.max(0, room)) + painted(Ink.HINT, where));
      return;
    }
    prose.line(line.toString());
    prose.line(
        " ".repeat(Math.max(CHECK_AT, WIDTH - Cells.width(where))) + painted(Ink.HINT, where));
  }

  private void passed(Exposure now) {
    var groups = CheckGroup.of(now.outcomes().stream().filter(Outcome::isPassed).toList());
    if (groups.isEmpty()) {
      return;
    }
    heading("Passed");
    var byDefault = new ArrayList<String>();
    for (CheckGroup group : groups) {
      if (group.settings().isEmpty()) {
        group.outcomes().forEach(o -> byDefault.add(o.check().id()));
        continue;
      }
      row("  " + group.directive(), "", group.where());
      var members = group.outcomes().stream().map(group::member).toList();
      if (!members.get(0).isEmpty()) {
        prose.paragraph(4, String.join(", ", members));
      }
    }
    if (!byDefault.isEmpty()) {
      prose.paragraph(2, 4, "by default: " + String.join(", ", byDefault));
    }
  }

  private void unfit(Exposure now) {
    var reasons = new LinkedHashMap<String, List<String>>();
    now.outcomes().stream()
        .filter(o -> !o.applies())
        .forEach(
            o -> reasons.computeIfAbsent(o.told(), t -> new ArrayList<>()).add(o.check().id()));
    if (!reasons.isEmpty()) {
      heading("Do not apply");
      reasons.forEach(
          (told, ids) -> prose.paragraph(2, 4, Cells.clean(String.join(", ", ids) + ": " + told)));
    }
  }

  private void suggestions(Advice advice) {
    if (advice.suggestions().isEmpty()) {
      return;
    }
    heading("Add first" + " ".repeat(59) + "gain  then");
    var risk = "";
    for (Suggestion suggestion : advice.suggestions()) {
      if (!suggestion.risk().word().equals(risk)) {
        risk = suggestion.risk().word();
        hint(2, risk + " risk: " + suggestion.risk().told());
      }
      suggestion(suggestion);
    }
    prose.gap();
    hint(
        0,
        "--suggest-dropin writes all of these: "
            + Exposure.text(advice.then())
            + " "
            + Rating.of(advice.then())
            + ".");
  }

  private void suggestion(Suggestion suggestion) {
    var lines = suggestion.lines();
    int hundredths = suggestion.hundredths();
    String gain =
        hundredths / 100
            + "."
            + hundredths / 10 % 10
            + hundredths % 10
            + "  "
            + padded(Exposure.text(suggestion.tenths()), 4);
    for (int i = 0; i < lines.size(); i++) {
      String line = "  " + Cells.clean(lines.get(i));
      boolean last = i == lines.size() - 1;
      int room = 78 - Cells.width(line) - gain.length();
      if (last && room < 1) {
        prose.line(line);
        prose.line(" ".repeat(78 - gain.length()) + gain);
      } else {
        prose.line(last ? line + " ".repeat(room) + gain : line);
      }
    }
  }

  private void leftOut(List<LeftOut> all) {
    if (all.isEmpty()) {
      return;
    }
    heading("Left out");
    var reasons = new LinkedHashMap<String, List<String>>();
    for (LeftOut left : all) {
      String where = left.setting().map(s -> " (" + CheckGroup.where(s) + ")").orElse("");
      reasons.computeIfAbsent(left.reason() + where, r -> new ArrayList<>()).add(left.line());
    }
    reasons.forEach(
        (reason, lines) ->
            prose.paragraph(2, 4, Cells.clean(String.join(", ", lines) + ": " + reason)));
  }
}
