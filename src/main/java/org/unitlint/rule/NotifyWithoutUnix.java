package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/**
 * Services tell that they are ready over local sockets. See systemd.exec(5),
 * RestrictAddressFamilies=.
 */
final class NotifyWithoutUnix implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "H308",
          "notify-without-unix",
          WARNING,
          "a service that may not use the sockets by which it says that it is ready");
  private static final Subject SUBJECT =
      Subject.of(UnitType.SERVICE).with("RestrictAddressFamilies");
  private static final Set<String> TYPES = Set.of("notify", "notify-reload", "dbus");
  private static final Set<String> UNIX = Set.of("AF_UNIX", "AF_LOCAL", "AF_FILE");

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
    var type = unit.last("Service", "Type").filter(t -> TYPES.contains(t.text()));
    return type.stream().flatMap(t -> forbidding(unit).map(s -> finding(s, t)).stream());
  }

  /** The last line, where all of them together forbid local sockets. */
  private static Optional<Setting> forbidding(Unit unit) {
    boolean set = false;
    boolean allowing = false;
    var listed = new HashSet<String>();
    Setting last = null;
    for (Setting line : Sandbox.lines(unit, "RestrictAddressFamilies").toList()) {
      last = line;
      if (line.value().isEmpty() || line.is("none")) {
        set = line.is("none");
        allowing = set;
        listed.clear();
        continue;
      }
      boolean inverted = line.text().startsWith("~");
      allowing = set ? allowing : !inverted;
      set = true;
      for (String word : (inverted ? line.text().substring(1) : line.text()).split("\\s+")) {
        String family = UNIX.contains(word) ? "AF_UNIX" : word;
        if (inverted == allowing) {
          listed.remove(family);
        } else {
          listed.add(family);
        }
      }
    }
    boolean forbidden = set && listed.contains("AF_UNIX") != allowing;
    return forbidden ? Optional.of(last) : Optional.empty();
  }

  private static Diagnostic finding(Setting line, Setting type) {
    boolean dbus = type.is("dbus");
    var found =
        RULE.at(
                line.place(),
                dbus
                    ? "without `AF_UNIX` the service cannot reach the bus"
                    : "without `AF_UNIX` the service cannot tell systemd that it is ready")
            .label(type.place(), "waits for that")
            .help("allow `AF_UNIX`");
    int end = line.place().span().end();
    boolean list = !line.text().startsWith("~") && !line.is("none") && !line.value().isEmpty();
    return list
        ? found.fix(
            "allow `AF_UNIX`", false, new Edit(line.place().source().place(end, end), " AF_UNIX"))
        : found;
  }
}
