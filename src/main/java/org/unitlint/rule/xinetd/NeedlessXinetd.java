package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.convert.Converter;
import org.unitlint.host.convert.Exactness;
import org.unitlint.host.xinetd.XinetdService;

/** systemd listens by itself for what a socket unit names. See systemd.socket(5), Accept=. */
final class NeedlessXinetd implements XinetdRule {
  private static final RuleInfo RULE =
      new RuleInfo("X520", "needless-xinetd", INFO, "services that socket units can do");

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
    var byFile = new LinkedHashMap<String, List<XinetdService>>();
    view.config()
        .served()
        .filter(s -> !ClearTextLogin.takesPasswords(s))
        .filter(s -> converter.exactness(s).filter(e -> e != Exactness.NONE).isPresent())
        .forEach(s -> byFile.computeIfAbsent(s.path(), p -> new ArrayList<>()).add(s));
    return byFile.values().stream().map(NeedlessXinetd::told);
  }

  private static Diagnostic told(List<XinetdService> services) {
    var first = services.get(0);
    var found =
        services.size() == 1
            ? RULE.at(first.place(), "`%s` can be a socket unit", first.id())
            : RULE.at(
                first.place(),
                "`%s` and %s more of this file can be socket units",
                first.id(),
                String.valueOf(services.size() - 1));
    return found.help("`unitlint convert " + first.place().source().name() + "` writes the units");
  }
}
