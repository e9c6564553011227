package org.unitlint.rule.xinetd;

import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;

/** Comments as other languages have them. */
final class ForeignComment {
  private ForeignComment() {}

  /** The finding about one that begins with the word at the place. */
  static Diagnostic of(RuleInfo info, Place word) {
    String text = word.text();
    int length = text.startsWith(";") ? 1 : text.startsWith("<!--") ? 4 : 2;
    boolean closes = text.startsWith("/*") || text.startsWith("<");
    var source = word.source();
    int start = word.span().start();
    var mark = source.place(start, start + length);
    var found =
        info.at(mark, "`%s` begins no comment: only `#` does", mark.text())
            .help("begin the line with `#`");
    return closes ? found : found.fix("begin it with `#`", true, new Edit(mark, "#"));
  }
}
