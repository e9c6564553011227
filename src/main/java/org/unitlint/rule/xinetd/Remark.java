package org.unitlint.rule.xinetd;

import java.util.Optional;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;

/** Comments and line ends that are a part of values to xinetd. */
final class Remark {
  private Remark() {}

  /** The word with which a comment begins that explains the trouble. */
  static Optional<Value> explaining(Trouble trouble, XinetdView view) {
    int end = trouble.place().span().end();
    boolean counts = trouble.kind() == TroubleKind.WRONG_COUNT;
    return view.line(trouble.place())
        .flatMap(Remark::in)
        .filter(v -> counts || v.place().span().start() < end);
  }

  /**
   * Whether another finding tells of the trouble: of a comment behind the value, or of the carriage
   * return that is its last character.
   */
  static boolean isTold(Trouble trouble, XinetdView view) {
    return trouble.place().text().endsWith("\r") || explaining(trouble, view).isPresent();
  }

  /** The first of the values that begins a comment. */
  static Optional<Value> in(XinetdAttribute line) {
    return line.values().stream().filter(v -> v.text().startsWith("#")).findFirst();
  }
}
