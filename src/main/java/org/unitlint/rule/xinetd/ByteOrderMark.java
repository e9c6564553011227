package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.syntax.XinetdFlaw;

/** xinetd takes a byte order mark for a part of the first word, as it knows nothing of UTF-8. */
final class ByteOrderMark implements FlawRule {
  private static final RuleInfo INFO =
      new RuleInfo("X102", "byte-order-mark", ERROR, "byte order mark before the first entry");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<XinetdFlaw.Kind> flaws() {
    return Set.of(XinetdFlaw.Kind.BYTE_ORDER_MARK);
  }

  @Override
  public Stream<Diagnostic> told(XinetdFlaw flaw, XinetdView view) {
    return Stream.of(
        INFO.at(flaw.place(), "the file begins with a byte order mark, which hides its first line")
            .help("save the file as UTF-8 without byte order mark")
            .fix("remove the byte order mark", true, new Edit(flaw.place(), "")));
  }
}
