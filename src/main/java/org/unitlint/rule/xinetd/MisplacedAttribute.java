package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;
import org.unitlint.syntax.AsciiCase;

/** Some attributes count in services only, two in the defaults only. See xinetd.conf(5). */
final class MisplacedAttribute implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X121", "misplaced-attribute", ERROR, "attribute in an entry where it means nothing");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.UNKNOWN_ATTRIBUTE, TroubleKind.NOT_IN_DEFAULTS);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    String name = AsciiCase.lower(trouble.word(0));
    if (Catalog.standard().xinetd().attribute(name).isEmpty()) {
      return Stream.empty();
    }
    var found =
        trouble.kind() == TroubleKind.NOT_IN_DEFAULTS
            ? inDefaults(trouble, name)
            : inService(trouble, name, view);
    return Stream.of(Costs.noted(found.note("xinetd ignores the whole line"), trouble, view));
  }

  private static Diagnostic inDefaults(Trouble trouble, String name) {
    var found = INFO.at(trouble.place(), "`%s` means nothing in `defaults`", trouble.word(0));
    return name.equals("disable")
        ? found.help("name the services: `disabled = ID…`, or write it in each of them")
        : found.help("write it in each service that needs it");
  }

  /** {@code enabled} and {@code disabled}, often taken for {@code disable}. */
  private static Diagnostic inService(Trouble trouble, String name, XinetdView view) {
    var place = trouble.place();
    var found = INFO.at(place, "`%s` means nothing in a service", trouble.word(0));
    boolean says =
        view.line(place)
            .filter(a -> a.values().size() == 1 && a.values().get(0).text().matches("(?i)yes|no"))
            .isPresent();
    boolean free = view.entry(place).filter(e -> e.first("disable").isPresent()).isEmpty();
    if (!says) {
      return found.help("write it in `defaults`, with the ids of services");
    }
    if (name.equals("enabled")) {
      return found.help("a service is on unless it says `disable = yes`");
    }
    return free
        ? found
            .help("did you mean `disable`?")
            .fix("write `disable`", false, new Edit(place, "disable"))
        : found.help("drop the line: `disable` decides");
  }
}
