package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;

/** {@code #} begins a comment only where nothing is before it on its line. See xinetd.conf(5). */
final class CommentBehindValue implements XinetdRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X125", "comment-behind-value", ERROR, "comment behind a value, which makes it wrong");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    var told = new HashSet<Place>();
    return Arrays.stream(TroubleKind.values())
        .filter(CommentBehindValue::isTold)
        .flatMap(view::troubles)
        .flatMap(
            t ->
                Remark.explaining(t, view)
                    .filter(word -> told.add(word.place()))
                    .map(word -> found(word, t, view))
                    .stream());
  }

  private static boolean isTold(TroubleKind kind) {
    return kind.isBadValue()
        || kind == TroubleKind.WRONG_COUNT
        || kind == TroubleKind.UNPARSABLE_ADDRESS
        || kind == TroubleKind.UNDEFINED_VARIABLE;
  }

  private static Diagnostic found(Value word, Trouble trouble, XinetdView view) {
    var line = view.line(word.place()).orElseThrow();
    var source = word.place().source();
    var place = source.place(word.place().span().start(), line.valuesPlace().span().end());
    var edits = Texts.moveUp(source, place.span().start()).toArray(new Edit[0]);
    var found =
        INFO.at(
                place,
                "a comment behind the value of `%s` is read as more values",
                line.name().text())
            .help("put the comment on a line of its own above")
            .fix("move the comment above", isComplete(line, word), edits);
    if (trouble.kind() == TroubleKind.WRONG_COUNT) {
      found = found.note("xinetd ignores the whole line");
    }
    return Costs.noted(found, trouble, view);
  }

  /** Whether there are values before the comment. */
  private static boolean isComplete(XinetdAttribute line, Value word) {
    return line.values().get(0) != word;
  }
}
