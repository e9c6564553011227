package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/**
 * What a service with a /tmp of its own writes there systemd does not see. See systemd.exec(5),
 * PrivateTmp=.
 */
final class HiddenPidFile implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U232", "hidden-pid-file", ERROR, "PID file in a `/tmp` that only the service sees");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("PIDFile");

  private static final List<String> HIDDEN = List.of("/tmp", "/var/tmp");

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
    return Service.of(unit, facts).flatMap(HiddenPidFile::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    var file =
        service
            .last("PIDFile")
            .filter(s -> HIDDEN.stream().anyMatch(folder -> s.text().startsWith(folder + "/")));
    var hiding = service.on("PrivateTmp").or(() -> service.on("DynamicUser"));
    if (file.isEmpty() || hiding.isEmpty() || !service.is("forking")) {
      return Stream.empty();
    }
    return Stream.of(
        RULE.at(file.get().place(), "systemd cannot see `%s`", file.get().text())
            .label(hiding.get().assignment().place(), "gives the service a `/tmp` of its own")
            .note("it waits for the file until the start times out")
            .help("put the file below `/run`"));
  }
}
