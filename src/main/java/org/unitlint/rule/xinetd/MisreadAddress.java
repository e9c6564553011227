package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.HINT;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.value.IpAddress;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;

/**
 * An address may mean more or other hosts than it seems to: zeros at its end are wildcards, and
 * numbers that are missing are filled up with zeros in the middle. See xinetd.conf(5), {@code
 * only_from}; inet_aton(3).
 */
final class MisreadAddress implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X404", "misread-address", WARNING, "an address means other hosts than it seems to");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(
        TroubleKind.SHORT_ADDRESS, TroubleKind.HOST_BITS, TroubleKind.ZEROS_MEAN_NETWORK);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    String word = trouble.word(1);
    return Stream.of(
        switch (trouble.kind()) {
          case SHORT_ADDRESS ->
              INFO.at(trouble.place(), "`%s` means the host `%s`", word, trouble.word(2))
                  .help("write `" + filled(word) + "` if the network is meant");
          case HOST_BITS -> bits(trouble, word);
          default -> written(trouble, word, trouble.word(2)).as(HINT);
        });
  }

  /** The word with zeros for the numbers that are missing. */
  private static String filled(String word) {
    int missing = 3 - (int) word.chars().filter(c -> c == '.').count();
    return word + ".0".repeat(Math.max(0, missing));
  }

  private static Diagnostic bits(Trouble trouble, String word) {
    int slash = word.indexOf('/');
    var network =
        IpAddress.parse(word.substring(0, slash))
            .filter(a -> word.substring(slash + 1).matches("[0-9]{1,3}"))
            .map(a -> a.masked(Integer.parseInt(word.substring(slash + 1))));
    return network
        .map(n -> written(trouble, word, n + word.substring(slash)))
        .orElseGet(() -> INFO.at(trouble.place(), "`%s` means more than one host", word));
  }

  private static Diagnostic written(Trouble trouble, String word, String network) {
    String what = "write `" + network + "`";
    return INFO.at(trouble.place(), "`%s` means all of `%s`", word, network)
        .help(what)
        .fix(what, true, new Edit(trouble.place(), network));
  }
}
