package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;

/** The dashes of a slice's name are the levels of its tree. See systemd.slice(5). */
final class BadSliceName implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U222",
          "bad-slice-name",
          ERROR,
          "slice with a name that is no path in the tree of slices");
  private static final Pattern BAD = Pattern.compile("^-|--|-\\.slice$");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    String name = file.name();
    boolean slice = file.type() == UnitType.SLICE && !file.dropIn() && !name.equals("-.slice");
    return slice && BAD.matcher(name).find()
        ? Stream.of(
            RULE.at(
                    file.source().place(0, file.source().lineSpan(1).end()),
                    "`%s` is no name of a slice: a dash must join two words",
                    name)
                .help("name it `%s`, or escape a dash as `\\x2d`".formatted(mended(name))))
        : Stream.empty();
  }

  private static String mended(String name) {
    return name.replaceFirst("^-+", "").replaceAll("-+", "-").replace("-.slice", ".slice");
  }
}
