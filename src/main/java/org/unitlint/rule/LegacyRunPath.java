package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.HINT;
import static org.unitlint.diagnostic.Severity.INFO;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;

/** {@code /var/run} and {@code /var/lock} are links for old programs. See file-hierarchy(7). */
final class LegacyRunPath implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U310", "legacy-run-path", INFO, "a path below `/var/run` or `/var/lock`");
  private static final Pattern LEGACY =
      Pattern.compile("(?<![A-Za-z0-9_./-])/var/(run|lock)(?=[/\\s\"':;,)]|$)");

  /** Texts for people, and what other rules tell of. */
  private static final Set<String> ELSEWHERE =
      Set.of("Description", "Documentation", "PIDFile", "Where");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return unit.settings().all().stream()
        .filter(s -> s.text().contains("/var/") && !ELSEWHERE.contains(s.name()))
        .flatMap(s -> check(s, facts));
  }

  private static Stream<Diagnostic> check(Setting setting, Facts facts) {
    var edits = new ArrayList<Edit>();
    List<Place> places = new ArrayList<>();
    var legacy = LEGACY.matcher(setting.text());
    while (legacy.find()) {
      var place = setting.value().at(legacy.start(), legacy.end());
      places.add(place);
      edits.add(new Edit(place, legacy.group(1).equals("run") ? "/run" : "/run/lock"));
    }
    if (places.isEmpty()) {
      return Stream.empty();
    }
    String now = edits.get(0).text();
    var found =
        RULE.at(places.get(0), "`%s` is the old name of `%s`", places.get(0).text(), now)
            .help("write `" + now + "`")
            .fix("write `" + now + "`", isPath(setting), edits.toArray(Edit[]::new));
    return Stream.of(isPath(setting) ? Advice.mild(found, setting, facts) : found.as(HINT));
  }

  /** Whether systemd itself uses the path, and does not hand it on to a program. */
  private static boolean isPath(Setting setting) {
    String kind = setting.directive().valueKind();
    return !kind.equals("exec-command") && !kind.startsWith("environment");
  }
}
