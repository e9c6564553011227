package org.unitlint.diff;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Severity;
import org.unitlint.graph.Edge;
import org.unitlint.security.Exposure;

/**
 * What a change of configuration changes, as a reload of the manager would show it: what somebody
 * changed, unit by unit, and what comes of it.
 *
 * @param before the side as it was
 * @param after the side as it is
 * @param manager what its configuration says otherwise
 * @param units of which something was changed
 * @param services of xinetd of which something was changed
 * @param dependencies gained and lost, all of them
 * @param boot what is otherwise in the boot
 * @param ports where somebody listens now, no longer, or otherwise, all of them
 * @param findings new and gone, all of them, worst first
 * @param exposure of services that are more exposed or less, or are new or gone
 * @param elsewhere what comes of it at units of which nothing was changed
 */
public record Comparison(
    Side before,
    Side after,
    List<SettingChange> manager,
    List<UnitChange> units,
    List<ServiceChange> services,
    List<Changed<Edge>> dependencies,
    BootChange boot,
    List<Changed<Port>> ports,
    List<Changed<Finding>> findings,
    List<Changed<Exposure>> exposure,
    Following elsewhere) {
  public Comparison {
    manager = List.copyOf(manager);
    units = List.copyOf(units);
    services = List.copyOf(services);
    dependencies = List.copyOf(dependencies);
    ports = List.copyOf(ports);
    findings = List.copyOf(findings);
    exposure = List.copyOf(exposure);
  }

  /** What is otherwise on the second side. */
  public static Comparison of(Side before, Side after) {
    var dependencies = Edges.changes(before, after);
    var boot = Boots.change(before, after, dependencies);
    var units = Units.changes(before, after, dependencies);
    var all =
        new Following(
            dependencies,
            boot.jobs(),
            Listeners.changes(before, after),
            Findings.changes(before, after),
            Exposures.changes(before, after, units));
    var shared = Shares.of(before, after, all, units, Services.changes(before, after));
    return new Comparison(
        before,
        after,
        ManagerOptions.changes(before, after),
        shared.units(),
        shared.services(),
        dependencies,
        boot,
        all.ports(),
        all.findings(),
        all.exposure(),
        shared.elsewhere());
  }

  /**
   * Both together, of units that have nothing to do with each other; the boot is that of the first
   * of them in which something is otherwise.
   */
  public Comparison and(Comparison other) {
    return new Comparison(
        before,
        after,
        manager,
        joined(units, other.units),
        joined(services, other.services),
        joined(dependencies, other.dependencies),
        boot.isNothing() ? other.boot : boot,
        joined(ports, other.ports),
        joined(findings, other.findings),
        joined(exposure, other.exposure),
        elsewhere.and(other.elsewhere));
  }

  static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** Whether nothing is otherwise. */
  public boolean isNothing() {
    return manager.isEmpty()
        && units.isEmpty()
        && services.isEmpty()
        && dependencies.isEmpty()
        && boot.isNothing()
        && ports.isEmpty()
        && findings.isEmpty()
        && exposure.isEmpty();
  }

  /** Whether something new was found that is at least so bad. */
  public boolean hasNew(Severity severity) {
    return findings.stream()
        .filter(f -> f.sort() == Changed.Sort.NEW)
        .anyMatch(f -> f.last().diagnostic().severity().atLeast(severity));
  }
}
