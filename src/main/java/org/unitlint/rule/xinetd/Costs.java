package org.unitlint.rule.xinetd;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.xinetd.Outcome;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdEntry;
import org.unitlint.syntax.XinetdFlaw;

/** What troubles cost, in words. */
final class Costs {
  private static final int MOST_LABELS = 3;

  /** Flaws of a line within an entry, which end it. */
  private static final Set<XinetdFlaw.Kind> INSIDE =
      EnumSet.of(
          XinetdFlaw.Kind.NO_OPERATOR,
          XinetdFlaw.Kind.NO_BLANK_BEFORE_OPERATOR,
          XinetdFlaw.Kind.BAD_OPERATOR,
          XinetdFlaw.Kind.INCLUDE_INSIDE,
          XinetdFlaw.Kind.LONE_WORD);

  /** Flaws of a line between entries, which have xinetd look for the end of an entry. */
  private static final Set<XinetdFlaw.Kind> OUTSIDE =
      EnumSet.of(
          XinetdFlaw.Kind.MISSING_KEYWORD,
          XinetdFlaw.Kind.MISSING_NAME,
          XinetdFlaw.Kind.BYTE_ORDER_MARK);

  private Costs() {}

  /**
   * The finding with notes that say what the trouble costs, where it costs something, and milder
   * where it is about a service that nobody wants.
   */
  static Diagnostic noted(Diagnostic found, Trouble trouble, XinetdView view) {
    var noted = found;
    for (String note : notes(trouble, view)) {
      noted = noted.note(note);
    }
    noted = swallowedLabels(noted, trouble, view);
    var revived = revived(trouble, view);
    if (revived.isPresent()) {
      noted = noted.label(revived.get().place(), "this has it served all the same");
    }
    boolean idle = isDisabled(trouble, view) && lost(trouble, view).isEmpty();
    return idle && noted.severity() == Severity.ERROR ? noted.as(Severity.WARNING) : noted;
  }

  /** As {@link #noted}, for what matters only while the service is served. */
  static Diagnostic notedIfServed(Diagnostic found, Trouble trouble, XinetdView view) {
    var noted = noted(found, trouble, view);
    return isDisabled(trouble, view) ? noted.as(Severity.INFO) : noted;
  }

  /** Whether it is about a service that nobody wants. */
  static boolean isDisabled(Trouble trouble, XinetdView view) {
    return view.owner(trouble).filter(s -> s.outcome().isDisabled()).isPresent();
  }

  /** What is lost for it; empty where nothing is, or where the message says it. */
  static Optional<String> of(Trouble trouble, XinetdView view) {
    return notes(trouble, view).stream().findFirst();
  }

  private static List<String> notes(Trouble trouble, XinetdView view) {
    var notes = new ArrayList<String>();
    boolean ends =
        view.config()
            .exit()
            .filter(e -> e == trouble || e.place().equals(trouble.place()))
            .isPresent();
    if (ends) {
      return List.of("xinetd ends when it has read this, and serves nothing");
    }
    var owner = view.owner(trouble);
    owner
        .filter(s -> s.outcome().isDisabled())
        .ifPresent(s -> notes.add("`" + s.id() + "` is disabled; enabled, it would not be served"));
    if (trouble.kind().cost() == TroubleKind.Cost.ATTRIBUTE
        || trouble.kind().cost() == TroubleKind.Cost.VALUE) {
      notes.clear();
    }
    owner.filter(s -> isDroppedFor(s, trouble, view)).ifPresent(s -> notes.add(dropped(s, view)));
    revived(trouble, view).ifPresent(r -> notes.add(revival(trouble, owner.get(), view)));
    view.flaw(trouble)
        .filter(f -> trouble.kind() == TroubleKind.MALFORMED)
        .flatMap(f -> defaults(f, view))
        .ifPresent(notes::add);
    var lost = lost(trouble, view);
    if (!lost.isEmpty()) {
      notes.add(swallowed(lost));
    } else if (view.flaw(trouble).filter(f -> OUTSIDE.contains(f.kind())).isPresent()) {
      notes.add("xinetd skips all up to the next lone `}`");
    }
    return notes;
  }

  private static boolean isDroppedFor(XinetdService service, Trouble trouble, XinetdView view) {
    var outcome = service.outcome();
    return outcome.state() == Outcome.State.DROPPED
        && outcome
            .trouble()
            .filter(
                t ->
                    t.place().equals(trouble.place()) && t.kind() == trouble.kind()
                        || view.cause(t).filter(c -> c == trouble).isPresent())
            .isPresent();
  }

  private static String dropped(XinetdService service, XinetdView view) {
    boolean only = view.whole() && view.losesItsOnlyService();
    return "xinetd therefore does not serve `"
        + service.id()
        + "`"
        + (only ? ", and so serves nothing" : "");
  }

  /** The line that takes back what the trouble did. */
  private static Optional<Trouble> revived(Trouble trouble, XinetdView view) {
    return !trouble.kind().isBadValue()
        ? Optional.empty()
        : view.owner(trouble)
            .filter(s -> s.outcome().isServed())
            .flatMap(
                s ->
                    s.troubles().stream()
                        .filter(t -> t.kind() == TroubleKind.REVIVED)
                        .filter(t -> t.place().source() == trouble.place().source())
                        .filter(t -> t.place().span().start() > trouble.place().span().start())
                        .findFirst());
  }

  private static String revival(Trouble trouble, XinetdService service, XinetdView view) {
    String without =
        Lost.by(trouble, view).map(a -> ", without this `" + a + "`").orElse(", without it");
    return "`" + service.id() + "` is served all the same" + without;
  }

  private static Optional<String> defaults(XinetdFlaw flaw, XinetdView view) {
    return view.entry(flaw.place())
        .filter(e -> e.kind() == XinetdEntry.Kind.DEFAULTS && INSIDE.contains(flaw.kind()))
        .map(e -> "xinetd reads nothing more of `defaults`");
  }

  /** The names of the services that are not seen for it. */
  private static List<Value> lost(Trouble trouble, XinetdView view) {
    if (trouble.kind() != TroubleKind.MALFORMED) {
      return List.of();
    }
    return view.flaw(trouble).stream()
        .flatMap(f -> Stream.concat(Stream.of(f), view.followers(f).stream()))
        .flatMap(f -> f.swallowed().stream())
        .toList();
  }

  private static Diagnostic swallowedLabels(Diagnostic found, Trouble trouble, XinetdView view) {
    var labeled = found;
    var lost = lost(trouble, view);
    for (Value name : lost.subList(0, Math.min(MOST_LABELS, lost.size()))) {
      boolean apart = !name.place().equals(found.place());
      labeled = apart ? labeled.label(name.place(), "swallowed") : labeled;
    }
    return labeled;
  }

  private static String swallowed(List<Value> lost) {
    var names = lost.stream().map(n -> "`" + n.text() + "`").collect(Collectors.joining(", "));
    return "xinetd skips all up to the next lone `}`, and with it "
        + (lost.size() == 1 ? "service " : "services ")
        + names;
  }
}
