package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.SocketNeed;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** Many settings of sockets are for some kinds of sockets only. See systemd.socket(5). */
final class SocketSettingWithoutEffect implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U270",
          "socket-setting-without-effect",
          INFO,
          "a setting that does nothing for this kind of socket");
  private static final Subject SUBJECT = Subject.of(UnitType.SOCKET);
  private static final Set<String> ADDRESSES =
      Set.of("ListenStream", "ListenDatagram", "ListenSequentialPacket");
  private static final Pattern OFF = Pattern.compile("(?i)0|no|n|false|f|off|");

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
    if (unit.name().type() != UnitType.SOCKET || unit.fragment().isEmpty()) {
      return Stream.empty();
    }
    var listeners = Accepted.of(facts.machine(), unit).listeners();
    boolean accept = unit.flag("Socket", "Accept", false);
    if (listeners.isEmpty()) {
      return Stream.empty();
    }
    return unit.settings().all().stream()
        .filter(s -> s.section().equals("Socket") && unit.settings().counts(s))
        .filter(s -> !isOff(s))
        .flatMap(
            s ->
                facts
                    .catalog()
                    .socketNeed(s.name())
                    .filter(need -> !isMet(need, listeners, accept))
                    .map(need -> finding(s, need, facts))
                    .stream());
  }

  /** Whether nothing is asked for, so that nothing is missed. */
  private static boolean isOff(Setting setting) {
    return setting.directive().valueKind().equals("boolean")
        && OFF.matcher(setting.text()).matches();
  }

  private static boolean isMet(SocketNeed need, List<Setting> listeners, boolean accept) {
    return switch (need) {
      case ACCEPT -> accept;
      case NO_ACCEPT -> !accept;
      default -> listeners.stream().anyMatch(s -> isOf(need, s));
    };
  }

  private static boolean isOf(SocketNeed need, Setting listener) {
    String name = listener.name();
    String text = listener.text();
    boolean address = ADDRESSES.contains(name);
    boolean unknown = address && text.startsWith("%");
    boolean path = address && text.startsWith("/");
    boolean local = path || address && text.startsWith("@");
    boolean inet = address && !local && !text.startsWith("vsock");
    return switch (need) {
      case ACCEPT, NO_ACCEPT -> true;
      case NODE -> unknown || path || name.equals("ListenFIFO");
      case NODE_OR_QUEUE ->
          unknown || path || name.equals("ListenFIFO") || name.equals("ListenMessageQueue");
      case FIFO -> name.equals("ListenFIFO");
      case QUEUE -> name.equals("ListenMessageQueue");
      case SPECIAL -> name.equals("ListenSpecial");
      case UNIX -> unknown || local || name.equals("ListenNetlink");
      case INET -> inet;
      case IPV6 -> inet && (text.startsWith("[") || !text.contains("."));
      case TCP -> inet && name.equals("ListenStream");
    };
  }

  private static Diagnostic finding(Setting setting, SocketNeed need, Facts facts) {
    var place = setting.assignment().key().place();
    var found =
        RULE.at(place, "`%s=` has no effect without %s", setting.name(), need.description())
            .as(need == SocketNeed.ACCEPT ? WARNING : INFO)
            .help("remove the line")
            .fix("remove the line", need != SocketNeed.ACCEPT, Removal.line(setting.assignment()));
    return Advice.mild(found, setting, facts);
  }
}
