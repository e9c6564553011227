package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.syntax.XinetdAttribute;

/**
 * A limit of none, a negative load, or an empty {@code only_from}: xinetd listens, and closes every
 * connection. See xinetd.conf(5), {@code instances}, {@code per_source}, {@code max_load}, {@code
 * only_from}.
 */
final class ServesNobody implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X407", "serves-nobody", ERROR, "a service is served for nobody");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.SERVES_NOBODY, TroubleKind.NOBODY_ALLOWED);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return trouble.kind() == TroubleKind.SERVES_NOBODY
        ? Stream.of(limit(trouble))
        : nobody(trouble, view);
  }

  private static Diagnostic limit(Trouble trouble) {
    String attribute = trouble.word(0);
    String value = trouble.place().text();
    return attribute.equals("max_load")
        ? INFO.at(
                trouble.place(),
                "`max_load = %s` refuses everybody: the load is never that low",
                value)
            .help("write the load from which on to refuse, or drop the line")
        : INFO.at(trouble.place(), "`%s = %s` refuses everybody", attribute, value)
            .help("drop the line, or write `UNLIMITED` for no limit");
  }

  private static Stream<Diagnostic> nobody(Trouble trouble, XinetdView view) {
    var owner = view.owner(trouble);
    boolean follows =
        owner.stream()
            .flatMap(s -> s.troubles().stream())
            .anyMatch(
                t ->
                    t.kind() == TroubleKind.UNPARSABLE_ADDRESS
                        || t.kind() == TroubleKind.NOTHING_TO_REMOVE);
    if (owner.isEmpty() || follows) {
      return Stream.empty();
    }
    String id = owner.get().id();
    boolean own = Lines.entry(view, owner.get().place()).equals(Lines.entry(view, trouble.place()));
    var place = own ? trouble.place() : owner.get().place();
    var found =
        INFO.at(place, "`only_from` is empty, so that nobody may use service `%s`", id).as(WARNING);
    boolean said =
        Lines.at(view, trouble.place())
            .filter(l -> own && l.operator() == XinetdAttribute.Operator.SET)
            .isPresent();
    return Stream.of(
        (own
                ? found.as(said ? Severity.INFO : WARNING)
                : found.label(trouble.place(), "empty here"))
            .help("name who may connect, or write `disable = yes`"));
  }
}
