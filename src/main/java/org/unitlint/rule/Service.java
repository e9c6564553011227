package org.unitlint.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.Accepted;
import org.unitlint.host.ServiceType;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.syntax.Command;

/** What the settings of a whole service say together, as far as systemd takes them. */
final class Service {
  private static final String SECTION = "Service";
  private static final Set<String> NOTIFYING = Set.of("notify", "notify-reload");

  /** What stands in units of users and hardly in others. */
  private static final Pattern OF_USERS =
      Pattern.compile("\\bdefault\\.target\\b|\\bgraphical-session\\b|%[ht]/|\\bXDG_|DISPLAY");

  private final Unit unit;
  private final Facts facts;
  private final Accepted accepted;

  private Service(Unit unit, Facts facts) {
    this.unit = unit;
    this.facts = facts;
    this.accepted = Accepted.of(facts.machine(), unit);
  }

  /** The unit, if it is a service with a file of its own. */
  static Stream<Service> of(Unit unit, Facts facts) {
    boolean whole = unit.name().type() == UnitType.SERVICE && unit.fragment().isPresent();
    return whole ? Stream.of(new Service(unit, facts)) : Stream.empty();
  }

  Unit unit() {
    return unit;
  }

  Facts facts() {
    return facts;
  }

  /** The type that it has, said or not. See systemd.service(5), Type=. */
  String type() {
    return ServiceType.of(facts.machine(), unit);
  }

  /** Whether it has one of the types. */
  boolean is(String... types) {
    return List.of(types).contains(type());
  }

  /**
   * Whether the unit is for the managers of users, or, where only its folder is known, looks as if
   * it were.
   */
  static boolean mayBeOfUsers(Unit unit, Facts facts) {
    return facts.isUserUnit(unit)
        || !facts.whole()
            && unit.settings().all().stream()
                .map(Setting::text)
                .anyMatch(text -> OF_USERS.matcher(text).find());
  }

  /** Whether it tells systemd itself when it is ready. */
  boolean notifies() {
    return NOTIFYING.contains(type());
  }

  /** The finding with a label at what gives the service its type, if anything is written. */
  Diagnostic typed(Diagnostic finding) {
    return last("Type").map(t -> finding.label(t.place(), "the type is set here")).orElse(finding);
  }

  /** The word of the setting, or what it is without one. */
  String word(String directive, String otherwise) {
    return last(directive).map(Setting::text).orElse(otherwise);
  }

  /** The last setting, if that is a true boolean. */
  Optional<Setting> on(String directive) {
    return accepted.on(SECTION, directive);
  }

  /** The last setting that systemd takes. */
  Optional<Setting> last(String directive) {
    return last(SECTION, directive);
  }

  /** As {@link #last(String)}, of any section. */
  Optional<Setting> last(String section, String directive) {
    return accepted.last(section, directive);
  }

  /** Whether it runs as somebody else than root. */
  boolean hasUser() {
    return on("DynamicUser").isPresent()
        || last("User").filter(u -> !u.is("root") && !u.is("0")).isPresent();
  }

  /** The commands of those directives that count. */
  Stream<Invocation> invocations(Set<String> directives) {
    return Invocation.of(unit, facts).filter(i -> directives.contains(i.setting().name()));
  }

  /** Whether a command of those directives has all rights whatever {@code User=} says. */
  boolean hasPrivileged(Set<String> directives) {
    return on("PermissionsStartOnly").isPresent()
        || invocations(directives)
            .map(Invocation::command)
            .anyMatch(
                c ->
                    c.has(Command.Prefix.FULL_PRIVILEGES)
                        || c.has(Command.Prefix.KEEP_USER)
                        || c.has(Command.Prefix.AMBIENT));
  }
}
