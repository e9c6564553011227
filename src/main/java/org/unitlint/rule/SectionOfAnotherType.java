package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.UnitName;
import org.unitlint.source.Paths;
import org.unitlint.syntax.Section;

/** Each type of unit reads its own section only. See systemd.unit(5). */
final class SectionOfAnotherType implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U102", "section-of-another-type", ERROR, "section that another type of unit reads");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return file.tree().sections().stream()
        .filter(s -> s.header().isValid())
        .flatMap(s -> found(s, file, facts).stream());
  }

  private static Optional<Diagnostic> found(Section section, CheckedFile file, Facts facts) {
    if (facts.catalog().sections(file.type()).stream().anyMatch(section.name()::equalsIgnoreCase)) {
      return Optional.empty();
    }
    return Stream.of(UnitType.values())
        .filter(type -> type.section().equalsIgnoreCase(section.name()))
        .findFirst()
        .map(
            type ->
                RULE.at(
                        section.header().name().place(),
                        "[%s] is ignored in a %s",
                        section.name(),
                        file.type().suffix())
                    .help(advice(type, file)));
  }

  private static String advice(UnitType type, CheckedFile file) {
    if (type == UnitType.SCOPE) {
      return "remove it: scopes are made by programs, not by files";
    }
    return unitName(file)
        .map(name -> "put it into `" + name + "." + type.suffix() + "`")
        .orElse("put it into a " + type.suffix() + " unit");
  }

  /** The name without suffix of the one unit that the file is for. */
  private static Optional<String> unitName(CheckedFile file) {
    String path = file.file().path();
    String name =
        file.dropIn() ? Paths.name(Paths.parent(path)).replaceAll("\\.d$", "") : file.name();
    return UnitName.parse(name).map(n -> name.substring(0, name.lastIndexOf('.')));
  }
}
