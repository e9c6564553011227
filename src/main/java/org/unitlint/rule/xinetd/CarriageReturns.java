package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.LinkedHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;
import org.unitlint.source.Source;

/** A carriage return before the end of a line is part of the last value. See xinetd.conf(5). */
final class CarriageReturns implements XinetdRule {
  private static final RuleInfo INFO =
      new RuleInfo("X418", "carriage-returns", ERROR, "lines end with CR LF");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    var first = new LinkedHashMap<Source, Trouble>();
    view.troubles(TroubleKind.CARRIAGE_RETURN)
        .forEach(t -> first.merge(t.place().source(), t, CarriageReturns::earlier));
    return first.values().stream().map(t -> told(t, count(t.place().source(), view)));
  }

  private static Trouble earlier(Trouble one, Trouble other) {
    return one.place().span().start() <= other.place().span().start() ? one : other;
  }

  private static long count(Source source, XinetdView view) {
    return view.troubles(TroubleKind.CARRIAGE_RETURN)
        .filter(t -> t.place().source() == source)
        .count();
  }

  private static Diagnostic told(Trouble trouble, long count) {
    var source = trouble.place().source();
    var found =
        INFO.at(trouble.place(), "the line ends with CR LF, and so its last value with CR")
            .note(
                "xinetd takes CR for a part of the value"
                    + (count > 1 ? ", as in " + (count - 1) + " more of this file" : ""))
            .help("end the lines with LF alone");
    return found.fix("end all lines with LF", true, without(source));
  }

  /** Takes out each CR before LF. */
  private static Edit[] without(Source source) {
    String text = source.text();
    return IntStream.range(0, text.length() - 1)
        .filter(i -> text.charAt(i) == '\r' && text.charAt(i + 1) == '\n')
        .mapToObj(i -> new Edit(source.place(i, i + 1), ""))
        .toArray(Edit[]::new);
  }
}
