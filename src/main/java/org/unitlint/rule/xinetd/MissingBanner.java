package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Setting;
import org.unitlint.source.Paths;

/**
 * The file is opened at each connection; without it there is no text, but an error in the log. See
 * xinetd.conf(5), {@code banner}.
 */
final class MissingBanner implements XinetdRule {
  private static final RuleInfo RULE =
      new RuleInfo("X507", "missing-banner", WARNING, "a banner does not exist");
  private static final List<String> ATTRIBUTES = List.of("banner", "banner_success", "banner_fail");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    return view.whole()
        ? Services.wanted(view)
            .flatMap(s -> ATTRIBUTES.stream().flatMap(a -> s.setting(a).stream()))
            .flatMap(s -> told(s, view))
        : Stream.empty();
  }

  private static Stream<Diagnostic> told(Setting setting, XinetdView view) {
    String path = setting.text();
    boolean missing =
        path.startsWith("/")
            && !view.machine().programs().exists(Paths.normalize(path)).orElse(true);
    return setting.written().stream()
        .filter(l -> missing && !l.values().isEmpty())
        .limit(1)
        .map(
            l ->
                RULE.at(l.valuesPlace(), "the banner `%s` does not exist", path)
                    .note("xinetd complains of it at each connection"));
  }
}
