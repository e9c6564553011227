package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Mentions;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.source.Place;

/** A timer, path, socket or automount does nothing without the unit that it starts. */
final class MissingTriggeredUnit implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("D303", "missing-triggered-unit", WARNING, "the unit to trigger does not exist");
  private static final Subject SUBJECT =
      Subject.of(UnitType.TIMER, UnitType.PATH, UnitType.SOCKET, UnitType.AUTOMOUNT);

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
    if (isRefused(unit, facts)) {
      return Stream.empty();
    }
    var missing = new MissingUnits(unit, facts);
    var written = written(unit, facts);
    var triggered = written.isPresent() ? written.flatMap(Mention::name) : implied(unit);
    return triggered
        .filter(name -> isMissing(name, facts))
        .filter(name -> facts.whole() || written.flatMap(missing::meant).isPresent())
        .map(name -> finding(unit, name, written, missing))
        .stream();
  }

  /** The settings that may name the unit. */
  private static List<Mention> all(Unit unit, Facts facts) {
    String section = unit.name().type().section();
    String directive =
        switch (unit.name().type()) {
          case TIMER, PATH -> "Unit";
          case SOCKET -> unit.flag("Socket", "Accept", false) ? "" : "Service";
          default -> "";
        };
    return Mentions.of(facts.machine(), unit, section, directive);
  }

  /** Whether systemd ignores such a setting, which another rule tells. */
  private static boolean isRefused(Unit unit, Facts facts) {
    return all(unit, facts).stream().anyMatch(m -> !isAccepted(unit, m));
  }

  private static boolean isAccepted(Unit unit, Mention mention) {
    return mention.text().isEmpty() || mention.name().filter(n -> fits(unit, n)).isPresent();
  }

  /** The one that counts. */
  private static Optional<Mention> written(Unit unit, Facts facts) {
    return all(unit, facts).stream().reduce((first, last) -> last);
  }

  private static boolean fits(Unit unit, UnitName name) {
    return unit.name().type() == UnitType.SOCKET
        ? name.type() == UnitType.SERVICE
        : name.type() != unit.name().type();
  }

  /** The unit that bears the name of the trigger; for {@code Accept=yes} its template. */
  private static Optional<UnitName> implied(Unit unit) {
    UnitName name = unit.name();
    return switch (name.type()) {
      case TIMER, PATH -> Optional.of(name.withType(UnitType.SERVICE));
      case AUTOMOUNT -> Optional.of(name.withType(UnitType.MOUNT));
      case SOCKET -> {
        var service = name.withType(UnitType.SERVICE);
        yield Optional.of(unit.flag("Socket", "Accept", false) ? service.template() : service);
      }
      default -> Optional.empty();
    };
  }

  private static boolean isMissing(UnitName name, Facts facts) {
    return !facts.mayExist(name) && !facts.isSpecial(name);
  }

  private static Diagnostic finding(
      Unit unit, UnitName name, Optional<Mention> written, MissingUnits missing) {
    var place = written.map(Mention::place).orElseGet(() -> start(unit));
    var found = RULE.at(place, "`%s` is to start `%s`, which does not exist", unit.name(), name);
    if (written.isPresent()) {
      return missing.advise(found, written.get(), "write that unit");
    }
    if (unit.flag("Socket", "Accept", false)) {
      return found
          .note("with `Accept=yes` each connection gets an instance of a template")
          .help("write `" + name + "`, or remove `Accept=yes`");
    }
    return found.help(help(unit, name));
  }

  private static String help(Unit unit, UnitName name) {
    return switch (unit.name().type()) {
      case AUTOMOUNT -> "write `" + name + "`";
      case SOCKET -> "write `" + name + "`, or name another service in `Service=`";
      default -> "write `" + name + "`, or name another unit in `Unit=`";
    };
  }

  /** The header of the unit's own section, else the start of its file. */
  private static Place start(Unit unit) {
    var tree = unit.fragment().orElseThrow().tree();
    return tree.sections().stream()
        .filter(s -> s.name().equals(unit.name().type().section()))
        .map(s -> s.header().text().place())
        .findFirst()
        .orElse(tree.source().place(0, 0));
  }
}
