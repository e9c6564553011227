package org.unitlint.report.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.unitlint.report.SecurityText;
import org.unitlint.security.Advice;
import org.unitlint.security.Exposure;
import org.unitlint.security.Rating;
import org.unitlint.security.Suggestion;

/** How exposed the services are, the worst first, and what to add first to each. */
record ExposurePart(Report report, Hyper out) {
  private static final List<String> HEADS =
      List.of("service", "exposure", "rating", "could be", "add first");
  private static final Comparator<Advice> WORST_FIRST =
      Comparator.comparing((Advice a) -> -a.now().tenths())
          .thenComparing(a -> a.now().unit().toString());

  boolean isEmpty() {
    return report.services().services().isEmpty();
  }

  void write() throws IOException {
    out.section("exposure", "Exposure");
    if (isEmpty()) {
      out.element("p", "", "There is no service that can be loaded.").end();
      return;
    }
    out.element("p", "", String.join(" ", SecurityText.counts(report.services())));
    out.words("service");
    out.table("scroll tall", "table of exposure", HEADS);
    var services = new ArrayList<>(report.services().services());
    services.sort(WORST_FIRST);
    for (Advice advice : services) {
      row(advice);
    }
    out.endTable().end();
  }

  private void row(Advice advice) throws IOException {
    int tenths = advice.now().tenths();
    var rating = Rating.of(tenths);
    out.open("tr", "").open("td", "").unit(advice.now().unit().toString()).close();
    out.element("td", "", Exposure.text(tenths));
    out.element("td", UnitExposure.style(rating), rating.name());
    boolean better = advice.dropin().isPresent();
    out.element("td", "", better ? Exposure.text(advice.then()) : "-");
    var against = UnitExposure.against(advice);
    out.open("td", against.isPresent() ? "quiet" : "");
    if (against.isPresent()) {
      out.ticked("nothing: it " + against.get());
    } else if (!advice.suggestions().isEmpty()) {
      first(advice.suggestions().get(0));
    }
    out.close().end();
  }

  /** What gains most of what is least risky; of several lines the first that says something. */
  private void first(Suggestion suggestion) throws IOException {
    var lines = suggestion.lines();
    String last = lines.get(lines.size() - 1);
    String directive = last.substring(0, last.indexOf('=') + 1);
    var own = lines.stream().filter(l -> l.startsWith(directive)).toList();
    out.element("code", "", own.get(0)).text(own.size() == 1 ? "" : " …");
  }
}
