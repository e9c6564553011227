package org.unitlint.report.timeline;

import java.util.stream.Collectors;
import org.unitlint.report.timeline.Chart.Bar;
import org.unitlint.report.timeline.Chart.Moved;
import org.unitlint.report.timeline.Chart.Row;
import org.unitlint.report.timeline.Chart.Waiters;

/** A chart as lines, for tests: times in milliseconds. */
final class ChartText {
  private ChartText() {}

  static String of(Chart chart) {
    var text = new StringBuilder();
    text.append(chart.title()).append('\n').append(chart.summary()).append('\n');
    text.append("axis ").append(span(chart.beginMicros(), chart.endMicros()));
    text.append(" versus ").append(chart.versus()).append('\n');
    for (var total : chart.totals()) {
      text.append("total ").append(total.kind()).append(' ').append(ms(total.micros()));
      text.append(' ').append(total.label()).append(" [" + total.remark() + "]\n");
    }
    text.append("levels ");
    text.append(
        chart.levels().stream()
            .map(l -> ms(l.fromMicros()) + ":" + l.starts())
            .collect(Collectors.joining(" ")));
    text.append('\n');
    for (var milestone : chart.milestones()) {
      text.append("milestone ").append(ms(milestone.micros())).append(' ');
      text.append(milestone.units());
      text.append(milestone.critical() ? " critical" : "");
      text.append(milestone.anchor() ? " anchor\n" : "\n");
    }
    chart.rows().forEach(r -> text.append(row(r)));
    for (var hop : chart.hops()) {
      text.append("hop ").append(chart.rows().get(hop.from()).unit()).append(" -> ");
      text.append(chart.rows().get(hop.to()).unit()).append(" at " + ms(hop.micros()) + "\n");
    }
    for (var fold : chart.fold().stream().toList()) {
      text.append("fold ").append(fold.label()).append(": ");
      text.append(
          fold.starts().stream()
              .map(s -> s.unit() + "@" + ms(s.micros()))
              .collect(Collectors.joining(" ")));
      text.append('\n');
    }
    chart.standby().ifPresent(s -> standby(s, text));
    for (var listing : chart.listings()) {
      text.append(listing.bad() ? "bad " : "list ").append(listing.label()).append(": ");
      text.append(listing.units()).append('\n');
    }
    chart.smallPrint().forEach(l -> text.append("small ").append(l).append('\n'));
    return text.toString();
  }

  private static void standby(Waiters standby, StringBuilder text) {
    text.append("then ").append(standby.summary()).append('\n');
    for (var waiter : standby.waiters()) {
      text.append("waits ").append(waiter.label());
      text.append(waiter.waitMicros().isEmpty() ? " for ever" : "");
      waiter.waitMicros().ifPresent(m -> text.append(' ').append(ms(m)));
      text.append(" [").append(waiter.asks()).append("] ").append(waiter.remark()).append('\n');
    }
    for (var listing : standby.listings()) {
      text.append("then ").append(listing.label()).append(": ");
      text.append(listing.units()).append('\n');
    }
  }

  private static String row(Row row) {
    return "row "
        + row.label()
        + row.bar().map(ChartText::bar).map(b -> " " + b).orElse("")
        + row.before().map(ChartText::bar).map(b -> " before " + b).orElse("")
        + row.spread().map(r -> " spread " + span(r.p50Micros(), r.p90Micros())).orElse("")
        + (row.critical() ? " critical" : "")
        + (row.failed() ? " failed" : "")
        + (row.moved() == Moved.NOT ? "" : " " + row.moved())
        + " ["
        + row.remark()
        + "]\n";
  }

  /** Since when it waits for others, then for the manager, then from start to ready. */
  private static String bar(Bar bar) {
    return ms(bar.queuedMicros())
        + ".."
        + ms(bar.releasedMicros())
        + "--"
        + span(bar.startMicros(), bar.endMicros());
  }

  private static String span(long from, long to) {
    return ms(from) + "==" + ms(to);
  }

  private static String ms(long micros) {
    return micros % 1000 == 0 ? "" + micros / 1000 : micros / 1000 + "." + micros % 1000 / 100;
  }
}
