package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.syntax.XinetdFlaw;

/** A blank divides the attribute from its operator; {@code port=1} is one word to xinetd. */
final class NoBlankBeforeOperator implements FlawRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X108", "no-blank-before-operator", ERROR, "operator that sticks to its attribute");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<XinetdFlaw.Kind> flaws() {
    return Set.of(XinetdFlaw.Kind.NO_BLANK_BEFORE_OPERATOR);
  }

  @Override
  public Stream<Diagnostic> told(XinetdFlaw flaw, XinetdView view) {
    var source = flaw.place().source();
    String text = source.text();
    int equals = flaw.place().span().end() - 1;
    int start = flaw.place().span().start();
    char before = equals > start ? text.charAt(equals - 1) : ' ';
    int sign = before == '+' || before == '-' ? equals - 1 : equals;
    String name = text.substring(start, sign);
    String operator = text.substring(sign, equals + 1);
    if (name.isEmpty()) {
      return Stream.of(
          INFO.at(flaw.place(), "`%s` without an attribute before it", operator)
              .help("write `ATTRIBUTE = VALUE`, or drop the line"));
    }
    if (Texts.isForeignComment(name)) {
      return Stream.of(ForeignComment.of(INFO, flaw.place()));
    }
    int next = equals + 1;
    boolean stuck = next < text.length() && !Character.isWhitespace(text.charAt(next));
    var place = source.place(sign, equals + 1);
    return Stream.of(
        INFO.at(place, "no blank between `%s` and `%s`", name, operator)
            .help("write `" + name + " " + operator + " VALUE`")
            .fix("add the blank", true, new Edit(place, " " + operator + (stuck ? " " : ""))));
  }
}
