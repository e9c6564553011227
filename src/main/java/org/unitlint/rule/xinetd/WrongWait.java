package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;

/**
 * A server of datagrams has to be waited for, as it reads them from the socket itself; a sensor for
 * streams must not. See xinetd.conf(5), {@code wait}.
 */
final class WrongWait implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X414", "wrong-wait", ERROR, "`wait` does not fit the kind of service");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.DGRAM_NOWAIT, TroubleKind.SENSOR_WAITS);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    boolean datagrams = trouble.kind() == TroubleKind.DGRAM_NOWAIT;
    var found =
        datagrams
            ? INFO.at(trouble.place(), "a service for datagrams needs `wait = yes`")
                .note(
                    "xinetd 2.3.15.4 refuses it; before, it starts one server after the other until"
                        + " one has read the datagram")
            : INFO.at(trouble.place(), "a sensor for streams that waits answers nobody")
                .note("it notices no caller, so that nobody gets on its list");
    String right = datagrams ? "yes" : "no";
    var line = Lines.at(view, trouble.place()).filter(l -> l.values().size() == 1);
    String what = "write `wait = " + right + "`";
    return Stream.of(
        line.map(l -> found.help(what).fix(what, false, new Edit(l.values().get(0).place(), right)))
            .orElse(found));
  }
}
