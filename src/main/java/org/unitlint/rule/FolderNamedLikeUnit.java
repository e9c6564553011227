package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Trouble;
import org.unitlint.source.Paths;

/** A folder is no unit; drop-ins lie in a folder that ends in {@code .d}. See systemd.unit(5). */
final class FolderNamedLikeUnit implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("L209", "folder-named-like-unit", WARNING, "a folder with the name of a unit");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts.machine().troubles().stream()
        .filter(t -> t.kind() == Trouble.Kind.FOLDER)
        .filter(t -> facts.whole() || holdsDropins(t.path(), facts))
        .map(t -> finding(t.path(), facts));
  }

  private static boolean holdsDropins(String folder, Facts facts) {
    return facts.machine().children(folder).stream().anyMatch(f -> f.endsWith(".conf"));
  }

  private static Diagnostic finding(String path, Facts facts) {
    String name = Paths.name(path);
    var found = RULE.at(facts.place(path), "`%s` is a folder, which systemd ignores", name);
    return holdsDropins(path, facts)
        ? found.help("for drop-ins rename it to `" + name + ".d`")
        : found.help("put a file in its place, or remove it");
  }
}
