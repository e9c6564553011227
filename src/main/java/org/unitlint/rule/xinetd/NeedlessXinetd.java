package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Label;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.convert.Converter;
import org.unitlint.host.convert.Exactness;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Place;

/** systemd listens by itself for what a socket unit names. See systemd.socket(5), Accept=. */
final class NeedlessXinetd implements XinetdRule {
  private static final RuleInfo RULE =
      new RuleInfo("X520", "needless-xinetd", INFO, "services that socket units can do");

  /** Nobody needs to know of more to see the point. */
  private static final int MOST = 100;

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    if (view.whole() && !view.machine().hasSystemd()) {
      return Stream.empty();
    }
    var converter = new Converter(view.machine().setup().version());
    var names = new ServerNames(view.machine().programs());
    var services =
        view.config()
            .served()
            .filter(s -> !ClearTextLogin.takesPasswords(s))
            .filter(s -> names.wellKnown(s.run().server(), s.name()).isEmpty())
            .filter(s -> converter.exactness(s).filter(e -> e != Exactness.NONE).isPresent())
            .limit(MOST)
            .toList();
    return services.isEmpty() ? Stream.empty() : Stream.of(told(services));
  }

  /** Of all services that can be, the finding is at the first that they look at. */
  @Override
  public Diagnostic seenFrom(Diagnostic finding, Predicate<Place> wanted) {
    var all =
        Stream.concat(Stream.of(finding.place()), finding.labels().stream().map(Label::place));
    var place = all.filter(wanted).findFirst().orElse(finding.place());
    var seen = RULE.at(place, "%s", finding.message());
    return seen.help("`unitlint convert " + place.source().name() + "` writes the units");
  }

  private static Diagnostic told(List<XinetdService> services) {
    var first = services.get(0);
    var found =
        services.size() == 1
            ? RULE.at(first.place(), "`%s` can be a socket unit", first.id())
            : RULE.at(
                first.place(),
                "%s can be socket units",
                services.size() == MOST
                    ? "at least " + MOST + " services"
                    : Services.list(services));
    for (XinetdService other : services.subList(1, services.size())) {
      found = found.label(other.place(), "and this");
    }
    return found;
  }
}
