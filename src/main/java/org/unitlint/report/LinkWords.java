package org.unitlint.report;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.Addition;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Link;
import org.unitlint.graph.Reason;
import org.unitlint.host.UnitName;
import org.unitlint.source.Place;

/** What a link of a chain is called, and what stands behind it. */
public final class LinkWords {
  private LinkWords() {}

  /** The verb between the names of two units: {@code wants}. */
  public static String verb(Link link) {
    return switch (link.kind()) {
      case REQUIRES -> "requires";
      case REQUISITE -> "requires, if it runs already,";
      case WANTS -> "wants";
      case BINDS_TO -> "is bound to";
      case PART_OF -> "is part of";
      case UPHOLDS -> "upholds";
      case CONFLICTS -> "conflicts with";
      case AFTER -> "after";
      case BEFORE -> "before";
      case ON_SUCCESS -> "on success, starts";
      case ON_FAILURE -> "on failure, starts";
      case TRIGGERS -> moment(link) + ", starts";
      case PROPAGATES_RELOAD_TO -> "when reloaded, reloads";
      case PROPAGATES_STOP_TO -> "when stopped, stops";
      case JOINS_NAMESPACE_OF -> "shares a namespace with";
      case IN_SLICE -> "is in";
      default -> inverse(link.kind());
    };
  }

  private static String inverse(Dependency kind) {
    return switch (kind) {
      case REQUIRED_BY -> "is required by";
      case REQUISITE_OF -> "is required, if it runs already, by";
      case WANTED_BY -> "is wanted by";
      case BOUND_BY -> "binds";
      case CONSISTS_OF -> "has as a part";
      case UPHELD_BY -> "is upheld by";
      case CONFLICTED_BY -> "conflicts with";
      case ON_SUCCESS_OF -> "is started on the success of";
      case ON_FAILURE_OF -> "is started on the failure of";
      case TRIGGERED_BY -> "is triggered by";
      case RELOAD_PROPAGATED_FROM -> "is reloaded with";
      case STOP_PROPAGATED_FROM -> "is stopped with";
      case SLICE_OF -> "holds";
      default -> kind.word();
    };
  }

  private static String moment(Link link) {
    var type = UnitName.parse(link.edge().from()).map(UnitName::type).orElse(UnitType.SOCKET);
    return switch (type) {
      case TIMER -> "when it elapses";
      case PATH -> "when the path changes";
      case AUTOMOUNT -> "on access";
      default -> "on traffic";
    };
  }

  /** Where the dependency is written, and the rule by which systemd adds it: one or two lines. */
  public static List<String> source(Link link) {
    var reason = link.edge().reason();
    return Stream.concat(
            reason.place().stream().map(p -> place(p, reason.isBareLink())),
            reason.addition().stream().map(a -> rule(a, reason)))
        .toList();
  }

  private static String rule(Addition addition, Reason reason) {
    boolean starts = reason.kind().forward() == Dependency.TRIGGERS;
    return addition == Addition.TRIGGER && starts ? "the unit of its own name" : addition.text();
  }

  /** File and line, or the path of a link. */
  static String place(Place place, boolean link) {
    String name = Cells.clean(place.source().name());
    return link ? name : name + ":" + place.line();
  }
}
