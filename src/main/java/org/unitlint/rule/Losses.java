package org.unitlint.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.graph.Edge;
import org.unitlint.host.LoadState;
import org.unitlint.host.Refusal;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/** The units that go because of others, each with the requirement that costs it. */
final class Losses {
  /** Longer chains are cut. */
  private static final int LONGEST = 8;

  private final Map<String, Edge> next = new HashMap<>();
  private final Map<String, String> causes = new HashMap<>();

  private Losses() {}

  /**
   * What goes with those units.
   *
   * @param mayGo the units that may be lost
   */
  static Losses of(Collection<String> causes, Predicate<String> mayGo, Facts facts) {
    var losses = new Losses();
    var queue = new ArrayDeque<>(causes);
    causes.forEach(c -> losses.causes.put(c, c));
    while (!queue.isEmpty()) {
      String lost = queue.remove();
      facts
          .graph()
          .in(lost)
          .filter(e -> e.kind().needs() && mayGo.test(e.from()) && !causes.contains(e.from()))
          .forEach(
              edge -> {
                if (losses.next.putIfAbsent(edge.from(), edge) == null) {
                  losses.causes.put(edge.from(), losses.causes.get(lost));
                  queue.add(edge.from());
                }
              });
    }
    return losses;
  }

  /**
   * The requirements that lead from the unit towards the cause, not more than a few; none for what
   * is not lost.
   */
  List<Edge> chain(String unit) {
    var chain = new ArrayList<Edge>();
    for (String at = unit; next.containsKey(at) && chain.size() < LONGEST; ) {
      chain.add(next.get(at));
      at = next.get(at).to();
    }
    return chain;
  }

  /** The unit for which that one is lost. */
  String cause(String unit) {
    return causes.get(unit);
  }

  /** The last of the requirements that lead from the unit, which is lost, to the cause. */
  Edge last(String unit) {
    var edge = next.get(unit);
    while (next.containsKey(edge.to())) {
      edge = next.get(edge.to());
    }
    return edge;
  }

  /** The units of the graph that are required and that cannot be loaded. */
  static List<String> unloadable(Facts facts) {
    return facts.graph().units().values().stream()
        .filter(u -> !u.isLoaded() && !mayBeThere(u, facts))
        .map(u -> u.name().toString())
        .toList();
  }

  /** Where units of systemd itself are missing, the tree is only part of a machine. */
  private static boolean mayBeThere(Unit unit, Facts facts) {
    return unit.state() == LoadState.NOT_FOUND
        && (facts.mayExist(unit.name()) || facts.isSpecial(unit.name()));
  }

  /** Whether a rule about missing and masked units tells of the requirement itself. */
  static boolean isTold(Edge requirement, Facts facts) {
    var state = facts.graph().units().get(requirement.to()).state();
    return requirement.reasons().stream().anyMatch(r -> r.isWritten())
        && (state == LoadState.NOT_FOUND || state == LoadState.MASKED);
  }

  /** Why the unit cannot be started, in words that follow "which". */
  static String problem(String unit, Facts facts) {
    return switch (facts.graph().units().get(unit).state()) {
      case NOT_FOUND -> "does not exist";
      case MASKED -> "is masked";
      default -> "systemd refuses to load";
    };
  }

  /** Where the requirement is written; the file of the unit that has it where it is implied. */
  static Place place(Edge requirement, Facts facts) {
    return requirement
        .reason()
        .place()
        .orElseGet(() -> facts.place(facts.graph().units().get(requirement.from()).fragmentPath()));
  }

  /** The finding with all that leads to the cause, and with what is wrong there. */
  Diagnostic labelled(Diagnostic found, List<Edge> chain, Facts facts) {
    var labelled = found;
    for (Edge edge : chain) {
      String text = "`" + edge.from() + "` requires `" + edge.to() + "`";
      boolean here = place(edge, facts).equals(found.place());
      if (edge.reason().place().isEmpty() || !here && edge.reason().isBareLink()) {
        labelled = labelled.note(text + why(edge));
      } else if (!here) {
        labelled = labelled.label(place(edge, facts), text + " here");
      }
    }
    var last = facts.graph().units().get(cause(chain.get(0).from()));
    for (Refusal refusal : last.refusals()) {
      labelled = labelled.label(refusal.place(), "for this systemd refuses `" + last.name() + "`");
    }
    return labelled;
  }

  private static String why(Edge edge) {
    var reason = edge.reason();
    return reason.link()
        ? " by `" + reason.path() + "`"
        : reason.addition().map(a -> ": " + a.text()).orElse("");
  }
}
