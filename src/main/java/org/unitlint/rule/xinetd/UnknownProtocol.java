package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.unitlint.catalog.Nearest;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;
import org.unitlint.syntax.AsciiCase;

/** A protocol has to be in protocols(5). */
final class UnknownProtocol implements ValueRule {
  private static final RuleInfo INFO =
      new RuleInfo("X210", "unknown-protocol", ERROR, "protocol that is not in protocols(5)");
  private static final Map<String, String> OTHERS =
      Map.of(
          "tcp4", "tcp", "tcp6", "tcp", "udp4", "udp", "udp6", "udp", "stream", "tcp", "dgram",
          "udp");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.UNKNOWN_PROTOCOL);
  }

  @Override
  public Stream<Diagnostic> found(Trouble trouble, XinetdView view) {
    String word = trouble.word(0);
    String lower = AsciiCase.lower(word);
    var found = INFO.at(trouble.place(), "unknown protocol `%s`", word);
    boolean family = lower.endsWith("4") || lower.endsWith("6");
    var bare = Bare.of(lower).filter(b -> b.equals("tcp") || b.equals("udp"));
    String meant =
        bare.orElseGet(
            () -> OTHERS.getOrDefault(lower, Nearest.of(lower, List.of("tcp", "udp")).orElse("")));
    if (meant.isEmpty()) {
      return Stream.of(found.help("write a name of protocols(5), such as `tcp` or `udp`"));
    }
    return Stream.of(
        found
            .help(
                family && OTHERS.containsKey(lower)
                    ? "write `"
                        + meant
                        + "`; `flags` tells the family: `IPv"
                        + lower.charAt(3)
                        + "`"
                    : "did you mean `" + meant + "`?")
            .fix("write `" + meant + "`", !family, new Edit(trouble.place(), meant)));
  }
}
