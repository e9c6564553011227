package org.unitlint.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.unitlint.catalog.ExposureCheck;
import org.unitlint.host.LoadedFile;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.security.Assessment.Finding;

/**
 * How exposed services are, and would be with more lines. Most services say the same about their
 * sandbox, namely nothing, so that what a check came to for one of them is known for others.
 */
final class Trials {
  /** Where drop-ins that are only tried are said to be. */
  private static final String PLACE = "/etc/systemd/trial.conf";

  private final Machine machine;
  private final Policy policy;
  private final Map<List<String>, LoadedFile> dropins = new ConcurrentHashMap<>();

  /** By check, by the directives that it asked for, and by what was said of these. */
  private final Map<String, Map<Set<String>, Map<List<String>, Finding>>> known =
      new ConcurrentHashMap<>();

  Trials(Machine machine, Policy policy) {
    this.machine = machine;
    this.policy = policy;
  }

  /** How exposed the service is as it stands. */
  Assessment start(Unit unit) {
    var said = Said.of(unit);
    var findings = new ArrayList<Finding>();
    for (ExposureCheck check : machine.catalog().exposureChecks()) {
      // Where something decides it, its place counts.
      findings.add(
          known(check, said)
              .filter(f -> f.outcome().settings().isEmpty())
              .orElseGet(() -> decide(check, said)));
    }
    return Assessment.of(said, findings);
  }

  /** What more lines come to: a check that asked for none of their directives is not asked. */
  Assessment with(Assessment now, List<String> lines) {
    var said = now.said().with(dropins.computeIfAbsent(lines, this::dropin), lines);
    var directives = lines.stream().map(l -> l.substring(0, l.indexOf('='))).distinct().toList();
    var findings = new ArrayList<>(now.findings());
    for (int i = 0; i < findings.size(); i++) {
      if (findings.get(i).dependsOn(directives)) {
        var check = findings.get(i).outcome().check();
        findings.set(i, known(check, said).orElseGet(() -> decide(check, said)));
      }
    }
    return Assessment.of(said, findings);
  }

  private Optional<Finding> known(ExposureCheck check, Said said) {
    for (var variant : known.getOrDefault(check.id(), Map.of()).entrySet()) {
      var finding = variant.getValue().get(said.of(variant.getKey()));
      if (finding != null) {
        return Optional.of(finding);
      }
    }
    return Optional.empty();
  }

  private Finding decide(ExposureCheck check, Said said) {
    var judge = said.judge(machine, policy);
    judge.asked();
    var outcome = judge.outcome(check);
    var finding = new Finding(outcome, judge.asked());
    known
        .computeIfAbsent(check.id(), c -> new ConcurrentHashMap<>())
        .computeIfAbsent(finding.asked(), a -> new ConcurrentHashMap<>())
        .put(said.of(finding.asked()), finding);
    return finding;
  }

  private LoadedFile dropin(List<String> lines) {
    return machine.dropin(PLACE, "[Service]\n" + String.join("\n", lines) + "\n");
  }
}
