package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** The port of a listed service has to be that of services(5). */
final class PortAgainstServices implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X304",
          "port-against-services",
          ERROR,
          "other port than services(5) has for the service");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.OTHER_PORT);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    if (view.cause(trouble).isPresent()) {
      return Stream.empty();
    }
    String name = trouble.word(0);
    var found =
        INFO.at(
                trouble.place(),
                "`%s` has port %s in services(5), not %s",
                name,
                trouble.word(1),
                trouble.word(2))
            .help("write `type = UNLISTED` to serve it at another port");
    var line = view.line(trouble.place());
    boolean typed = view.entry(trouble.place()).flatMap(e -> e.first("type")).isPresent();
    if (line.isPresent() && !typed) {
      var source = trouble.place().source();
      int start = line.get().name().place().span().start();
      found =
          found.fix(
              "add `type = UNLISTED`",
              false,
              Texts.above(source, start, Texts.indent(source, start) + "type = UNLISTED"));
    }
    return Stream.of(Costs.noted(found, trouble, view));
  }
}
