package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/**
 * {@code disable = no} and {@code enabled} take back what a value that is refused did: the service
 * runs without it. xinetd says only that the value is wrong.
 */
final class RevivedService implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X409",
          "revived-service",
          WARNING,
          "a service is served in spite of a value that is refused");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.REVIVED);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    var owner = view.owner(trouble).filter(s -> s.outcome().isServed());
    if (owner.isEmpty()) {
      return Stream.empty();
    }
    boolean enabled = trouble.word(0).equals("enabled");
    var bad = enabled ? trouble.place() : trouble.others().get(0);
    var line = Lines.at(view, bad);
    String lost = line.map(l -> "`" + l.name().text() + "`").orElse("a value");
    var place = enabled ? owner.get().place() : trouble.place();
    var found =
        INFO.at(
                place,
                "service `%s` is served without its %s, which is refused",
                owner.get().id(),
                lost)
            .label(bad, "refused here")
            .note(
                enabled
                    ? "a value that is refused drops the service, but `enabled` takes that back"
                    : "a value that is refused drops the service, but `disable = no` behind it"
                        + " takes that back");
    return Stream.of(
        (enabled ? found.label(trouble.others().get(0), "enabled here") : found)
            .help(
                enabled
                    ? "mend the value"
                    : "mend the value, and drop the line: a service is on without it"));
  }
}
