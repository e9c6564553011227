package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.KnownAttribute;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;

/** Most attributes take one value, two take two; some take at least one. See xinetd.conf(5). */
final class WrongCount implements ValueRule {
  private static final RuleInfo INFO =
      new RuleInfo("X124", "wrong-count", ERROR, "too many or too few values");
  private static final List<String> WORDS = List.of("no value", "one value", "two values");

  /** An entry with so many lines without values is a form. */
  private static final int MANY = 6;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.WRONG_COUNT, TroubleKind.NO_VALUES);
  }

  @Override
  public Stream<Diagnostic> found(Trouble trouble, XinetdView view) {
    return view.line(trouble.place()).stream()
        .filter(line -> !line.values().isEmpty() || isFirst(line, view))
        .map(
            line ->
                trouble.kind() == TroubleKind.NO_VALUES
                    ? none(line)
                    : count(line, trouble).note("xinetd ignores the whole line"));
  }

  /** Whether to tell of a line without values: in a form to be filled in only of the first. */
  private static boolean isFirst(XinetdAttribute line, XinetdView view) {
    var entry = view.entry(line.name().place());
    var bare =
        entry.stream()
            .flatMap(e -> e.attributes().stream())
            .filter(a -> a.values().isEmpty() && !takesNone(a))
            .toList();
    return bare.size() < MANY || bare.get(0) == line;
  }

  private static boolean takesNone(XinetdAttribute line) {
    return Catalog.standard()
        .xinetd()
        .attribute(AsciiCase.lower(line.name().text()))
        .flatMap(KnownAttribute::values)
        .filter(c -> c != KnownAttribute.Count.ANY)
        .isEmpty();
  }

  private static Diagnostic none(XinetdAttribute line) {
    String name = line.name().text();
    boolean harmless = line.is("server_args") || line.is("flags");
    return INFO.at(line.place(), "`%s` without a value", name)
        .help("write a value, or drop the line")
        .fix("drop the line", harmless, Texts.removal(line));
  }

  private static Diagnostic count(XinetdAttribute line, Trouble trouble) {
    String name = line.name().text();
    int wanted = Integer.parseInt(trouble.word(1));
    var values = line.values();
    if (values.isEmpty()) {
      return INFO.at(line.place(), "`%s` without a value", name)
          .help("write " + WORDS.get(wanted) + ", or drop the line");
    }
    if (values.get(0).text().matches("=+") && values.size() == wanted + 1) {
      var sign = line.sign().place().to(values.get(0).place());
      return INFO.at(sign, "`%s` is no operator", sign.text())
          .help("write `=`")
          .fix("write `=`", true, new Edit(sign, "="));
    }
    var last = values.get(values.size() - 1);
    if (last.text().equals(";") && values.size() == wanted + 1) {
      return INFO.at(last.place(), "`;` is read as another value of `%s`", name)
          .help("remove it")
          .fix("remove `;`", true, new Edit(behind(values), ""));
    }
    if (wanted == 2 && values.size() == 1) {
      return one(line, values.get(0));
    }
    var place =
        values.size() > wanted ? values.get(wanted).place().to(last.place()) : line.valuesPlace();
    return INFO.at(
            place,
            "`%s` takes %s, but here are %s",
            name,
            WORDS.get(wanted),
            values.size() < WORDS.size()
                ? WORDS.get(values.size()).replace(" values", "").replace(" value", "")
                : String.valueOf(values.size()))
        .help("write " + WORDS.get(wanted));
  }

  /** From the last value but one to the end of the last. */
  private static Place behind(List<Value> values) {
    var before = values.get(values.size() - 2).place();
    int end = values.get(values.size() - 1).place().span().end();
    return before.source().place(before.span().end(), end);
  }

  /** One value where there have to be two, which may be stuck together. */
  private static Diagnostic one(XinetdAttribute line, Value value) {
    boolean rate = AsciiCase.equal(line.name().text(), "cps");
    var found =
        INFO.at(value.place(), "`%s` takes two values, but here is one", line.name().text())
            .help(rate ? "write RATE SECONDS" : "write HOST PORT, with a blank between them");
    String text = value.text();
    int at = rate ? text.indexOf(',') : text.lastIndexOf(':');
    boolean stuck =
        at > 0
            && at < text.length() - 1
            && (rate
                ? text.matches("[0-9]+,[0-9]+")
                : text.indexOf(':') == at || text.startsWith("[") && text.charAt(at - 1) == ']');
    if (!stuck) {
      return found;
    }
    String host = text.substring(0, at).replace("[", "").replace("]", "");
    return found.fix(
        "write a blank between them",
        true,
        new Edit(value.place(), host + " " + text.substring(at + 1)));
  }
}
