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
import org.unitlint.syntax.XinetdFlaw;

/** Between entries only a head or an include may stand. See xinetd.conf(5). */
final class StrayLine implements FlawRule {
  private static final RuleInfo INFO =
      new RuleInfo("X101", "line-outside-entry", ERROR, "line that begins no entry");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<XinetdFlaw.Kind> flaws() {
    return Set.of(XinetdFlaw.Kind.MISSING_KEYWORD);
  }

  @Override
  public Stream<Diagnostic> told(XinetdFlaw flaw, XinetdView view) {
    return Stream.of(told(flaw.place()));
  }

  private static Diagnostic told(Place place) {
    String word = place.text();
    var words = Texts.words(place);
    if (word.equals("}")) {
      return INFO.at(place, "this `}` ends no entry")
          .help("drop it, or look for an entry above that ends too early")
          .fix("drop the line", words.size() == 1, removal(place));
    }
    if (word.equals("{")) {
      return INFO.at(place, "this `{` begins no entry: there is no head above")
          .help("write `service NAME` above it");
    }
    if (word.endsWith("\r")) {
      int end = place.span().end();
      String bare = word.substring(0, word.length() - 1);
      return INFO.at(
              place.source().place(end - 1, end),
              "a carriage return ends `%s`, so that it begins no entry",
              bare)
          .help("save the file with lines that end in LF alone");
    }
    if (Texts.isForeignComment(word)) {
      return ForeignComment.of(INFO, place);
    }
    var catalog = Catalog.standard();
    boolean attribute =
        words.size() > 1
            && words.get(1).text().matches("[+-]?=.*")
            && catalog.xinetd().attribute(AsciiCase.lower(word)).isPresent();
    if (attribute) {
      return INFO.at(place, "`%s` stands outside of any entry", word)
          .help("move it between the braces of a service, or look for a `}` too much above");
    }
    var found =
        INFO.at(place, "`%s` begins neither an entry nor an include", word)
            .help("only `service`, `defaults`, `include` and `includedir` may begin a line here");
    return Meant.keyword(word)
        .filter(g -> g.word().equals("defaults") || words.size() > 1)
        .map(
            g ->
                found
                    .help("did you mean `" + g.word() + "`?")
                    .fix("write `" + g.word() + "`", g.certain(), new Edit(place, g.word())))
        .orElse(found);
  }

  private static Edit removal(Place place) {
    return Texts.removal(place.source(), place.span().start());
  }
}
