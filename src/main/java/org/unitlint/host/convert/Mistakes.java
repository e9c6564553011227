package org.unitlint.host.convert;

import org.unitlint.host.xinetd.Trouble;
import org.unitlint.syntax.XinetdFlaw;

/** Says in a few words why xinetd does not serve a service. */
final class Mistakes {
  private Mistakes() {}

  /** The mistake; what is said of it begins in the middle of a sentence. */
  static String words(Trouble trouble) {
    String first = trouble.word(0);
    String second = trouble.word(1);
    return switch (trouble.kind()) {
      case MALFORMED -> malformed(first);
      case NO_VALUES -> "`" + first + "` has no value";
      case UNKNOWN_WORD, BAD_NUMBER, OUT_OF_RANGE, BAD_REDIRECT_PORT ->
          "`" + first + "` cannot be `" + second + "`";
      case BAD_ADDRESS -> "`" + second + "` in `" + first + "` is no address";
      case INTERFACE_NAME ->
          "`" + second + "` in `" + first + "` is a network interface, not an address";
      case COMMA -> "`" + second + "` in `" + first + "` has a comma in it";
      case BAD_FACTORS -> "`" + second + "` in `" + first + "` is a malformed list";
      case UNKNOWN_PROTOCOL -> "there is no protocol `" + first + "`";
      case UNKNOWN_USER -> "there is no user `" + first + "`";
      case UNKNOWN_GROUP -> "there is no group `" + first + "`";
      case SERVER_MISSING -> "the server `" + first + "` does not exist";
      case SERVER_NOT_EXECUTABLE -> "the server `" + first + "` is not executable";
      case SERVER_RELATIVE -> "the path of the server, `" + first + "`, is not absolute";
      case BAD_INTERVAL -> "`" + first + "` is no interval of a day";
      case NO_EQUALS -> "`" + second + "` in `" + first + "` assigns nothing";
      case ENV_MINUS -> "`env` takes no `-=`";
      case SECOND_LOG_TYPE -> "the defaults have a second `log_type`";
      case LIMITS_REVERSED -> "the hard limit of `log_type` is below the soft one";
      case LOG_WORDS -> "`log_type` has the wrong number of words";
      case NO_MAIN_FILE -> "there is no `" + first + "`";
      case DEFAULTS_END_XINETD -> "a bad value of `" + first + "` in the defaults ends xinetd";
      case NO_SERVER -> "it has no `server`";
      case NO_NAME_IN_ARGUMENTS -> "`NAMEINARGS` needs `server_args`";
      case NO_PORT -> "an `UNLISTED` service needs a `port`";
      case NOT_IN_SERVICES ->
          "`" + first + "/" + second + "` is not in `/etc/services`, and there is no `port`";
      case NO_PROTOCOL -> "it has neither `protocol` nor `socket_type`";
      case OTHER_PORT ->
          "`/etc/services` gives `" + first + "` port " + second + ", not " + trouble.word(2);
      case NO_SUCH_FAMILY -> "`" + first + "` has no address of the family that `flags` asks for";
      case DUPLICATE, PORT_TAKEN -> "service `" + first + "` has its port already";
      case LABELED -> "`LABELED` does not go with it";
      case TCPMUX_LISTED -> "`TCPMUX` needs `UNLISTED`";
      case TCPMUX_NOT_TCP -> "`TCPMUX` is for TCP only";
      case NO_SUCH_INTERNAL -> "there is no internal service `" + first + "`";
      case UNKNOWN_RPC -> "`" + first + "` is not in `/etc/rpc`";
      case REDIRECT_NO_STREAM -> "only streams can be redirected";
      case REDIRECT_WAITS -> "`redirect` needs `wait = no`";
      case REDIRECT_NAMEINARGS -> "`redirect` does not go with `NAMEINARGS`";
      case TRAFFIC_NOT_REDIRECTED -> "`TRAFFIC` needs `redirect`";
      case INTERNAL_NAMEINARGS -> "an internal service takes no `NAMEINARGS`";
      case DGRAM_NOWAIT -> "datagrams need `wait = yes`";
      case MISSING_ATTRIBUTE -> "it has no `" + first + "`";
      case NO_SUCH_SOCKET -> "there is no socket of type `" + first + "` for `" + second + "`";
      case NO_LOG -> "its log `" + first + "` cannot be made";
      case INETD_FIELDS -> "the line has " + first + " fields and needs six";
      case INETD_WORD -> "`" + second + "` in the field `" + first + "` means nothing to xinetd";
      case INETD_INTERNAL -> "xinetd does not take `" + first + "` from there";
      default -> "there is a mistake in it";
    };
  }

  private static String malformed(String flaw) {
    return switch (XinetdFlaw.Kind.valueOf(flaw)) {
      case MISSING_KEYWORD -> "a line begins neither entry nor include";
      case BYTE_ORDER_MARK -> "the file begins with a byte order mark";
      case MISSING_NAME -> "a keyword has no name behind it";
      case MISSING_OPEN -> "the line behind its head is no lone `{`";
      case NO_OPERATOR, LONE_WORD -> "a line has no operator";
      case NO_BLANK_BEFORE_OPERATOR -> "an operator has no blank before it";
      case BAD_OPERATOR -> "a line has another word where the operator should be";
      case CLOSE_NOT_ALONE -> "a `}` is not alone on its line";
      case MISSING_CLOSE, MISSING_CLOSE_OF_DISABLED, INCOMPLETE, NO_CLOSE_TO_SKIP_TO ->
          "a `}` is missing";
      case INCLUDE_INSIDE -> "an include stands in an entry";
      default -> "the text is malformed";
    };
  }
}
