package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Paths;

/** A private /dev has no nodes of real devices. See systemd.exec(5), PrivateDevices=. */
final class DeviceHidden implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "H309", "device-hidden", WARNING, "a device is allowed that the service does not have");
  private static final Subject SUBJECT = Subject.ANY.with("DeviceAllow");
  private static final Set<String> PSEUDO =
      Set.of("null", "zero", "full", "random", "urandom", "tty", "ptmx", "pts", "shm", "log");

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
    String section = unit.name().type().section();
    return sandbox.on("PrivateDevices").stream()
        .flatMap(
            hiding ->
                unit.settings(section, "DeviceAllow").stream()
                    .filter(s -> isDevice(s.text().split("\\s+")[0], unit, facts))
                    .map(s -> Advice.mild(finding(s, hiding), s, facts)));
  }

  private static boolean isDevice(String path, Unit unit, Facts facts) {
    if (!path.startsWith("/dev/") || PSEUDO.contains(path.split("/")[2])) {
      return false;
    }
    String section = unit.name().type().section();
    return Stream.of("BindPaths", "BindReadOnlyPaths")
        .flatMap(d -> Accepted.items(facts.machine(), unit, section, d).stream())
        .map(i -> i.text().replaceFirst("^-", "").split(":", 2)[0])
        .noneMatch(bound -> bound.startsWith("/dev") && Paths.isWithin(path, bound));
  }

  private static Diagnostic finding(Setting setting, Setting hiding) {
    String path = setting.text().split("\\s+")[0];
    return RULE.at(setting.value().at(0, path.length()), "`%s` is not there for the service", path)
        .label(hiding.assignment().place(), "leaves only `/dev/null` and the like")
        .help("remove `PrivateDevices=`, and write `DevicePolicy=closed`");
  }
}
