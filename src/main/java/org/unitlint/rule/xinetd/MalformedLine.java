package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.XinetdFlaw;

/**
 * A line of an entry is an attribute, a blank, an operator, and values. See xinetd.conf(5). Any
 * other line ends the entry.
 */
final class MalformedLine implements FlawRule {
  private static final RuleInfo INFO =
      new RuleInfo("X107", "malformed-line", ERROR, "line of an entry without `ATTRIBUTE = VALUE`");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<XinetdFlaw.Kind> flaws() {
    return Set.of(
        XinetdFlaw.Kind.NO_OPERATOR, XinetdFlaw.Kind.LONE_WORD, XinetdFlaw.Kind.BAD_OPERATOR);
  }

  @Override
  public Stream<Diagnostic> told(XinetdFlaw flaw, XinetdView view) {
    var words = Texts.words(flaw.place());
    var first = words.get(0);
    if (Texts.isForeignComment(first.text())) {
      return Stream.of(ForeignComment.of(INFO, first));
    }
    var before = continued(first);
    if (before.isPresent()) {
      return Stream.of(continuation(before.get(), first));
    }
    return Stream.of(
        flaw.kind() == XinetdFlaw.Kind.BAD_OPERATOR && words.size() > 1
            ? operator(first, words)
            : lone(first));
  }

  /** The backslash that ends the line above. */
  private static Optional<Place> continued(Place first) {
    var source = first.source();
    int start = Texts.start(source, first.span().start());
    if (start == 0) {
      return Optional.empty();
    }
    var above = Texts.words(source.place(start - 1, start - 1));
    return above.isEmpty() || !above.get(above.size() - 1).text().endsWith("\\")
        ? Optional.empty()
        : Optional.of(above.get(above.size() - 1)).map(MalformedLine::last);
  }

  private static Place last(Place word) {
    return word.source().place(word.span().end() - 1, word.span().end());
  }

  private static Diagnostic continuation(Place backslash, Place first) {
    var source = first.source();
    int from = backslash.span().start();
    while (from > 0 && Texts.isBlank(source.text().charAt(from - 1))) {
      from--;
    }
    return INFO.at(backslash, "a backslash does not continue the line: xinetd reads it as a value")
        .label(first, "so this line has no operator")
        .help("write it all in one line")
        .fix("join the lines", true, new Edit(source.place(from, first.span().start()), " "));
  }

  private static Diagnostic lone(Place word) {
    String name = word.text();
    int equals = name.indexOf('=');
    return INFO.at(word, "`%s` has neither operator nor value", name)
        .help(
            isAttribute(name)
                ? "write `" + name + " = VALUE`, or drop the line"
                : "drop the line, or begin it with `#`");
  }

  private static Diagnostic operator(Place first, List<Place> words) {
    var second = words.get(1);
    String name = first.text();
    String sign = second.text();
    var source = first.source();
    if (name.length() > 1 && name.endsWith(":")) {
      var colon = last(first);
      return INFO.at(colon, "`:` is no operator")
          .help("write `=`, with a blank before it")
          .fix(
              "write ` =`",
              isAttribute(name.substring(0, name.length() - 1)),
              new Edit(colon, " ="));
    }
    if (sign.equals(":") || sign.equals(":=") || sign.equals("=>") || sign.equals("->")) {
      return INFO.at(second, "`%s` is no operator", sign)
          .help("the operators are `=`, `+=` and `-=`")
          .fix("write `=`", isAttribute(name), new Edit(second, "="));
    }
    boolean split = (sign.equals("+") || sign.equals("-")) && words.size() > 2;
    if (split && words.get(2).text().startsWith("=")) {
      var equals = words.get(2).span().start();
      var both = source.place(second.span().start(), equals + 1);
      return INFO.at(both, "a blank splits the operator `%s=`", sign)
          .help("write `" + sign + "=` in one")
          .fix("write `" + sign + "=`", true, new Edit(both, sign + "="));
    }
    if (!isAttribute(name)) {
      return INFO.at(first, "`%s` begins no line of an entry", name)
          .help("write `ATTRIBUTE = VALUE`, or begin the line with `#`");
    }
    var gap = source.place(second.span().start(), second.span().start());
    return INFO.at(second, "no operator between `%s` and its value", name)
        .help("write `" + name + " = " + sign + "`")
        .fix("add `=`", words.stream().noneMatch(w -> w.text().contains("=")), new Edit(gap, "= "));
  }

  private static boolean isAttribute(String name) {
    return Catalog.standard().xinetd().attribute(AsciiCase.lower(name)).isPresent();
  }
}
