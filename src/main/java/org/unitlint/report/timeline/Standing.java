package org.unitlint.report.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.unitlint.boot.Standby;
import org.unitlint.boot.Standby.Response;
import org.unitlint.graph.demand.Activator.Kind;
import org.unitlint.report.ActivatorWords;
import org.unitlint.report.Spans;
import org.unitlint.report.svg.Tint;
import org.unitlint.report.timeline.Chart.Listing;
import org.unitlint.report.timeline.Chart.Waiter;
import org.unitlint.report.timeline.Chart.Waiters;

/** What a boot leaves behind: what runs, and what is started when somebody asks for it. */
final class Standing {
  private static final int MOST = 8;

  private final Standby standby;
  private final long axisMicros;
  private final boolean all;
  private final List<Waiter> waiters;

  /**
   * @param axisMicros how long the time axis is
   * @param all whether each has a row, however many there are
   */
  Standing(Standby standby, long axisMicros, boolean all) {
    this.standby = standby;
    this.axisMicros = axisMicros;
    this.all = all;
    this.waiters =
        standby.responses().stream()
            .filter(r -> r.activator().kind().hasClients())
            .sorted(Comparator.comparing(Standing::rank).reversed())
            .map(Standing::waiter)
            .toList();
  }

  /** What never answers comes first. */
  private static long rank(Response response) {
    return response.problem().isPresent() ? Long.MAX_VALUE : response.micros();
  }

  /** Empty where nothing stands by. */
  Optional<Waiters> waiters() {
    if (standby.responses().isEmpty() && standby.resident().isEmpty()) {
      return Optional.empty();
    }
    long longest = waiters.stream().mapToLong(w -> w.waitMicros().orElse(0)).max().orElse(0);
    var listings = new ArrayList<Listing>();
    add(listings, "Resident from boot", List.copyOf(standby.resident()));
    add(listings, "Started by the clock", started(Kind.TIMER));
    add(listings, "Started when a path changes", started(Kind.PATH));
    int shown = all || waiters.size() <= MOST + 1 ? waiters.size() : MOST;
    boolean longer = longest > axisMicros;
    return Optional.of(
        new Waiters(
            summary() + (longer ? " Their bars are at a scale of their own." : ""),
            Math.max(axisMicros, longest),
            waiters,
            shown,
            listings));
  }

  private static void add(List<Listing> listings, String label, List<String> names) {
    if (!names.isEmpty()) {
      listings.add(new Listing(label, false, names));
    }
  }

  private String summary() {
    int resident = standby.resident().size();
    String runs =
        resident == 0
            ? "No service runs then"
            : Charting.count(resident, "service") + (resident == 1 ? " runs then" : " run then");
    if (waiters.isEmpty()) {
      return runs + ", and nothing waits for clients.";
    }
    return runs
        + ", and "
        + Charting.count(waiters.size(), "listener")
        + (waiters.size() == 1 ? " stands" : " stand")
        + " by ("
        + kinds()
        + "): what is asked for is started, and its first client waits as long as its bar.";
  }

  /** Such as {@code 2 sockets, 1 bus name}. */
  private String kinds() {
    var counts =
        standby.responses().stream()
            .map(r -> r.activator().kind())
            .filter(Kind::hasClients)
            .collect(Collectors.groupingBy(k -> k, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(c -> Charting.count(c.getValue(), word(c.getKey())))
        .collect(Collectors.joining(", "));
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case BUS -> "bus name";
      case XINETD -> "xinetd service";
      default -> kind.word();
    };
  }

  private static Waiter waiter(Response response) {
    var activator = response.activator();
    var wait =
        response.problem().isPresent() ? OptionalLong.empty() : OptionalLong.of(response.micros());
    var tip = new ArrayList<String>();
    tip.add(activator.name());
    tip.add("waits for " + few(activator.listens()));
    tip.add("starts " + ActivatorWords.starts(activator));
    tip.add(
        wait.isPresent()
            ? "its first client waits " + Spans.of(wait.getAsLong())
            : "its first client gets no answer: " + response.problem().get());
    if (response.units().size() > 1) {
      tip.add("starts for it " + few(response.units()));
    }
    return new Waiter(
        activator.unit(),
        ActivatorWords.starts(activator),
        ActivatorWords.by(activator),
        tint(activator.kind()),
        wait,
        response.problem().orElse(""),
        tip);
  }

  private static String few(List<String> names) {
    String first = names.stream().limit(MOST).collect(Collectors.joining(", "));
    int more = names.size() - MOST;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static Tint tint(Kind kind) {
    return switch (kind) {
      case SOCKET, XINETD -> Tint.SOCKET;
      case AUTOMOUNT -> Tint.STORAGE;
      case BUS -> Tint.SERVICE;
      case PATH, TIMER -> Tint.TRIGGER;
    };
  }

  private List<String> started(Kind kind) {
    return standby.responses().stream()
        .map(Response::activator)
        .filter(a -> a.kind() == kind)
        .map(ActivatorWords::starts)
        .distinct()
        .toList();
  }
}
