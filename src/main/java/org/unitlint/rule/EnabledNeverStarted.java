package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.LoadState;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/** What is enabled in a unit starts only if that one starts. See systemd.unit(5), "WantedBy=". */
final class EnabledNeverStarted implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "B101",
          "enabled-never-started",
          INFO,
          "an enabled unit that no boot and no event starts");

  /** A unit that is enabled, and the one in which it is. */
  private record Enabled(FolderEntry entry, Unit unit, Unit in) {}

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    if (!facts.machine().hasSystemd()
        || facts.pulledInBy(DefaultTargetMissing.NAME).units().isEmpty()) {
      return Stream.empty();
    }
    var idle = new Idle(facts);
    return FolderEntry.of(facts.machine())
        .filter(e -> e.isLink() && e.path().startsWith("/etc/"))
        .flatMap(e -> enabled(e, facts).stream())
        .filter(e -> isIdle(e.unit, idle, facts))
        .filter(e -> e.in.state() == LoadState.MASKED || isIdle(e.in, idle, facts))
        .filter(e -> !isToldOf(e.in, facts))
        .map(e -> finding(e, facts));
  }

  private static Optional<Enabled> enabled(FolderEntry entry, Facts facts) {
    var in = facts.unit(entry.owner()).filter(u -> u.name().isPlain());
    var unit = entry.unit().map(facts.machine()::unit).filter(u -> u.name().isPlain());
    return in.isPresent() && unit.isPresent()
        ? Optional.of(new Enabled(entry, unit.get(), in.get()))
        : Optional.empty();
  }

  private static boolean isIdle(Unit unit, Idle idle, Facts facts) {
    return unit.isLoaded() && facts.isInGraph(unit.name().toString()) && idle.contains(unit);
  }

  /** Whether the one in which something is enabled is itself told of, by this rule or another. */
  private static boolean isToldOf(Unit in, Facts facts) {
    String name = in.name().toString();
    if (in.state() == LoadState.MASKED) {
      return false;
    }
    boolean enabled = facts.graph().in(name).anyMatch(e -> e.kind().pullsIn() && e.reason().link());
    boolean own = !Facts.isVendor(in.fragmentPath());
    boolean cannotBeEnabled =
        in.settings().all().stream().noneMatch(s -> s.section().equals("Install"));
    return enabled || own && (in.name().type() == UnitType.TARGET || cannotBeEnabled);
  }

  private static Diagnostic finding(Enabled enabled, Facts facts) {
    var in = enabled.in.name();
    boolean masked = enabled.in.state() == LoadState.MASKED;
    var found =
        RULE.at(
                place(enabled, facts),
                masked
                    ? "`%s` never starts: it is enabled in `%s`, which is masked"
                    : "`%s` never starts: it is enabled in `%s`, which nothing starts",
                enabled.unit.name(),
                in)
            .about(enabled.unit.name().toString());
    var told = masked ? found.note("`" + enabled.in.fragmentPath() + "` masks it") : found;
    return told.help(advice(enabled, masked));
  }

  /** The word in its own [Install], unless that came with the machine: then the link. */
  private static Place place(Enabled enabled, Facts facts) {
    var said = new Said(enabled.unit, facts);
    String in = enabled.in.name().toString();
    return said.installed()
        .filter(m -> !Facts.isVendor(m.path()))
        .filter(m -> said.own(m).filter(in::equals).isPresent())
        .findFirst()
        .map(Mention::place)
        .orElseGet(() -> facts.place(enabled.entry.path()));
  }

  private static String advice(Enabled enabled, boolean masked) {
    String target =
        switch (enabled.unit.name().type()) {
          case SOCKET -> "sockets.target";
          case TIMER -> "timers.target";
          case PATH -> "paths.target";
          default -> "multi-user.target";
        };
    String other = ", or use `WantedBy=" + target + "` if the unit does without it";
    if (masked) {
      return "unmask `" + enabled.in.name() + "`" + other;
    }
    return Idle.isEnabledToStart(enabled.in)
        ? "enable `" + enabled.in.name() + "` too" + other
        : "have something start `" + enabled.in.name() + "`" + other;
  }
}
