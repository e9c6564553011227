package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.syntax.Element;
import org.unitlint.syntax.Junk;

/** systemd does not read {@code .include} lines any more, since 246. */
final class IncludeLine implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("S013", "include-line", ERROR, "`.include` line");
  private static final String INCLUDE = ".include";
  private static final int REMOVED_IN = 246;

  @Override
  public RuleInfo info() {
    return RULE;
  }

  /** Whether the line includes another file. */
  static boolean is(Element line) {
    if (!(line instanceof Junk)) {
      return false;
    }
    String text = ((Junk) line).text().text();
    return text.equals(INCLUDE)
        || text.startsWith(INCLUDE + " ")
        || text.startsWith(INCLUDE + "\t");
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return file.tree().elements().stream()
        .filter(IncludeLine::is)
        .map(e -> found(((Junk) e), file, facts));
  }

  private static Diagnostic found(Junk line, CheckedFile file, Facts facts) {
    boolean removed = facts.version() >= REMOVED_IN;
    String path = line.text().text().substring(INCLUDE.length()).strip();
    String unit = path.substring(path.lastIndexOf('/') + 1);
    return RULE.at(
            line.text().place(),
            removed ? "`.include` is not read any more" : "`.include` is going away")
        .as(removed ? ERROR : WARNING)
        .note("systemd " + REMOVED_IN + " removed it")
        .help(
            unit.equals(file.name())
                ? "drop this file and put only the changed lines into `" + unit + ".d/local.conf`"
                : "copy the lines of `" + path + "` here, or put changes into a drop-in");
  }
}
