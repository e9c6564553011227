package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Section;
import org.unitlint.syntax.Value;

/** Names of sections and directives count with their case. See systemd.syntax(7). */
final class WrongCase implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U103", "wrong-case", ERROR, "section or directive in wrong upper and lower case");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    var sections =
        file.tree().sections().stream()
            .filter(s -> s.header().isValid())
            .flatMap(s -> section(s, file, facts).stream());
    var directives =
        Spelling.in(file, facts, Spelling.Sort.WRONG_CASE)
            .map(
                s ->
                    found(
                        s.line().key(),
                        s.meant(),
                        "unknown directive `" + s.shown() + "` in [" + s.section().name() + "]",
                        s.meant()));
    return Stream.concat(sections, directives);
  }

  private static Optional<Diagnostic> section(Section section, CheckedFile file, Facts facts) {
    var name = section.header().name();
    return facts.catalog().sections(file.type()).stream()
        .filter(known -> known.equalsIgnoreCase(name.text()) && !known.equals(name.text()))
        .findFirst()
        .map(
            known ->
                found(
                    name,
                    known,
                    "unknown section `[" + name + "]`: its lines are ignored",
                    "[" + known + "]"));
  }

  private static Diagnostic found(Value written, String meant, String message, String shown) {
    return RULE.at(written.place(), "%s", message)
        .help("write `" + shown + "`: upper and lower case count")
        .fix("write it right", true, new Edit(written.place(), meant));
  }
}
