package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.XinetdEntry;
import org.unitlint.syntax.XinetdFlaw;

/** The opening brace stands alone on the line behind the head. See xinetd.conf(5). */
final class MissingOpenBrace implements FlawRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X104",
          "missing-open-brace",
          ERROR,
          "no `{` alone on the line behind the head of an entry");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<XinetdFlaw.Kind> flaws() {
    return Set.of(XinetdFlaw.Kind.MISSING_OPEN);
  }

  @Override
  public Stream<Diagnostic> told(XinetdFlaw flaw, XinetdView view) {
    return view.entry(flaw.place()).map(e -> told(flaw, e)).stream();
  }

  private static Diagnostic told(XinetdFlaw flaw, XinetdEntry entry) {
    var place = flaw.place();
    String text = place.text();
    var behind = place.source().place(place.span().start() + 1, place.span().end());
    if (text.startsWith("{")) {
      return beside(place, behind, entry);
    }
    String name = entry.name().text();
    if (name.length() > 1 && name.endsWith("{")) {
      var brace = entry.name().at(name.length() - 1, name.length());
      return INFO.at(brace, "`{` sticks to the name of the service")
          .help("put it on a line of its own")
          .fix("put `{` on a line of its own", true, new Edit(brace, "\n{"));
    }
    var found =
        INFO.at(place, "no `{` before the attributes of `%s`", name)
            .label(entry.head(), "this head lacks its `{`")
            .help("put `{` on a line of its own between them");
    boolean attribute =
        Catalog.standard().xinetd().attribute(AsciiCase.lower(text)).isPresent()
            && flaw.swallowed().isEmpty();
    return attribute
        ? found.fix(
            "put `{` above",
            true,
            Texts.above(place.source(), place.span().start(), indent(entry) + "{"))
        : found;
  }

  /** A brace with something before or behind it on its line. */
  private static Diagnostic beside(Place place, Place behind, XinetdEntry entry) {
    var source = place.source();
    int start = place.span().start();
    var brace = source.place(start, start + 1);
    boolean ofHead = source.line(start) == entry.keyword().place().line();
    var words = Texts.words(source, start, Texts.end(source, start));
    boolean more = words.size() > 1 || !behind.text().isEmpty();
    int from = start;
    while (from > 0 && Texts.isBlank(source.text().charAt(from - 1))) {
      from--;
    }
    int to = start + 1;
    while (to < source.text().length() && Texts.isBlank(source.text().charAt(to))) {
      to++;
    }
    String indent = indent(entry);
    var edit =
        new Edit(
            source.place(ofHead ? from : start, more ? to : start + 1),
            (ofHead ? "\n" + indent + "{" : "{") + (more ? "\n" + indent + "\t" : ""));
    return INFO.at(
            brace,
            ofHead
                ? "`{` stands on the line of the head, where xinetd does not see it"
                : "`{` does not stand alone on its line")
        .help("put it on a line of its own")
        .fix("put `{` on a line of its own", true, edit);
  }

  private static String indent(XinetdEntry entry) {
    return Texts.indent(entry.keyword().place().source(), entry.keyword().place().span().start());
  }
}
