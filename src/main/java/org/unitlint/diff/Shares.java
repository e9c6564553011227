package org.unitlint.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Label;
import org.unitlint.graph.Edge;
import org.unitlint.host.LoadedFile;
import org.unitlint.host.Unit;
import org.unitlint.host.ports.Activation;
import org.unitlint.host.ports.Listening;
import org.unitlint.security.Exposure;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;

/** Gives each of the consequences to the change that it comes of. */
final class Shares {
  private final Following all;
  private final List<UnitChange> units;
  private final List<ServiceChange> services;

  /** The change that a unit owes its own to, by name: 0 for the first one. */
  private final Map<String, Integer> owners = new HashMap<>();

  private final Map<String, Integer> files = new HashMap<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  private Shares(Following all, List<UnitChange> units, List<ServiceChange> services) {
    this.all = all;
    this.units = units;
    this.services = services;
  }

  /** The changes with what follows from each, and what follows from none that is known. */
  record Shared(List<UnitChange> units, List<ServiceChange> services, Following elsewhere) {}

  /** What one change brings about, while it is gathered. */
  private static final class Draft {
    Following following() {
      return new Following(dependencies, jobs, ports, findings, exposure);
    }

    private final List<Changed<Edge>> dependencies = new ArrayList<>();
    private final List<Changed<Start>> jobs = new ArrayList<>();
    private final List<Changed<Port>> ports = new ArrayList<>();
    private final List<Changed<Finding>> findings = new ArrayList<>();
    private final List<Changed<Exposure>> exposure = new ArrayList<>();
  }

  static Shared of(
      Side before,
      Side after,
      Following all,
      List<UnitChange> units,
      List<ServiceChange> services) {
    var shares = new Shares(all, units, services);
    shares.own(before, after);
    return shares.share();
  }

  private void own(Side before, Side after) {
    for (int i = 0; i <= units.size() + services.size(); i++) {
      drafts.add(new Draft());
    }
    for (int i = 0; i < units.size(); i++) {
      for (String name : units.get(i).units()) {
        owners.put(name, i);
        own(before, name, i);
        own(after, name, i);
      }
    }
    for (int i = 0; i < units.size(); i++) {
      int change = i;
      units.get(i).aliases().forEach(a -> files.putIfAbsent(a.last().name(), change));
      for (var link : units.get(i).links()) {
        link.last().reason().place().ifPresent(p -> files.putIfAbsent(p.source().name(), change));
      }
    }
    for (int i = 0; i < services.size(); i++) {
      ids.put(services.get(i).id(), units.size() + i);
    }
    var there = before.graph().units().keySet();
    var here = after.graph().units().keySet();
    var both = new HashSet<>(there);
    both.retainAll(here);
    while (follow(both)) {
      // Until nobody is found any more that is there for another's sake.
    }
    jobs();
  }

  private void own(Side side, String name, int change) {
    side.machine()
        .unit(name)
        .ifPresent(u -> files(u).forEach(f -> files.putIfAbsent(f.tree().source().name(), change)));
    Optional.of(units.get(change).state())
        .flatMap(s -> s.after().or(s::before))
        .ifPresent(s -> files.putIfAbsent(s.file().name(), change));
  }

  private static Stream<LoadedFile> files(Unit unit) {
    return Stream.concat(unit.fragment().stream(), unit.dropins().stream());
  }

  /** Units that are on one side only because another names them belong to that one. */
  private boolean follow(Set<String> both) {
    boolean found = false;
    for (var dependency : all.dependencies()) {
      var edge = dependency.last();
      var owner = direct(edge);
      for (String end : List.of(edge.from(), edge.to())) {
        if (owner.isPresent() && !both.contains(end) && !owners.containsKey(end)) {
          owners.put(end, owner.get());
          found = true;
        }
      }
    }
    return found;
  }

