package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Cycle;
import org.unitlint.graph.PulledIn;

/**
 * A boot that needs a unit which cannot be loaded, or that contradicts itself, comes to nothing.
 * See systemd.unit(5), "Requires=", and systemd(1), "System manager bootup".
 */
final class BootRefused implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("B103", "boot-refused", ERROR, "a boot that systemd refuses as a whole");

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
    if (pulled.units().isEmpty() || facts.boot().refusal().isEmpty()) {
      return Stream.empty();
    }
    var losses = Losses.of(Losses.unloadable(facts), pulled::contains, facts);
    String anchor = pulled.anchor();
    if (losses.chain(anchor).isEmpty()) {
      return contradiction(pulled, facts).stream();
    }
    return Losses.isTold(losses.last(anchor), facts)
        ? Stream.empty()
        : Stream.of(missing(anchor, losses, facts));
  }

  private static Diagnostic missing(String anchor, Losses losses, Facts facts) {
    var last = losses.last(anchor);
    var found =
        RULE.at(
                Losses.place(last, facts),
                "systemd refuses the whole boot: `%s` requires `%s`, which %s",
                anchor,
                last.to(),
                Losses.problem(last.to(), facts))
            .about(last.from());
    return losses
        .labelled(found, losses.chain(anchor), facts)
        .help("mend `" + last.to() + "`, or use `Wants=` where a unit can do without the other");
  }

  /** What no rule about cycles and conflicts tells of. */
  private static Optional<Diagnostic> contradiction(PulledIn pulled, Facts facts) {
    boolean told =
        facts.cycles().stream().anyMatch(Cycle::isFatal)
            || pulled.units().stream()
                .filter(pulled::matters)
                .flatMap(u -> facts.reach().conflicts(u).stream())
                .anyMatch(e -> RequiresAndConflicts.tellsOf(e, facts));
    if (told) {
      return Optional.empty();
    }
    var target = facts.graph().units().get(pulled.anchor());
    return Optional.of(
        RULE.at(
                facts.place(target.fragmentPath()),
                "systemd refuses the whole boot into `%s`: %s",
                target.name(),
                facts.boot().refusal().orElseThrow())
            .about(pulled.anchor())
            .help("use `Wants=` for what `" + target.name() + "` can do without"));
  }
}
