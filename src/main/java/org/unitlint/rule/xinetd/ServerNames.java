package org.unitlint.rule.xinetd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.KnownServer;
import org.unitlint.catalog.Nearest;
import org.unitlint.host.Programs;
import org.unitlint.source.Paths;

/** Finds the server that was meant by a path where none is. */
final class ServerNames {
  /** So long are names of which one slip tells what was meant. */
  private static final int LONG = 8;

  private static final int SHORTEST = 4;

  private final Catalog catalog = Catalog.standard();
  private final Programs programs;
  private final Map<String, SortedSet<String>> byFolder = new HashMap<>();

  ServerNames(Programs programs) {
    this.programs = programs;
  }

  /** Where a server is, and whether nothing else can be meant. */
  record Found(String path, boolean certain) {}

  /** The program of the machine that was meant, else a well-known one. */
  Optional<Found> meant(String path, String service) {
    String name = Paths.name(path);
    var same = programs.elsewhere(name).or(() -> usual(name));
    if (same.isPresent()) {
      return same.map(p -> new Found(p, true));
    }
    boolean known = catalog.xinetd().server(name).isPresent();
    return known ? Optional.empty() : near(path, service).or(() -> wellKnown(path, service));
  }

  /** The usual path of a well-known server, if it is there. */
  private Optional<String> usual(String name) {
    return catalog.xinetd().server(name).stream()
        .flatMap(s -> s.paths().stream())
        .filter(this::isThere)
        .findFirst();
  }

  private boolean isThere(String path) {
    return programs.at(path) == Programs.Answer.FOUND;
  }

  /** The nearest program of the same folder, else of the usual ones. */
  private Optional<Found> near(String path, String service) {
    String name = Paths.name(path);
    if (name.length() < SHORTEST) {
      return Optional.empty();
    }
    var folders = new LinkedHashSet<>(List.of(Paths.parent(path)));
    folders.addAll(Programs.folders());
    for (String folder : folders) {
      var names = byFolder.computeIfAbsent(folder, programs::names);
      var near =
          Nearest.all(name, names).stream().filter(n -> isThere(Paths.join(folder, n))).toList();
      if (!near.isEmpty()) {
        var best = best(near, service);
        boolean certain =
            near.size() == 1 && Nearest.distance(name, best) == 1 && name.length() >= LONG
                || answers(best, service) && Nearest.distance(name, best) == 1;
        return Optional.of(new Found(Paths.join(folder, best), certain));
      }
    }
    return Optional.empty();
  }

  private String best(List<String> near, String service) {
    return near.stream().filter(n -> answers(n, service)).findFirst().orElse(near.get(0));
  }

  private boolean answers(String program, String service) {
    return catalog.xinetd().server(program).filter(s -> s.services().contains(service)).isPresent();
  }

  /**
   * The well-known server whose name is written with a slip; in the same folder. Numbers do not
   * count, as they tell one version from another.
   */
  Optional<Found> wellKnown(String path, String service) {
    String name = Paths.name(path);
    if (catalog.xinetd().server(name).isPresent()) {
      return Optional.empty();
    }
    var near = new ArrayList<KnownServer>();
    for (KnownServer server : catalog.xinetd().servers()) {
      if (isNear(name, server, service) && !letters(server.program()).equals(letters(name))) {
        near.add(server);
      }
    }
    near.sort(Comparator.comparingInt(s -> Nearest.distance(name, s.program())));
    return best(near, service)
        .map(s -> new Found(Paths.join(Paths.parent(path), s.program()), true));
  }

  private static Optional<KnownServer> best(Collection<KnownServer> near, String service) {
    return near.stream()
        .filter(s -> s.services().contains(service))
        .findFirst()
        .or(() -> near.size() == 1 ? near.stream().findFirst() : Optional.empty());
  }

  private static boolean isNear(String name, KnownServer server, String service) {
    int length = Math.min(name.length(), server.program().length());
    if (length < SHORTEST || Math.abs(name.length() - server.program().length()) > 2) {
      return false;
    }
    boolean fits = server.services().contains(service);
    int distance = Nearest.distance(name, server.program());
    return distance <= 1 && (fits || length >= LONG) || distance == 2 && fits && length >= LONG;
  }

  private static String letters(String name) {
    return name.replaceAll("[0-9]", "");
  }
}
