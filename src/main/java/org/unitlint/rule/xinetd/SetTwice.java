package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;

/** Of two lines for one attribute the first counts, other than in most files. */
final class SetTwice implements TroubleRule {
  private static final RuleInfo RULE =
      new RuleInfo("X122", "attribute-set-twice", ERROR, "attribute that is set a second time");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.ALREADY_SET);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    var first = trouble.others().stream().flatMap(p -> view.line(p).stream()).findFirst();
    return view.line(trouble.place()).stream()
        .flatMap(second -> first.stream().map(f -> told(f, second, trouble, view)));
  }

  private static Diagnostic told(
      XinetdAttribute first, XinetdAttribute second, Trouble trouble, XinetdView view) {
    var place = second.place();
    String now = text(second);
    if (words(first).equals(words(second))) {
      return RULE.at(place, "`%s` is said twice", now)
          .as(INFO)
          .label(first.place(), "first here")
          .help("drop one of the lines")
          .fix("drop the line", true, Texts.removal(second));
    }
    var found =
        RULE.at(place, "`%s` does not count: the first `%s` does", now, first.name().text())
            .label(first.place(), "this counts")
            .help("drop the line that is not meant");
    if (second.is("disable")) {
      found = found.note(disable(second, trouble, view));
    }
    boolean apart = first.name().place().source() != second.name().place().source();
    return apart ? found.as(WARNING) : found;
  }

  private static String disable(XinetdAttribute second, Trouble trouble, XinetdView view) {
    boolean off =
        !second.values().isEmpty() && AsciiCase.equal(second.values().get(0).text(), "yes");
    String id = view.owner(trouble).map(s -> "`" + s.id() + "`").orElse("the service");
    return id + (off ? " is not disabled" : " stays disabled");
  }

  private static List<String> words(XinetdAttribute line) {
    return line.values().stream().map(Value::text).toList();
  }

  private static String text(XinetdAttribute line) {
    String values = line.values().stream().map(Value::text).collect(Collectors.joining(" "));
    return (line.name().text() + " " + line.sign().text() + " " + values).strip();
  }
}
