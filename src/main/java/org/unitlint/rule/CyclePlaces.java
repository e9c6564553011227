package org.unitlint.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.graph.Addition;
import org.unitlint.graph.Cycle;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Reason;
import org.unitlint.host.Mentions;
import org.unitlint.source.Place;

/** Where the edges of an ordering cycle come from. */
final class CyclePlaces {
  private static final List<String> INSTALL = List.of("WantedBy", "RequiredBy", "UpheldBy");

  /** A place that says what the text says. */
  record Said(Place place, String text) {}

  /**
   * Where to mend a cycle.
   *
   * @param unit the unit whose file it is
   */
  record Blame(Place place, String unit) {}

  private CyclePlaces() {}

  /**
   * Where the edge to blame is made, else where any of the cycle's units is; empty without files.
   */
  static Optional<Blame> blame(Cycle cycle, Facts facts) {
    return Stream.concat(Stream.of(cycle.blame()), cycle.edgesFromBlame().stream())
        .flatMap(e -> made(e, facts))
        .findFirst()
        .or(() -> cycle.units().stream().flatMap(u -> header(u, facts)).findFirst());
  }

  private static Stream<Blame> made(Edge edge, Facts facts) {
    var written =
        edge.reasons().stream()
            .filter(CyclePlaces::isInFile)
            .sorted(
                Comparator.comparing((Reason r) -> !r.isWritten())
                    .thenComparing(r -> Facts.isVendor(r.path())))
            .map(r -> new Blame(r.place().orElseThrow(), r.unit()));
    return Stream.of(
            written,
            pulledIn(edge, facts),
            network(edge, facts),
            header(edge.reason().unit(), facts))
        .flatMap(s -> s);
  }

  /** Where a unit is said to be a target's, so that the target comes after it. */
  private static Stream<Blame> pulledIn(Edge edge, Facts facts) {
    var pull = pull(edge, facts);
    if (pull.isEmpty()) {
      return Stream.empty();
    }
    var unit = facts.graph().units().get(edge.to());
    var installed =
        INSTALL.stream()
            .flatMap(d -> Mentions.of(facts.machine(), unit, "Install", d).stream())
            .filter(m -> m.name().filter(n -> n.toString().equals(edge.from())).isPresent())
            .map(m -> new Blame(m.place(), edge.to()));
    var reason = pull.get().reason();
    var said = reason.place().map(p -> new Blame(p, reason.unit()));
    var shown = reason.isAssumed() ? Stream.<Blame>empty() : said.stream();
    return reason.link() ? Stream.concat(installed, shown) : shown;
  }

  /** The edge by which a target pulls in the unit that it is therefore after. */
  private static Optional<Edge> pull(Edge edge, Facts facts) {
    return isAdded(edge, Addition.TARGET_MEMBER)
        ? facts
            .graph()
            .between(edge.from(), edge.to())
            .filter(e -> e.kind().pullsIn() || e.kind().needs())
            .min(Edge.ORDER)
        : Optional.empty();
  }

  /** What makes a mount one of the network. */
  private static Stream<Blame> network(Edge edge, Facts facts) {
    if (!isAdded(edge, Addition.DEFAULT_NETWORK_MOUNT)) {
      return Stream.empty();
    }
    String name = edge.reason().unit();
    var mount = facts.graph().units().get(name);
    return Stream.of("Options", "Type", "What")
        .flatMap(d -> mount.last("Mount", d).stream())
        .filter(s -> !s.name().equals("Options") || s.text().contains("_netdev"))
        .map(s -> new Blame(s.place(), name));
  }

  private static boolean isAdded(Edge edge, Addition addition) {
    return edge.reasons().stream()
        .anyMatch(r -> r.addition().filter(a -> a == addition).isPresent());
  }

  private static Stream<Blame> header(String name, Facts facts) {
    return facts.graph().units().get(name).fragment().stream()
        .filter(file -> facts.machine().file(file.path()).isPresent())
        .map(
            file ->
                file.tree().sections().stream()
                    .findFirst()
                    .map(s -> s.header().text().place())
                    .orElseGet(() -> facts.place(file.path())))
        .map(place -> new Blame(place, name));
  }

  private static boolean isInFile(Reason reason) {
    return reason.place().isPresent() && !reason.isAssumed();
  }

  /** What files say of the order, each line of them. */
  static List<Said> said(Edge edge) {
    var said = new ArrayList<Said>();
    for (Reason reason : edge.reasons()) {
      if (isInFile(reason)) {
        said.add(new Said(reason.place().orElseThrow(), text(edge, reason)));
      }
    }
    return said;
  }

  private static String text(Edge edge, Reason reason) {
    boolean after = reason.unit().equals(edge.from());
    String order =
        after
            ? "`" + edge.from() + "` is ordered after `" + edge.to() + "`"
            : "`" + edge.to() + "` is ordered before `" + edge.from() + "`";
    String end = reason.isAssumed() ? ": systemd ships it so" : " here";
    return order + reason.addition().map(a -> ": " + a.text()).orElse(end);
  }

  /** What systemd adds to the order without a line that says it; empty if a line does. */
  static List<String> added(Edge edge, Facts facts) {
    if (edge.reasons().stream().anyMatch(CyclePlaces::isInFile)) {
      return List.of();
    }
    var reason =
        edge.reasons().stream().filter(r -> !isMember(r)).findFirst().orElse(edge.reason());
    return List.of(text(edge, reason) + (isMember(reason) ? pulled(edge, facts) : ""));
  }

  private static boolean isMember(Reason reason) {
    return reason.addition().filter(a -> a == Addition.TARGET_MEMBER).isPresent();
  }

  private static String pulled(Edge edge, Facts facts) {
    return pull(edge, facts)
        .map(Edge::reason)
        .flatMap(r -> r.place().map(p -> by(r, p)))
        .orElse("");
  }

  private static String by(Reason reason, Place place) {
    String name = place.source().name();
    if (!reason.link()) {
      return " (`" + reason.kind().word() + "=` in `" + name + "`)";
    }
    boolean asked = !place.span().isEmpty();
    return asked ? " ([Install] in `" + name + "`)" : " (`" + name + "`)";
  }
}
