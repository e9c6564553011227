package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** xinetd answers a handful of services itself. See xinetd.conf(5), {@code type}. */
final class NoSuchInternal implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X308", "no-such-internal", ERROR, "internal service that xinetd does not have");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.NO_SUCH_INTERNAL);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    String name = trouble.word(0);
    String type = trouble.word(1);
    boolean gone = name.equals("servers") || name.equals("services");
    var place = view.entry(trouble.place()).map(e -> e.name().place()).orElse(trouble.place());
    var found =
        gone
            ? INFO.at(place, "the internal service `%s` is gone from xinetd", name)
                .help("drop the service")
            : INFO.at(place, "xinetd has no internal service `%s` over `%s`", name, type)
                .help(choices(type));
    return Stream.of(Costs.noted(found, trouble, view));
  }

  private static String choices(String type) {
    var words = Catalog.standard().xinetd().words("internal_" + type);
    return words.isEmpty()
        ? "internal services are of type `stream` or `dgram`"
        : "it may be "
            + words.stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "))
            + "; for others name a `server`";
  }
}
