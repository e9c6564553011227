package org.unitlint.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;

/**
 * How exposed a service is, as systemd-analyze(1) tells with {@code security --offline=true}.
 *
 * @param outcomes of all checks, in systemd's order
 */
public record Exposure(Unit unit, List<Outcome> outcomes) {
  private static final int MOST = 100;

  public Exposure {
    outcomes = List.copyOf(outcomes);
  }

  /** The exposure of a service of the machine with systemd's own weights. */
  public static Exposure of(Machine machine, Unit unit) {
    return of(machine, unit, Policy.STANDARD);
  }

  /**
   * The exposure of a service of the machine.
   *
   * @param unit a service; what is said of one that is not loaded is what its settings come to
   */
  public static Exposure of(Machine machine, Unit unit, Policy policy) {
    var judge = new Judge(new Sandbox(machine, unit), policy);
    var outcomes = new ArrayList<Outcome>();
    machine.catalog().exposureChecks().forEach(c -> outcomes.add(judge.outcome(c)));
    return new Exposure(unit, outcomes);
  }

  /** The exposure in tenths, from 0 to 100. */
  public int tenths() {
    return weights() == 0 ? 0 : (int) quotient(burden(outcomes) * MOST, weights());
  }

  /** What systemd calls it. */
  public Rating rating() {
    return Rating.of(tenths());
  }

  /** The sum of the weights of all checks that apply. */
  public long weights() {
    long weights = 0;
    for (Outcome outcome : outcomes) {
      weights += outcome.applies() ? outcome.weight() : 0;
    }
    return weights;
  }

  /** The sum of badness of all checks, each weighed. */
  public long burden() {
    return burden(outcomes);
  }

  private static long burden(Collection<Outcome> outcomes) {
    long burden = 0;
    for (Outcome outcome : outcomes) {
      burden += outcome.burden();
    }
    return burden;
  }

  /** How much of the exposure comes from the check, in tenths that are rounded up. */
  public int tenths(Outcome outcome) {
    if (!outcome.isFailed()) {
      return 0;
    }
    long badness = outcome.badness().getAsLong();
    return (int) quotient(quotient(badness * outcome.weight() * MOST, outcome.range()), weights());
  }

  /** How much of the exposure comes from some of the checks, in tenths that are rounded up. */
  public int tenths(Collection<Outcome> some) {
    return weights() == 0 ? 0 : (int) quotient(burden(some) * MOST, weights());
  }

  /** Rounded up. */
  static long quotient(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  /** An exposure in tenths as people write it. */
  public static String text(int tenths) {
    return tenths / 10 + "." + tenths % 10;
  }
}
