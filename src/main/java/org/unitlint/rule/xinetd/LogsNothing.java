package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Locale;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/**
 * Without {@code log_type}, in the service or in the defaults, nothing is logged. See
 * xinetd.conf(5), {@code log_type}.
 */
final class LogsNothing implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X408", "logs-nothing", WARNING, "what is to be logged goes nowhere");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.NO_LOG_TYPE);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    if (isMisspelt(trouble, view)) {
      return Stream.empty();
    }
    var owner = view.owner(trouble);
    boolean sure = owner.isEmpty() || Services.knowsDefaults(view);
    var line = Lines.at(view, trouble.place());
    boolean one = trouble.words().size() == 1;
    var found =
        INFO.at(
                trouble.place(),
                sure
                    ? "`%s` logs nothing without a `log_type`"
                    : "`%s` logs nothing unless the defaults have a `log_type`",
                one ? line.map(Lines::text).orElse(trouble.word(0)) : trouble.word(0))
            .as(sure ? WARNING : Severity.INFO);
    for (var other : trouble.others()) {
      found = found.label(other, "nor does this");
    }
    if (logs(trouble, view, "USERID")) {
      found =
          found.note(
              "for `USERID` xinetd asks the client's ident service, waits up to 30 s, and"
                  + " gets what the client likes to say");
    }
    return Stream.of(
        found.help(
            "add `log_type = SYSLOG daemon info`, here or to the defaults, or drop the line"));
  }

  private static boolean logs(Trouble trouble, XinetdView view, String word) {
    return Stream.concat(Stream.of(trouble.place()), trouble.others().stream())
        .flatMap(p -> Lines.at(view, p).stream())
        .anyMatch(l -> Lines.word(l, word).isPresent());
  }

  /** Whether there is a line that may have been meant for a {@code log_type}. */
  private static boolean isMisspelt(Trouble trouble, XinetdView view) {
    var own = view.owner(trouble);
    return Stream.of(TroubleKind.UNKNOWN_ATTRIBUTE, TroubleKind.NOT_IN_DEFAULTS)
        .flatMap(view::troubles)
        .filter(t -> view.owner(t).isEmpty() || view.owner(t).equals(own))
        .anyMatch(t -> t.word(0).toLowerCase(Locale.ROOT).startsWith("log"));
  }
}
