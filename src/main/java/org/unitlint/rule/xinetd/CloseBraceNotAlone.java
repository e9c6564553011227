package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.syntax.XinetdFlaw;

/** A closing brace with anything else on its line is none. See xinetd.conf(5). */
final class CloseBraceNotAlone implements FlawRule {
  private static final RuleInfo INFO =
      new RuleInfo("X106", "close-brace-not-alone", ERROR, "something behind a `}`");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<XinetdFlaw.Kind> flaws() {
    return Set.of(XinetdFlaw.Kind.CLOSE_NOT_ALONE);
  }

  @Override
  public Stream<Diagnostic> told(XinetdFlaw flaw, XinetdView view) {
    var source = flaw.place().source();
    int brace = flaw.place().span().start() - 1;
    int start = brace + 1;
    while (start < flaw.place().span().end() && Texts.isBlank(source.text().charAt(start))) {
      start++;
    }
    var rest = source.place(start, flaw.place().span().end());
    var found =
        INFO.at(rest, "`%s` behind `}`, which has to stand alone on its line", rest.text())
            .help("leave nothing but `}` on the line");
    return Stream.of(fixed(found, source, brace, rest));
  }

  private static Diagnostic fixed(Diagnostic found, Source source, int brace, Place rest) {
    String text = rest.text();
    if (text.startsWith("#")) {
      var edits = Texts.moveUp(source, rest.span().start()).toArray(new Edit[0]);
      return found.fix("move the comment above", true, edits);
    }
    var all = source.place(brace + 1, rest.span().end());
    if (text.matches("[;,.]+")) {
      return found.fix("remove `" + text + "`", true, new Edit(all, ""));
    }
    boolean head = text.matches("(?i)(service\\s+\\S+|defaults)");
    return head
        ? found.fix(
            "put the next entry on a line of its own",
            true,
            new Edit(source.place(brace + 1, rest.span().start()), "\n"))
        : found;
  }
}
