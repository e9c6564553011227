package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Place;
import org.unitlint.syntax.Value;

/**
 * Attributes and flags that xinetd takes, but does not use for such a service. See xinetd.conf(5).
 */
final class WithoutEffect implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X423", "xinetd-without-effect", WARNING, "an attribute or a flag has no effect here");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(
        TroubleKind.DENY_TIME_WITHOUT_SENSOR,
        TroubleKind.IDONLY_WITHOUT_USERID,
        TroubleKind.TCP_FLAG,
        TroubleKind.LIMIT_WITH_WAIT,
        TroubleKind.SERVER_UNUSED);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return switch (trouble.kind()) {
      case DENY_TIME_WITHOUT_SENSOR ->
          Stream.of(
              INFO.at(trouble.place(), "`deny_time` has no effect without the flag `SENSOR`")
                  .help("add `flags = SENSOR`, which makes the service a trap, or drop the line"));
      case IDONLY_WITHOUT_USERID ->
          Stream.of(
              INFO.at(
                      place(trouble, view, "IDONLY"),
                      "`IDONLY` has no effect: nobody asks for `USERID`")
                  .help("add `log_on_success += USERID`, or drop the flag"));
      case SERVER_UNUSED -> Stream.of(server(trouble, view));
      case LIMIT_WITH_WAIT ->
          Stream.of(
              INFO.at(
                      trouble.place(),
                      "`%s` has no effect with `wait = yes`: there is one server at a time",
                      trouble.word(0))
                  .as(Severity.INFO)
                  .help("drop the line"));
      default -> flag(trouble, view);
    };
  }

  private static Diagnostic server(Trouble trouble, XinetdView view) {
    String why =
        Lines.at(view, trouble.others().get(0))
            .map(l -> "`" + l.name().text() + "`")
            .orElse("something else");
    var found =
        INFO.at(trouble.place(), "the server is never run, because of %s", why)
            .as(Severity.INFO)
            .label(trouble.others().get(0), "in its place");
    return Lines.at(view, trouble.place())
        .map(l -> found.fix("remove the line", true, Lines.without(l)))
        .orElse(found);
  }

  private static Stream<Diagnostic> flag(Trouble trouble, XinetdView view) {
    boolean both = trouble.kind() == TroubleKind.BOTH_FAMILIES;
    boolean clash =
        view.owner(trouble).stream()
            .flatMap(s -> s.troubles().stream())
            .anyMatch(t -> t.kind() == TroubleKind.FAMILY_CLASH);
    if (both && clash) {
      return Stream.empty();
    }
    String flag = both ? "IPv4" : trouble.word(0);
    var line = Lines.at(view, trouble.place());
    var found =
        INFO.at(
                place(trouble, view, flag),
                both
                    ? "`IPv4` has no effect beside `IPv6`, which takes clients over IPv4 too"
                    : "`" + flag + "` has no effect: it is for TCP only")
            .as(Severity.INFO);
    var word = line.flatMap(l -> Lines.word(l, flag));
    boolean alone = view.owner(trouble).flatMap(s -> Lines.own(s, "flags", view)).equals(line);
    return Stream.of(
        word.isPresent() && alone
            ? found.fix("remove `" + flag + "`", true, Lines.without(line.get(), word.get()))
            : found);
  }

  private static Place place(Trouble trouble, XinetdView view, String word) {
    return Lines.at(view, trouble.place())
        .flatMap(l -> Lines.word(l, word))
        .map(Value::place)
        .orElse(trouble.place());
  }
}
