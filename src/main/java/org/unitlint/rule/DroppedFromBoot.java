package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.unitlint.boot.Decision;
import org.unitlint.boot.JobType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Edge;

/**
 * A boot leaves out what requires something that it cannot start, or that it leaves out itself. See
 * systemd.unit(5), "Requires=" and "Conflicts=".
 */
final class DroppedFromBoot implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "B102",
          "dropped-from-boot",
          WARNING,
          "an enabled unit that a boot leaves out for what it requires");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    if (!facts.machine().hasSystemd()) {
      return Stream.empty();
    }
    var pulled = facts.pulledInBy(DefaultTargetMissing.NAME);
    var plan = facts.boot();
    var dropped = new TreeSet<>(pulled.units());
    dropped.removeIf(u -> plan.jobs().get(u) == JobType.START);
    if (dropped.isEmpty() || plan.refusal().isPresent()) {
      return Stream.empty();
    }
    var causes = rivals(facts);
    Losses.unloadable(facts).forEach(u -> causes.put(u, ""));
    var losses = Losses.of(causes.keySet(), dropped::contains, facts);
    return dropped.stream()
        .filter(u -> isEnabled(u, facts))
        .map(losses::chain)
        .filter(c -> !c.isEmpty() && !(c.size() == 1 && Losses.isTold(c.get(0), facts)))
        .map(c -> finding(c, losses, causes.get(losses.cause(c.get(0).from())), facts));
  }

  /**
   * The units that a conflict is sure to keep from starting, each with the one that starts instead
   * since the boot cannot do without it. Of two others it is left to chance which one starts.
   */
  private static TreeMap<String, String> rivals(Facts facts) {
    var rivals = new TreeMap<String, String>();
    var plan = facts.boot();
    var pulled = facts.pulledInBy(DefaultTargetMissing.NAME);
    for (Decision decision : plan.decisions()) {
      String unit = decision.job().unit();
      if (decision.step() == Decision.Step.MERGE_JOBS && decision.job().type() == JobType.START) {
        Stream.of(Dependency.CONFLICTS, Dependency.CONFLICTED_BY)
            .flatMap(kind -> facts.graph().others(unit, kind))
            .filter(u -> plan.jobs().get(u) == JobType.START && pulled.matters(u))
            .findFirst()
            .ifPresent(rival -> rivals.put(unit, rival));
      }
    }
    return rivals;
  }

  /** Whether somebody asked for just this unit. */
  private static boolean isEnabled(String unit, Facts facts) {
    return facts
        .graph()
        .in(unit)
        .flatMap(e -> e.kind().pullsIn() ? e.reasons().stream() : Stream.empty())
        .anyMatch(r -> r.link() && !Facts.isVendor(r.path()));
  }

  private static Diagnostic finding(List<Edge> chain, Losses losses, String rival, Facts facts) {
    var first = chain.get(0);
    String last = losses.cause(first.from());
    String problem = rival.isEmpty() ? Losses.problem(last, facts) : "is left out";
    String needed = "`" + last + "`, which " + problem;
    var found =
        RULE.at(
                Losses.place(first, facts),
                "`%s` is enabled, but no boot starts it: it requires %s",
                first.from(),
                chain.size() == 1 ? needed : "`" + first.to() + "`, and so in the end " + needed)
            .about(first.from());
    var told = losses.labelled(found, chain, facts);
    return rival.isEmpty()
        ? told.help("mend `" + last + "`, or use `Wants=` where a unit can do without the other")
        : told.note("`" + rival + "` is started instead of `" + last + "`: the two conflict")
            .help("enable only one of the two");
  }
}
