package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Origin;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Node;

/** A service that is not {@code UNLISTED} has to be in services(5), or in rpc(5). */
final class NotInServices implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X303", "not-in-services", ERROR, "service whose name is not in services(5)");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.NOT_IN_SERVICES, TroubleKind.UNKNOWN_RPC);
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    var known = TroubleRule.super.check(view);
    boolean unknown = !view.machine().node("/etc/services").is(Node.Kind.FILE);
    return unknown
        ? Stream.concat(known, view.config().services().stream().flatMap(s -> guess(s, view)))
        : known;
  }

  /**
   * A service that is not well known but has a port, where nobody knows what services(5) says. Few
   * write the port of a service that is in there.
   */
  private static Stream<Diagnostic> guess(XinetdService service, XinetdView view) {
    var catalog = Catalog.standard();
    boolean odd =
        service.outcome().isServed()
            && service.setting("port").filter(p -> p.origin() == Origin.SERVICE).isPresent()
            && Stream.of("UNLISTED", "RPC", "INTERNAL")
                .noneMatch(t -> service.traits().types().contains(t))
            && catalog.wellKnownPorts(service.name()).isEmpty()
            && catalog.xinetd().servers().stream()
                .noneMatch(s -> s.services().contains(service.name()));
    return view.entry(service.place()).filter(e -> odd).stream()
        .map(
            e ->
                INFO.at(e.name().place(), "`%s` has a port, but is not `UNLISTED`", service.name())
                    .as(WARNING)
                    .note("xinetd serves it only if services(5) has the same name with that port")
                    .help("write `type = UNLISTED`"));
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    if (view.cause(trouble).isPresent()) {
      return Stream.empty();
    }
    String name = trouble.word(0);
    boolean rpc = trouble.kind() == TroubleKind.UNKNOWN_RPC;
    var place = view.entry(trouble.place()).map(e -> e.name().place()).orElse(trouble.place());
    var found =
        rpc
            ? INFO.at(place, "`%s` is not in rpc(5)", name)
                .help("write `type = RPC UNLISTED`, and its number as `rpc_number`")
            : INFO.at(place, "`%s` is not in services(5) for protocol `%s`", name, trouble.word(1))
                .help("write `type = UNLISTED`, and its `port`, or add it to `/etc/services`");
    return Stream.of(Costs.noted(found, trouble, view));
  }
}
