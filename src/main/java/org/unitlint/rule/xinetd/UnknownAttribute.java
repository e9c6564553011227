package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.AsciiCase;

/** xinetd warns of an attribute that it does not know, and goes on. See xinetd.conf(5). */
final class UnknownAttribute implements TroubleRule {
  private static final RuleInfo RULE =
      new RuleInfo("X120", "unknown-attribute", ERROR, "attribute that xinetd does not know");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.UNKNOWN_ATTRIBUTE, TroubleKind.NOT_IN_DEFAULTS);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    String name = trouble.word(0);
    boolean known = Catalog.standard().xinetd().attribute(AsciiCase.lower(name)).isPresent();
    return known ? Stream.empty() : Stream.of(told(trouble.place(), name, trouble, view));
  }

  private static Diagnostic told(Place place, String name, Trouble trouble, XinetdView view) {
    if (Texts.isForeignComment(name)) {
      return ForeignComment.of(RULE, place).as(WARNING);
    }
    var other = Catalog.standard().xinetd().otherAttribute(AsciiCase.lower(name));
    if (other.isPresent()) {
      return RULE.at(place, "`%s` is known only to %s", name, other.get())
          .as(INFO)
          .note("any other xinetd ignores the line")
          .help("drop the line");
    }
    var found =
        RULE.at(place, "unknown attribute `%s`", name).note("xinetd ignores the whole line");
    var guess = Meant.guessAttribute(name);
    if (guess.isEmpty()) {
      return Costs.noted(found.help("drop the line"), trouble, view);
    }
    String meant = guess.get().word();
    found = found.help("did you mean `" + meant + "`?");
    boolean free =
        view.entry(place).filter(e -> e.first(meant).isPresent()).isEmpty()
            && isAllowed(meant, trouble);
    return Costs.noted(
        free
            ? found.fix("write `" + meant + "`", guess.get().certain(), new Edit(place, meant))
            : found,
        trouble,
        view);
  }

  private static boolean isAllowed(String meant, Trouble trouble) {
    return Catalog.standard()
        .xinetd()
        .attribute(meant)
        .flatMap(a -> trouble.kind() == TroubleKind.NOT_IN_DEFAULTS ? a.inDefaults() : a.values())
        .isPresent();
  }
}
