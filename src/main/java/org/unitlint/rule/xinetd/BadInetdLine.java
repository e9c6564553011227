package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** A line of inetd.conf is six fields at least. See inetd(8). */
final class BadInetdLine implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X390", "bad-inetd-line", ERROR, "line of inetd.conf that xinetd skips");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.INETD_FIELDS, TroubleKind.INETD_WORD, TroubleKind.INETD_WAIT);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    var place = trouble.place();
    return Stream.of(
        switch (trouble.kind()) {
          case INETD_FIELDS ->
              INFO.at(place, "line of inetd.conf with too few fields: %s", trouble.word(0))
                  .note("xinetd skips the line")
                  .help("write SERVICE TYPE PROTOCOL WAIT USER SERVER ARGUMENTS");
          case INETD_WAIT ->
              INFO.at(place, "`%s` is neither `wait` nor `nowait`", trouble.word(0))
                  .as(WARNING)
                  .note("xinetd takes it for `nowait`")
                  .help(
                      trouble.word(0).matches("(?i)(no)?wait[.:][0-9]+")
                          ? "leave the number out: xinetd knows no limit there"
                          : "write one of the two");
          default ->
              INFO.at(place, message(trouble.word(0)), trouble.word(1))
                  .note("xinetd skips the line")
                  .help(help(trouble.word(0)));
        });
  }

  private static String message(String field) {
    return switch (field) {
      case "socket_type" -> "unknown type of socket `%s`";
      case "protocol" -> "unknown protocol `%s`";
      case "group" -> "the group of `%s` does not exist";
      default -> "user `%s` does not exist";
    };
  }

  private static String help(String field) {
    return switch (field) {
      case "socket_type" -> "it may be `stream`, `dgram`, `raw` or `seqpacket`";
      case "protocol" -> "write `tcp` or `udp`; for RPC write `rpc/tcp`, and a version at the name";
      default -> "write a user, or USER.GROUP";
    };
  }
}
