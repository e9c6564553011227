package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** The kernel makes no socket of some types with some protocols. See socket(2). */
final class NoSuchSocket implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X313", "no-such-socket", ERROR, "type, protocol and address that do not fit");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.NO_SUCH_SOCKET, TroubleKind.NO_SUCH_FAMILY);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    var place = trouble.place();
    if (trouble.kind() == TroubleKind.NO_SUCH_FAMILY) {
      var found =
          INFO.at(place, "`%s` has no address of the family that `flags` ask for", trouble.word(0))
              .help("bind to an address, or drop the flag");
      return Stream.of(Costs.noted(found, trouble, view));
    }
    String type = trouble.word(0);
    var found =
        INFO.at(place, "no `%s` socket speaks protocol `%s`", type, trouble.word(1))
            .help(help(type, trouble.word(1)));
    var other = trouble.others().get(0);
    boolean apart = !other.equals(place) && view.line(other).isPresent();
    return Stream.of(
        Costs.noted(apart ? found.label(other, "the protocol") : found, trouble, view));
  }

  private static String help(String type, String protocol) {
    return switch (protocol) {
      case "tcp" -> "write `socket_type = stream` for TCP";
      case "udp" -> "write `socket_type = dgram` for UDP";
      default ->
          type.equals("stream")
              ? "write `protocol = tcp`"
              : type.equals("dgram") ? "write `protocol = udp`" : "choose another `socket_type`";
    };
  }
}
