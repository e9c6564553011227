package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** Without a mode everybody may connect to a socket. See systemd.socket(5), SocketMode=. */
final class WorldWritableSocket implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U272", "world-writable-socket", INFO, "a socket that everybody may write to by default");
  private static final Subject SUBJECT = Subject.of(UnitType.SOCKET).with("ListenStream");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Subject subject() {
    return SUBJECT;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    boolean said = !unit.settings("Socket", "SocketMode").isEmpty();
    if (unit.name().type() != UnitType.SOCKET
        || said
        || unit.fragment().isEmpty()
        || facts.isUserUnit(unit)) {
      return Stream.empty();
    }
    return unit.settings("Socket", "ListenStream").stream()
        .filter(s -> !facts.isShipped(s.file().path()))
        .filter(s -> s.text().startsWith("/") || s.text().startsWith("%t/"))
        .limit(1)
        .map(WorldWritableSocket::finding);
  }

  private static Diagnostic finding(Setting listener) {
    return RULE.at(
            listener.place(),
            "every user may connect to `%s`: `SocketMode=` is 0666 by default",
            listener.text())
        .help(
            "write `SocketMode=0660` with `SocketGroup=`, or `SocketMode=0666` if that is"
                + " meant");
  }
}
