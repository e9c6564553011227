package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.HINT;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;

/** A drop-in folder adds to units of its name only. See systemd.unit(5), "Description". */
final class OrphanDropin implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("L201", "orphan-dropin", WARNING, "drop-ins for a unit that does not exist");
  private static final String SUFFIX = ".d";

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    if (!facts.whole()) {
      return Stream.empty();
    }
    var owners = owners(facts);
    return facts.machine().folders().entrySet().stream()
        .filter(f -> f.getKey().endsWith(SUFFIX))
        .filter(f -> isOrphan(owner(f.getKey()), owners, facts))
        .flatMap(f -> f.getValue().stream())
        .flatMap(path -> finding(path, facts).stream());
  }

  /** Every name whose folder adds to some unit. */
  static Set<String> owners(Facts facts) {
    var owners = new HashSet<String>();
    for (UnitType type : UnitType.values()) {
      owners.add(type.suffix());
    }
    for (Unit unit : facts.units()) {
      for (String name : unit.names()) {
        UnitName.parse(name).map(Machine::dropinOwners).ifPresent(owners::addAll);
      }
    }
    return owners;
  }

  private static String owner(String folder) {
    return folder.substring(0, folder.length() - SUFFIX.length());
  }

  private static boolean isOrphan(String owner, Set<String> owners, Facts facts) {
    if (owner.isEmpty() || owners.contains(owner)) {
      return false;
    }
    var name = UnitName.parse(owner);
    return name.isEmpty() || !isMadeElsewhere(name.get()) && !facts.mayExist(name.get());
  }

  /** Whether such units come from the kernel, from {@code /etc/fstab} or from programs. */
  static boolean isMadeElsewhere(UnitName name) {
    return switch (name.type()) {
      case DEVICE, MOUNT, AUTOMOUNT, SWAP, SLICE, SCOPE -> true;
      default -> false;
    };
  }

  private static Optional<Diagnostic> finding(String folder, Facts facts) {
    String owner = owner(Paths.name(folder));
    var name = UnitName.parse(owner);
    boolean vendor = Facts.isVendor(folder);
    if (vendor && (name.isEmpty() || facts.isSpecial(name.get()))) {
      return Optional.empty();
    }
    return file(folder, facts)
        .map(
            place ->
                RULE.at(place, "`%s` adds to no unit: there is no `%s`", Paths.name(folder), owner)
                    .help(help(owner, name, facts))
                    .as(vendor ? HINT : WARNING));
  }

  /** The first drop-in of the folder; empty where it holds none. */
  private static Optional<Place> file(String folder, Facts facts) {
    return facts.machine().children(folder).stream()
        .filter(f -> f.endsWith(".conf") && !Machine.isLeftover(f))
        .map(f -> facts.place(Paths.join(folder, f)))
        .findFirst();
  }

  private static String help(String owner, Optional<UnitName> name, Facts facts) {
    var neighbours = new Neighbours(facts);
    var meant = name.isPresent() ? neighbours.of(name.get()) : neighbours.ofStem(owner).findFirst();
    return meant
        .map(m -> "did you mean `" + m + SUFFIX + "`?")
        .orElse("name the folder after the unit, or remove it");
  }
}
