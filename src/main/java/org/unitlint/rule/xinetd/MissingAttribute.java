package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/**
 * Some attributes have to be there, depending on the service. See xinetd.conf(5), "REQUIRED
 * ATTRIBUTES".
 */
final class MissingAttribute implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X302", "missing-attribute", ERROR, "service without an attribute that it needs");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.MISSING_ATTRIBUTE, TroubleKind.NO_PORT, TroubleKind.NO_PROTOCOL);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    if (view.cause(trouble).isPresent()) {
      return Stream.empty();
    }
    String id = Owner.id(trouble, view);
    var found =
        switch (trouble.kind()) {
          case NO_PORT ->
              INFO.at(trouble.place(), "service `%s` is `UNLISTED` and has no `port`", id)
                  .help("write `port = NUMBER`");
          case NO_PROTOCOL ->
              INFO.at(trouble.place(), "service `%s` has neither `socket_type` nor `protocol`", id)
                  .help("write `socket_type = stream` for TCP, `socket_type = dgram` for UDP");
          default -> {
            var all = missing(trouble, view);
            yield INFO.at(
                    trouble.place(),
                    "service `%s` has no %s",
                    id,
                    all.stream().map(a -> "`" + a + "`").collect(Collectors.joining(" and no ")))
                .help(help(all.get(0)));
          }
        };
    return Stream.of(Costs.noted(found, trouble, view));
  }

  /** All attributes of which the same is said, as there is one finding for a head. */
  private static List<String> missing(Trouble trouble, XinetdView view) {
    return view.troubles(TroubleKind.MISSING_ATTRIBUTE)
        .filter(t -> t.place().equals(trouble.place()) && view.cause(t).isEmpty())
        .map(t -> t.word(0))
        .distinct()
        .toList();
  }

  private static String help(String attribute) {
    return switch (attribute) {
      case "wait" ->
          "write `wait = no` if each connection gets a server, `wait = yes` if one server serves"
              + " all";
      case "user" -> "write `user = NAME`: as whom the server runs";
      case "socket_type" -> "write `socket_type = stream` or `socket_type = dgram`";
      case "rpc_version" -> "write `rpc_version = N` or `rpc_version = N-M`";
      default -> "write `" + attribute + " = VALUE`";
    };
  }
}
