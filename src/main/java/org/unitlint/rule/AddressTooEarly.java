package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;
import org.unitlint.syntax.Word;

/**
 * An address of the network is there only once the network is configured. See systemd.special(7),
 * "network-online.target", and systemd.socket(5), "FreeBind=".
 */
final class AddressTooEarly implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D333",
          "address-too-early",
          INFO,
          "an address is listened on before the network is configured");
  private static final Subject SUBJECT =
      Subject.of(UnitType.SERVICE, UnitType.SOCKET)
          .with("After", "ListenStream", "ListenDatagram", "ListenSequentialPacket");

  private static final String ADDRESS =
      "(?:(?!0\\.|127\\.|255\\.|22[4-9]\\.|23[0-9]\\.)[0-9]{1,3}(?:\\.[0-9]{1,3}){3}"
          + "|\\[(?!:|ff)[0-9a-fA-F:]+\\])";
  private static final Pattern VALUE =
      Pattern.compile("(?:(?:tcp|udp|https?)://)?" + ADDRESS + "(?::[0-9]{1,5})?/?");
  private static final Pattern OPTION =
      Pattern.compile("--?(?:[a-z0-9]+[.-])*(?:bind|listen)(?:[.-](?:address|addr|ip|host|url))?");
  private static final Set<String> LISTENERS =
      Set.of("ListenStream", "ListenDatagram", "ListenSequentialPacket");

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
    if (facts.isUserUnit(unit) || unit.fragment().isEmpty()) {
      return Stream.empty();
    }
    return unit.name().type() == UnitType.SOCKET ? socket(unit) : service(unit, facts);
  }

  /** A socket is made early, whatever the network does. */
  private static Stream<Diagnostic> socket(Unit unit) {
    if (unit.flag("Socket", "FreeBind", false) || unit.flag("Socket", "Transparent", false)) {
      return Stream.empty();
    }
    return LISTENERS.stream()
        .sorted()
        .flatMap(d -> unit.settings("Socket", d).stream())
        .filter(s -> VALUE.matcher(s.text()).matches())
        .filter(s -> unit.settings("Socket", "BindToDevice").isEmpty())
        .limit(1)
        .map(AddressTooEarly::ofSocket);
  }

  private static Diagnostic ofSocket(Setting setting) {
    return RULE.at(
            setting.place(),
            "`%s` may not be there yet when the socket is made, which fails then",
            setting.text())
        .help("add `FreeBind=yes` to [Socket]")
        .fix("add `FreeBind=yes`", false, Lines.after(setting.assignment(), "FreeBind", "yes"));
  }

  private static Stream<Diagnostic> service(Unit unit, Facts facts) {
    var said = new Said(unit, facts);
    var early = said.of("network.target", Set.of("After")).findFirst();
    if (early.isEmpty() || isBehind(unit, said, facts)) {
      return Stream.empty();
    }
    return facts.of(unit).commands().stream()
        .filter(c -> c.setting().name().equals("ExecStart") && unit.settings().counts(c.setting()))
        .flatMap(c -> c.line().commands().stream())
        .flatMap(c -> address(c.arguments()).stream())
        .limit(1)
        .map(
            place ->
                RULE.at(
                        place,
                        "`%s` may not be there yet when `network.target` is reached",
                        place.text())
                    .label(early.get().place(), "waits for the network's programs only")
                    .help("want and follow `network-online.target`"));
  }

  private static boolean isBehind(Unit unit, Said said, Facts facts) {
    return said.names(NetworkOnline.TARGET, Set.of("After"))
        || !unit.name().isTemplate()
            && facts.reach().isAfter(unit.name().toString(), NetworkOnline.TARGET);
  }

  /** The address behind an option that is about listening. */
  private static Optional<Place> address(List<Word> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      int equals = text.indexOf('=');
      if (equals > 0
          && OPTION.matcher(text.substring(0, equals)).matches()
          && VALUE.matcher(text.substring(equals + 1)).matches()) {
        return Optional.of(arguments.get(i).at(equals + 1, text.length()));
      }
      if (i + 1 < arguments.size()
          && OPTION.matcher(text).matches()
          && VALUE.matcher(arguments.get(i + 1).text()).matches()) {
        return Optional.of(arguments.get(i + 1).place());
      }
    }
    return Optional.empty();
  }
}
