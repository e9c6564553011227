package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.Nearest;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.syntax.AsciiCase;

/**
 * {@code enabled} and {@code disabled} hold ids, which are the names of services only where no
 * {@code id} says otherwise. See xinetd.conf(5), {@code enabled}.
 */
final class NamesNoService implements TroubleRule {
  private static final RuleInfo RULE =
      new RuleInfo("X425", "names-no-service", WARNING, "`enabled` or `disabled` names no service");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(
        TroubleKind.DISABLED_NAMES_NOTHING,
        TroubleKind.ENABLED_NAMES_NOTHING,
        TroubleKind.ENABLED_BUT_DISABLED);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    String word = trouble.word(0);
    if (trouble.kind() == TroubleKind.ENABLED_BUT_DISABLED) {
      return Stream.of(
          RULE.at(trouble.place(), "`%s` stays off: `enabled` does not undo `disable = yes`", word)
              .as(INFO)
              .label(trouble.others().get(0), "off here"));
    }
    boolean comment =
        view.troubles(TroubleKind.COMMENT_IN_VALUES)
            .anyMatch(t -> t.place().source() == trouble.place().source() && holds(t, trouble));
    if (comment) {
      return Stream.empty();
    }
    return Services.areComplete(view) ? Stream.of(nothing(trouble, word, view)) : Stream.empty();
  }

  private static boolean holds(Trouble comment, Trouble word) {
    var span = comment.place().span();
    return span.start() <= word.place().span().start() && word.place().span().end() <= span.end();
  }

  private static Diagnostic nothing(Trouble trouble, String word, XinetdView view) {
    boolean enabled = trouble.kind() == TroubleKind.ENABLED_NAMES_NOTHING;
    var found =
        RULE.at(
            trouble.place(),
            "no service has the id `%s`, so that it %s nothing",
            word,
            enabled ? "enables" : "disables");
    boolean all = enabled && view.config().served().findAny().isEmpty();
    if (all && !view.config().services().isEmpty()) {
      found = found.as(ERROR).note("what `enabled` does not name is off: nothing is served");
    }
    var meant =
        view.config().services().stream()
            .filter(s -> AsciiCase.equal(s.name(), word) && !AsciiCase.equal(s.id(), word))
            .map(XinetdService::id)
            .findFirst()
            .or(() -> near(word, view));
    return meant.isPresent() ? found.help("did you mean `" + meant.get() + "`?") : found;
  }

  private static Optional<String> near(String word, XinetdView view) {
    return Nearest.of(
        word, view.config().services().stream().map(XinetdService::id).distinct().toList());
  }
}
