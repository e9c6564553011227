package org.unitlint.report;

import java.util.List;
import java.util.function.Function;
import org.unitlint.graph.MissingLink;
import org.unitlint.graph.Starts;
import org.unitlint.graph.WhyStarted;
import org.unitlint.host.LoadState;
import org.unitlint.host.Scope;

/** What enabling a unit that is not started would do. */
record EnablingText(Prose prose, Palette palette, WhyStarted why, WhyQuestion question) {

  /** What the [Install] section is good for. */
  void say() {
    switch (why.unit().state()) {
      case NOT_FOUND -> why.missing().forEach(this::otherName);
      case LOADED -> {
        if (!why.missing().isEmpty()) {
          missing();
        } else if (why.idle().isEmpty()) {
          paragraph(
              installs()
                  ? "Its [Install] section asks for no link that is missing."
                  : "It has no [Install] section, so it cannot be enabled: it is started by hand,"
                      + " by a program, or by a unit that names it.");
        }
      }
      default -> {}
    }
  }

  private void paragraph(String sentence) {
    prose.gap().paragraph(0, sentence);
  }

  private boolean installs() {
    return why.unit().settings().all().stream().anyMatch(s -> s.section().equals("Install"));
  }

  private void otherName(MissingLink link) {
    String place = LinkWords.place(link.asked().place(), false);
    paragraph(link.unit() + " would have this name if it were enabled (" + place + ").");
  }

  /** The links that are not there, if any. */
  void missing() {
    if (why.missing().isEmpty() || why.unit().state() != LoadState.LOADED) {
      return;
    }
    boolean one = why.missing().size() == 1;
    paragraph(
        "It is not enabled: its [Install] section asks for "
            + (one ? "a link that is" : "links that are")
            + " not there:");
    var tree = why.graph().machine().tree();
    rows(link -> tree.display(link.path()));
    boolean user = why.graph().machine().setup().scope() == Scope.USER;
    String command = (user ? "systemctl --global" : "systemctl") + " enable " + why.name();
    paragraph("`" + command + "` makes " + (one ? "it." : "them.") + idleOwners());
  }

  /** What the section says, where it is not known what is enabled. */
  void asked() {
    if (!why.missing().isEmpty()) {
      paragraph("Its [Install] section says what enabling it does:");
      rows(link -> link.asked().directive() + "=" + link.owner());
    }
  }

  private void rows(Function<MissingLink, String> text) {
    Columns.write(
        prose,
        palette,
        why.missing().stream()
            .map(m -> row(text.apply(m), LinkWords.place(m.asked().place(), false)))
            .toList());
  }

  private static Columns.Row row(String text, String place) {
    return new Columns.Row(Cells.clean(text), place);
  }

  /** The units that would pull it in and are not started themselves. */
  private String idleOwners() {
    List<String> idle =
        why.missing().stream()
            .filter(m -> !m.isAlias())
            .map(m -> m.owner().toString())
            .filter(this::isIdle)
            .distinct()
            .toList();
    return idle.isEmpty()
        ? ""
        : " But "
            + Prose.listed(idle, "and")
            + (idle.size() == 1 ? " is" : " are")
            + " not started "
            + question.begin()
            + " either.";
  }

  private boolean isIdle(String name) {
    var unit = why.graph().unit(name).map(u -> u.name().toString());
    return unit.filter(u -> why.starts().when(u) == Starts.When.AT_ONCE).isEmpty();
  }
}
