package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** {@code log_type} is {@code FILE} with a path and limits, or {@code SYSLOG} with a facility. */
final class BadLog implements ValueRule {
  private static final RuleInfo INFO =
      new RuleInfo("X206", "bad-log-type", ERROR, "`log_type` that xinetd refuses");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(
        TroubleKind.LOG_WORDS, TroubleKind.LIMITS_REVERSED, TroubleKind.SECOND_LOG_TYPE);
  }

  @Override
  public Stream<Diagnostic> found(Trouble trouble, XinetdView view) {
    var place = trouble.place();
    return Stream.of(
        switch (trouble.kind()) {
          case LIMITS_REVERSED ->
              INFO.at(place, "the hard limit `%s` is below the soft one", trouble.word(1))
                  .label(trouble.others().get(0), "soft limit")
                  .help("write the soft limit first, then a hard one that is not below it");
          case SECOND_LOG_TYPE ->
              INFO.at(place, "second `log_type` of `defaults`")
                  .label(trouble.others().get(0), "first here")
                  .help("keep one of the two");
          default -> words(trouble, view);
        });
  }

  private static Diagnostic words(Trouble trouble, XinetdView view) {
    boolean file = trouble.word(0).equalsIgnoreCase("FILE");
    int given = view.line(trouble.place()).map(l -> l.values().size()).orElse(0);
    boolean few = given < 2;
    String message =
        few
            ? (file ? "`%s` without the path of a file" : "`%s` without a facility")
            : "too many words behind `%s`";
    return INFO.at(trouble.place(), message, trouble.word(0))
        .help(file ? "write `FILE PATH [SOFT [HARD]]`" : "write `SYSLOG FACILITY [LEVEL]`");
  }
}
