package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/**
 * A client in {@code no_access} is refused, even if {@code only_from} names it more exactly; the
 * manual page says otherwise. See xinetd.conf(5), {@code no_access}.
 */
final class ContradictingLists implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X406", "contradicting-lists", ERROR, "lists of addresses contradict each other");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.IN_BOTH_LISTS, TroubleKind.NOTHING_TO_REMOVE);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    if (trouble.kind() == TroubleKind.IN_BOTH_LISTS) {
      return Stream.of(
          INFO.at(
                  trouble.place(),
                  "`%s` is in `no_access` too, and so always refused",
                  trouble.word(0))
              .label(trouble.others().get(0), "refused here")
              .help("take it out of one of the lists"));
    }
    if (!Services.knowsDefaults(view)) {
      return Stream.empty();
    }
    return Stream.of(
        INFO.at(
                trouble.place(),
                "`%s` is not in `%s`, so that there is nothing to remove",
                trouble.word(1),
                trouble.word(0))
            .as(WARNING)
            .note(
                isClosed(trouble, view)
                    ? "the list is empty, so that nobody may use the service"
                    : "only an item that is in the list as such can be removed"));
  }

  private static boolean isClosed(Trouble trouble, XinetdView view) {
    return view.owner(trouble)
        .flatMap(s -> s.access().onlyFrom())
        .filter(List::isEmpty)
        .isPresent();
  }
}
