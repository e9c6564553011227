package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.Value;

/**
 * xinetd looks for a server when it reads its path, and drops the service where none is. Without a
 * machine to look at, only slips in the names of well-known servers are told.
 */
final class MissingServer implements XinetdRule {
  private static final RuleInfo RULE =
      new RuleInfo("X220", "missing-server", ERROR, "server program that does not exist");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    var names = new ServerNames(view.machine().programs());
    if (!view.whole()) {
      return view.config().services().stream().flatMap(s -> guess(s, names));
    }
    return view.troubles(TroubleKind.SERVER_MISSING)
        .filter(t -> !Remark.isTold(t, view))
        .map(t -> missing(t, names, view));
  }

  private static Diagnostic missing(Trouble trouble, ServerNames names, XinetdView view) {
    var place = trouble.place();
    String path = trouble.word(0);
    String service = view.owner(trouble).map(XinetdService::name).orElse("");
    var found = RULE.at(place, "server `%s` does not exist", path);
    var bare = Bare.of(path);
    if (bare.isPresent()) {
      found = meant(found, place, new ServerNames.Found(bare.get(), true));
    } else {
      var meant = names.meant(path, service);
      found =
          meant.isPresent()
              ? meant(found, place, meant.get())
              : found.help("install the program, or disable the service");
    }
    return Costs.notedIfServed(found, trouble, view);
  }

  private static Diagnostic meant(Diagnostic found, Place place, ServerNames.Found meant) {
    return found
        .help("did you mean `" + meant.path() + "`?")
        .fix("write `" + meant.path() + "`", meant.certain(), new Edit(place, meant.path()));
  }

  /** A server that bears nearly the name of a well-known one. */
  private static Stream<Diagnostic> guess(XinetdService service, ServerNames names) {
    return service.setting("server").stream()
        .flatMap(s -> s.written().stream())
        .flatMap(line -> line.values().stream().limit(1))
        .flatMap(value -> guess(value, service, names));
  }

  private static Stream<Diagnostic> guess(Value value, XinetdService service, ServerNames names) {
    if (!value.text().startsWith("/") || value.text().endsWith("\r")) {
      return Stream.empty();
    }
    return names.wellKnown(value.text(), service.name()).stream()
        .map(
            m ->
                meant(
                        RULE.at(value.place(), "server `%s` looks misspelt", value.text()),
                        value.place(),
                        m)
                    .as(service.outcome().isDisabled() ? INFO : WARNING)
                    .note(
                        "xinetd does not serve `"
                            + service.id()
                            + "` unless there is a program of that name"));
  }
}
