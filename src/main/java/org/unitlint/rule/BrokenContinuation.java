package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.HashSet;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.Flaw;
import org.unitlint.syntax.Junk;

/** A backslash continues a line only as its very last character. See systemd.syntax(7). */
final class BrokenContinuation implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "S009", "broken-continuation", ERROR, "blanks behind the backslash that ends a line");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    var leftovers = file.leftovers(facts);
    var flaws =
        file.tree().flaws().stream()
            .filter(f -> f.kind() == Flaw.Kind.BLANK_AFTER_BACKSLASH)
            .map(Flaw::place);
    var further =
        leftovers.stream()
            .filter(Junk.class::isInstance)
            .map(e -> ((Junk) e).text())
            .filter(t -> t.text().endsWith("\\"))
            .map(t -> t.at(t.text().length() - 1, t.text().length()));
    var cutOff = new HashSet<Integer>();
    leftovers.forEach(e -> cutOff.add(file.source().line(e.span().start())));
    return Stream.concat(flaws, further)
        .filter(p -> !blanks(p).text().isEmpty())
        .map(p -> found(p, cutOff.contains(p.line() + 1)));
  }

  /** The finding; the fix is safe where the next line is what should have been joined. */
  private static Diagnostic found(Place backslash, boolean hasNext) {
    var blanks = blanks(backslash);
    return RULE.at(
            backslash.to(blanks), "the backslash does not continue the line: blanks follow it")
        .help("remove the blanks behind the backslash")
        .fix("remove the blanks", hasNext, new Edit(blanks, ""));
  }

  private static Place blanks(Place backslash) {
    var source = backslash.source();
    int start = backslash.span().end();
    return source.place(start, Math.max(start, source.lineSpan(backslash.line()).end()));
  }
}
