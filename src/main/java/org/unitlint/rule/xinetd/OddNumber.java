package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/**
 * Numbers that xinetd takes, although they do not mean what they seem to. See xinetd.conf(5),
 * {@code cps}, {@code port}, {@code nice}.
 */
final class OddNumber implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X412", "odd-number", WARNING, "a number that switches something off, or is not reached");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.NO_RATE, TroubleKind.RANDOM_PORT, TroubleKind.NICE_OUT_OF_RANGE);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return Stream.of(
        switch (trouble.kind()) {
          case NO_RATE ->
              INFO.at(trouble.place(), "a rate of 0 in `cps` switches the limit off")
                  .help("write how many connections a second are let in before xinetd pauses");
          case RANDOM_PORT ->
              INFO.at(trouble.place(), "`port = 0` listens on another port at each start")
                  .help("write the number of the port");
          default ->
              INFO.at(
                      trouble.place(),
                      "`nice = %s` is more than there is: -20 to 19",
                      trouble.word(0))
                  .note("the kernel takes the nearest that it has");
        });
  }
}
