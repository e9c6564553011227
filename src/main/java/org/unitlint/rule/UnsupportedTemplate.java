package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.UnitName;

/**
 * Units of some types stand for one thing of the machine and have no instances. See
 * systemd.unit(5).
 */
final class UnsupportedTemplate implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U224", "unsupported-template", ERROR, "template or instance of a type that has none");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    boolean plain = UnitName.parse(file.name()).filter(n -> !n.isPlain()).isEmpty();
    return plain || file.dropIn() || file.type().mayBeTemplate() || file.type() == UnitType.SCOPE
        ? Stream.empty()
        : Stream.of(
            RULE.at(
                    file.source().place(0, file.source().lineSpan(1).end()),
                    "`%s` is never loaded: a %s has no instances",
                    file.name(),
                    file.type().suffix())
                .help("leave out the `@`; in an escaped path it is written `\\x40`"));
  }
}
