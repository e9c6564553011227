package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;
import org.unitlint.syntax.AsciiCase;

/** {@code bind} and {@code redirect} take an address or the name of a host. See xinetd.conf(5). */
final class BadAddress implements ValueRule {
  private static final RuleInfo INFO =
      new RuleInfo("X203", "malformed-address", ERROR, "no address and no name of a host");
  private static final Set<String> ALL = Set.of("*", "all", "any", "*:*");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.BAD_ADDRESS, TroubleKind.INTERFACE_NAME);
  }

  @Override
  public Stream<Diagnostic> found(Trouble trouble, XinetdView view) {
    String attribute = trouble.word(0);
    String word = trouble.word(1);
    var place = trouble.place();
    if (trouble.kind() == TroubleKind.INTERFACE_NAME) {
      return Stream.of(
          INFO.at(place, "`%s` takes an address, not the interface `%s`", attribute, word)
              .help(
                  word.matches("lo[0-9]*")
                      ? "write `127.0.0.1` or `::1`"
                      : "write an address of the interface"));
    }
    var found = INFO.at(place, "`%s` is neither an address nor the name of a host", word);
    boolean bind = !AsciiCase.equal(attribute, "redirect");
    if (bind && ALL.contains(AsciiCase.lower(word))) {
      found = found.help("drop the line: without it the service is bound to all addresses");
      return Stream.of(dropped(found, trouble, view));
    }
    var bare = Bare.of(word).filter(b -> b.matches("[0-9a-fA-F.:]+"));
    if (bare.isPresent()) {
      return Stream.of(
          found
              .help("write `" + bare.get() + "`")
              .fix("write `" + bare.get() + "`", true, new Edit(place, bare.get())));
    }
    boolean port = word.matches("[0-9.]+:[0-9]+|\\[[0-9a-fA-F:.]+](:[0-9]+)?");
    return Stream.of(
        port
            ? found.help("write the address alone" + (bind ? "; `port` tells the port" : ""))
            : found);
  }

  private static Diagnostic dropped(Diagnostic found, Trouble trouble, XinetdView view) {
    return view.line(trouble.place())
        .map(line -> found.fix("drop the line", true, Texts.removal(line)))
        .orElse(found);
  }
}
