package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Machine;
import org.unitlint.host.UnitName;
import org.unitlint.source.Paths;

/** Only files that end in {@code .conf} are drop-ins. See systemd.unit(5), "Description". */
final class DropinNotConf implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "L202",
          "dropin-not-conf",
          WARNING,
          "a file in a drop-in folder that systemd does not read");

  /** Endings by which people put a file aside. */
  private static final Set<String> PUT_ASIDE =
      Set.of("disabled", "off", "inactive", "example", "sample", "template", "in", "j2", "erb");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts.machine().folders().entrySet().stream()
        .filter(f -> f.getKey().endsWith(".d") && isForUnits(f.getKey()))
        .flatMap(f -> f.getValue().stream())
        .flatMap(
            folder ->
                facts.machine().children(folder).stream().map(file -> Paths.join(folder, file)))
        .filter(path -> isForgotten(path, facts))
        .map(path -> finding(path, facts));
  }

  private static boolean isForUnits(String folder) {
    String owner = folder.substring(0, folder.length() - ".d".length());
    return UnitName.parse(owner).isPresent() || UnitType.ofSuffix(owner).isPresent();
  }

  private static boolean isForgotten(String path, Facts facts) {
    String file = Paths.name(path);
    String ending = file.substring(file.lastIndexOf('.') + 1);
    return !file.endsWith(".conf")
        && !Machine.isLeftover(file)
        && !file.startsWith("README")
        && !PUT_ASIDE.contains(ending)
        && facts.machine().file(path).filter(f -> !f.tree().sections().isEmpty()).isPresent();
  }

  private static Diagnostic finding(String path, Facts facts) {
    String file = Paths.name(path);
    int dot = file.lastIndexOf('.');
    String better = (dot > 0 ? file.substring(0, dot) : file) + ".conf";
    return RULE.at(facts.place(path), "`%s` is no drop-in: its name does not end in `.conf`", file)
        .help("rename it to `" + better + "`");
  }
}
