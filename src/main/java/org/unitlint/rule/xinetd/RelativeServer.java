package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Edit;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;

/** xinetd looks for a server from the folder in which it is started, and not along a path. */
final class RelativeServer implements XinetdRule {
  private static final RuleInfo INFO =
      new RuleInfo("X221", "relative-server", ERROR, "server whose path does not begin with `/`");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    var refused =
        view.troubles(TroubleKind.SERVER_RELATIVE)
            .filter(t -> !Remark.isTold(t, view))
            .map(t -> refused(t, view));
    var taken = view.config().services().stream().flatMap(s -> taken(s, view));
    return Stream.concat(refused, taken);
  }

  private static Diagnostic refused(Trouble trouble, XinetdView view) {
    return Costs.notedIfServed(found(trouble.place(), trouble.word(0), view), trouble, view);
  }

  private static Stream<Diagnostic> taken(XinetdService service, XinetdView view) {
    return service.setting("server").stream()
        .flatMap(s -> s.written().stream())
        .flatMap(line -> line.values().stream().limit(1))
        .filter(value -> !value.text().startsWith("/"))
        .map(
            value ->
                found(value.place(), value.text(), view)
                    .as(WARNING)
                    .note("xinetd finds it only from the folder in which it is started"));
  }

  private static Diagnostic found(Place place, String path, XinetdView view) {
    var found = INFO.at(place, "the path of server `%s` does not begin with `/`", path);
    Optional<String> quoted = Bare.of(path).filter(b -> b.startsWith("/"));
    return quoted
        .or(() -> view.machine().programs().elsewhere(Paths.name(path)))
        .map(
            p ->
                found
                    .help("write `" + p + "`")
                    .fix(
                        "write `" + p + "`",
                        quoted.isPresent() || path.indexOf('/') < 0,
                        new Edit(place, p)))
        .orElse(found.help("write the whole path"));
  }
}