  /** Whose jobs are new or gone because another's is, that one's change has them. */
  private void jobs() {
    var byUnit = new HashMap<String, Changed<Start>>();
    all.jobs().forEach(j -> byUnit.put(j.last().unit(), j));
    var changed = new HashSet<String>();
    all.dependencies().forEach(d -> changed.add(d.last().toString()));
    for (var job : all.jobs()) {
      var path = new ArrayList<String>();
      var at = Optional.of(job);
      while (at.isPresent() && !path.contains(at.get().last().unit())) {
        String unit = at.get().last().unit();
        path.add(unit);
        var pull = at.get().last().pulledBy();
        var owner =
            Optional.ofNullable(owners.get(unit))
                .or(() -> pull.filter(e -> changed.contains(e.toString())).flatMap(this::direct));
        if (owner.isPresent()) {
          path.forEach(u -> owners.putIfAbsent(u, owner.get()));
          break;
        }
        var sort = job.sort();
        at =
            pull.map(e -> byUnit.get(e.from()))
                .filter(j -> j.sort() == sort && sort != Changed.Sort.OTHER);
      }
    }
  }

  /** The change of the unit that declares it, else of one of its ends. */
  private Optional<Integer> direct(Edge edge) {
    return Stream.of(edge.reason().unit(), edge.from(), edge.to())
        .flatMap(u -> Optional.ofNullable(owners.get(u)).stream())
        .findFirst();
  }

  private Shared share() {
    for (var dependency : all.dependencies()) {
      boolean told = Units.isLink(dependency) && owners.containsKey(dependency.last().to());
      if (!told) {
        draft(direct(dependency.last())).dependencies.add(dependency);
      }
    }
    all.jobs().forEach(j -> draft(owner(j.last().unit())).jobs.add(j));
    all.ports().forEach(p -> draft(owner(p.last().listening())).ports.add(p));
    all.findings().forEach(f -> draft(owner(f.last().diagnostic())).findings.add(f));
    all.exposure().forEach(e -> draft(owner(e.last().unit().toString())).exposure.add(e));
    var sharedUnits = new ArrayList<UnitChange>();
    for (int i = 0; i < units.size(); i++) {
      sharedUnits.add(units.get(i).with(drafts.get(i).following()));
    }
    var sharedServices = new ArrayList<ServiceChange>();
    for (int i = 0; i < services.size(); i++) {
      sharedServices.add(services.get(i).with(drafts.get(units.size() + i).following()));
    }
    return new Shared(sharedUnits, sharedServices, drafts.get(drafts.size() - 1).following());
  }

  private Draft draft(Optional<Integer> owner) {
    return drafts.get(owner.orElse(drafts.size() - 1));
  }

  private Optional<Integer> owner(String unit) {
    return Optional.ofNullable(owners.get(unit));
  }

  private Optional<Integer> owner(Listening listening) {
    return listening.activation() == Activation.XINETD
        ? Optional.ofNullable(ids.get(listening.name()))
            .or(() -> listening.unit().flatMap(u -> owner(u.toString())))
        : owner(listening.name()).or(() -> owner(listening.starts().what()));
  }

  private Optional<Integer> owner(Diagnostic finding) {
    return finding
        .unit()
        .flatMap(this::owner)
        .or(() -> owner(finding.place()))
        .or(
            () ->
                finding.labels().stream()
                    .map(Label::place)
                    .flatMap(p -> owner(p).stream())
                    .findFirst());
  }

  private Optional<Integer> owner(Place place) {
    // A link that enables a unit is called as that one is.
    return Optional.ofNullable(files.get(place.source().name()))
        .or(() -> owner(Paths.name(place.source().name())))
        .or(() -> service(place));
  }

  /** The service whose head stands last before the place. */
  private Optional<Integer> service(Place place) {
    var found = Optional.<Integer>empty();
    int last = 0;
    for (int i = 0; i < services.size(); i++) {
      var state = services.get(i).state();
      for (var side : List.of(state.before(), state.after())) {
        var file = side.map(ServiceChange.State::file);
        boolean here = file.filter(f -> f.name().equals(place.source().name())).isPresent();
        if (here && file.get().line() <= place.line() && file.get().line() > last) {
          last = file.get().line();
          found = Optional.of(units.size() + i);
        }
      }
    }
    return found;
  }
}
