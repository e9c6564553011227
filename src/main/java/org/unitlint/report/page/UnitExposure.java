package org.unitlint.report.page;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.unitlint.report.CheckGroup;
import org.unitlint.report.SecurityText;
import org.unitlint.security.Advice;
import org.unitlint.security.Exposure;
import org.unitlint.security.LeftOut;
import org.unitlint.security.Rating;

/** How exposed one service is: what costs most, and what would make it less so. */
record UnitExposure(Advice advice, Hyper out) {
  private static final int MOST = 5;

  void write() throws IOException {
    var now = advice.now();
    out.element("h3", "", "Exposure").open("p", "");
    int tenths = now.tenths();
    out.element("b", style(Rating.of(tenths)), rated(tenths));
    var groups = CheckGroup.failed(now);
    out.text(groups.isEmpty() ? "" : "; what costs most:").end();
    if (!groups.isEmpty()) {
      costs(groups);
    }
    if (advice.dropin().isPresent()) {
      dropin(advice.dropin().get());
    }
    var against = against(advice);
    if (against.isPresent()) {
      out.ticked("p", "quiet", "Nothing is suggested: the service " + against.get() + ".");
    }
  }

  /** Why nothing at all is suggested, with the service as subject; empty where there may be. */
  static Optional<String> against(Advice advice) {
    return advice.leftOut().stream()
        .filter(l -> l.line().equals(LeftOut.EVERYTHING))
        .findFirst()
        .map(LeftOut::reason);
  }

  /** The class of what stands for a rating. */
  static String style(Rating rating) {
    String ink = SecurityText.ink(rating);
    return ink.isEmpty() ? "" : "i-" + ink;
  }

  private static String rated(int tenths) {
    return Exposure.text(tenths) + " " + Rating.of(tenths);
  }

  private void costs(List<CheckGroup> groups) throws IOException {
    out.open("ul", "costs");
    for (CheckGroup group : groups.subList(0, Math.min(MOST, groups.size()))) {
      out.open("li", "").text(Exposure.text(advice.now().tenths(group.outcomes())) + " ");
      out.element("code", "", group.name()).text(group.told().isEmpty() ? "" : " ");
      out.text(group.told() + (group.isDefault() ? " by default" : " "));
      if (!group.isDefault()) {
        out.element("span", "where", group.where());
      }
      out.close();
    }
    if (groups.size() > MOST) {
      out.element("li", "quiet", "and " + (groups.size() - MOST) + " more");
    }
    out.end();
  }

  private void dropin(Advice.Dropin dropin) throws IOException {
    out.open("details", "");
    out.element("summary", "", "Drop-in that makes it " + rated(advice.then()));
    out.painted("words", "drop-in", dropin.text()).end();
  }
}
