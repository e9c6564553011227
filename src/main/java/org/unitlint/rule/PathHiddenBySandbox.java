package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;

/** What a sandbox hides cannot be run or worked in. See systemd.exec(5), ProtectHome=. */
final class PathHiddenBySandbox implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "H301", "path-hidden-by-sandbox", ERROR, "a path that the unit's own sandbox hides");
  private static final Subject SUBJECT = Subject.ANY.with(Sandbox.NAMESPACES);
  private static final List<String> ACCESS =
      List.of("ReadWritePaths", "ReadOnlyPaths", "ExecPaths");

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
    var sandbox = new Sandbox(unit, facts);
    if (sandbox.namespace().isEmpty()) {
      return Stream.empty();
    }
    String section = unit.name().type().section();
    var folders =
        unit.last(section, "WorkingDirectory").stream()
            .flatMap(s -> folder(s, unit, sandbox, facts).stream());
    var programs = sandbox.commands().flatMap(c -> program(c, unit, sandbox, facts).stream());
    var accessible =
        ACCESS.stream()
            .flatMap(d -> Accepted.items(facts.machine(), unit, section, d).stream())
            .flatMap(i -> access(i, sandbox).stream());
    return Stream.of(programs, folders, accessible).flatMap(s -> s);
  }

  private static Optional<Diagnostic> program(
      Sandbox.Confined command, Unit unit, Sandbox sandbox, Facts facts) {
    var word = command.command().path();
    return facts
        .machine()
        .specifiers()
        .expand(word.text(), unit.name())
        .filter(p -> p.startsWith("/"))
        .flatMap(p -> sandbox.hiding(Paths.normalize(p)))
        .map(
            hiding ->
                hidden(word.place(), "the program `%s` is out of sight for the service", hiding));
  }

  private static Optional<Diagnostic> folder(
      Setting setting, Unit unit, Sandbox sandbox, Facts facts) {
    return Accepted.path(facts.machine(), unit, setting)
        .flatMap(p -> sandbox.hiding(p).or(() -> sandbox.emptyTmp(p)))
        .map(
            hiding ->
                hidden(setting.place(), "the folder `%s` is out of sight for the service", hiding));
  }

  /** A path for which others are listed is hidden together with all that is in it. */
  private static Optional<Diagnostic> access(Accepted.Item item, Sandbox sandbox) {
    String path = item.text().replaceFirst("^[-+]+", "");
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    return sandbox
        .hiding(Paths.normalize(path))
        .map(
            hiding ->
                hidden(item.place(), "`%s` stays out of sight for the service", hiding)
                    .as(WARNING));
  }

  private static Diagnostic hidden(Place place, String message, Setting hiding) {
    var found =
        RULE.at(place, message, place.text()).label(hiding.assignment().place(), "hides it");
    return found.help(help(hiding));
  }

  private static String help(Setting hiding) {
    return switch (hiding.name()) {
      case "ProtectHome" ->
          "write `ProtectHome=read-only`, or `ProtectHome=tmpfs` with `BindPaths=` for the path";
      case "PrivateTmp" -> "remove `PrivateTmp=`, or use another folder";
      case "DynamicUser" -> "use `RuntimeDirectory=` or `StateDirectory=`";
      default -> "take the path out of `" + hiding.name() + "=`, or use another one";
    };
  }
}
