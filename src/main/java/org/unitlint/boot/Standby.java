package org.unitlint.boot;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.unitlint.graph.demand.Activator;

/**
 * What a boot leaves behind: what runs, and what is started only when it is asked for.
 *
 * @param resident the services whose processes run from the boot on
 * @param responses what each that listens would start, in the order of the activators; none for
 *     what runs already
 */
public record Standby(SortedSet<String> resident, List<Response> responses) {
  /** Where nothing was asked. */
  public static final Standby NOTHING = new Standby(new TreeSet<>(), List.of());

  public Standby {
    resident = Collections.unmodifiableSortedSet(new TreeSet<>(resident));
    responses = List.copyOf(responses);
  }

  /**
   * What the first who asks gets.
   *
   * @param micros how long until what he asks for can answer
   * @param units the units that are started for it, by name; none for a program of xinetd
   * @param problem why there is no answer; empty if there is one
   */
  public record Response(
      Activator activator, long micros, List<String> units, Optional<String> problem) {
    public Response {
      units = List.copyOf(units);
    }
  }
}
