package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.Replacement;
import org.unitlint.catalog.Standing;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;

/** Old names and places of directives that systemd still takes for the new ones. */
final class OldSpelling implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("U107", "old-spelling", INFO, "old name or section of a directive");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return Spelling.in(file, facts, Spelling.Sort.KNOWN)
        .filter(s -> isOld(s.directive(facts).standing(facts.version())))
        .flatMap(s -> found(s, file, facts).stream());
  }

  private static boolean isOld(Standing standing) {
    return standing == Standing.LEGACY || standing == Standing.MOVED;
  }

  private static Optional<Diagnostic> found(Spelling written, CheckedFile file, Facts facts) {
    var replacement = written.directive(facts).replacement();
    if (replacement.isEmpty() || replacement.get().directive().isEmpty()) {
      return Optional.empty();
    }
    String section = replacement.get().section().orElse(written.section().name());
    String name = replacement.get().directive().get();
    boolean known =
        facts
            .catalog()
            .directive(section, name)
            .filter(d -> d.standing(facts.version()) == Standing.CURRENT)
            .isPresent();
    return known
        ? Optional.of(found(written, section, name, replacement.get(), file))
        : Optional.empty();
  }

  private static Diagnostic found(
      Spelling written, String section, String name, Replacement heir, CheckedFile file) {
    boolean moved = !section.equals(written.section().name());
    String value = heir.value().map(v -> "=" + v).orElse("");
    String place = moved ? " in [" + section + "]" : "";
    String message =
        moved && name.equals(written.shown())
            ? "`%s` in [%s] has moved to [" + section + "]"
            : "`%s` in [%s] is the old spelling of `" + name + value + "`" + place;
    var found =
        RULE.at(written.line().key().place(), message, written.shown(), written.section().name())
            .help("write `" + name + value + "`" + place);
    if (moved) {
      return new Move(file, written.line()).fix(found, section, name, true);
    }
    if (heir.value().isEmpty()) {
      return found.fix("rename it", true, new Edit(written.line().key().place(), name));
    }
    var edit = new Edit(written.line().place(), name + value);
    return isTrue(written) ? found.fix("write it anew", true, edit) : found;
  }

  private static boolean isTrue(Spelling written) {
    return written.line().value().text().matches("(?i)1|y|yes|t|true|on");
  }
}
