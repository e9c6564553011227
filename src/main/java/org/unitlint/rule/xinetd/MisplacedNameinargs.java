package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** With {@code NAMEINARGS} the first argument is the name of the server. See xinetd.conf(5). */
final class MisplacedNameinargs implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X306",
          "misplaced-nameinargs",
          ERROR,
          "`NAMEINARGS` where no server is run with arguments");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(
        TroubleKind.NO_NAME_IN_ARGUMENTS,
        TroubleKind.INTERNAL_NAMEINARGS,
        TroubleKind.REDIRECT_NAMEINARGS);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    if (view.cause(trouble).isPresent()) {
      return Stream.empty();
    }
    var place = Owner.word(trouble, "NAMEINARGS", view);
    var found =
        switch (trouble.kind()) {
          case NO_NAME_IN_ARGUMENTS ->
              INFO.at(place, "`NAMEINARGS` without `server_args`")
                  .help("write `server_args` with the name of the server first, or drop the flag");
          case INTERNAL_NAMEINARGS ->
              INFO.at(place, "`NAMEINARGS` with an internal service").help("drop the flag");
          default -> INFO.at(place, "`NAMEINARGS` with a redirection").help("drop the flag");
        };
    return Stream.of(Costs.noted(found, trouble, view));
  }
}
