package org.unitlint.host.xinetd;

import static org.unitlint.host.xinetd.Severity.ERROR;
import static org.unitlint.host.xinetd.Severity.INFO;
import static org.unitlint.host.xinetd.Severity.SILENT;
import static org.unitlint.host.xinetd.Severity.WARNING;

/** The sorts of troubles, with how xinetd speaks of them and what they cost. */
public enum TroubleKind {
  // What is read. In parentheses the words of the trouble.

  /** The text itself is malformed (the kind of flaw, xinetd's line). The flaw says the cost. */
  MALFORMED(ERROR, Cost.ENTRY),
  /** An attribute that no xinetd knows, or only another one (the name). */
  UNKNOWN_ATTRIBUTE(WARNING, Cost.ATTRIBUTE),
  /** An attribute that may not stand in the defaults (the name). */
  NOT_IN_DEFAULTS(WARNING, Cost.ATTRIBUTE),
  /** A second value, which is not taken; the other place is the first (the name). */
  ALREADY_SET(WARNING, Cost.ATTRIBUTE),
  /** {@code +=} or {@code -=} for an attribute that has one value (the name, the operator). */
  WRONG_OPERATOR(WARNING, Cost.ATTRIBUTE),
  /** Another number of values than there have to be (the name, how many to be, how many are). */
  WRONG_COUNT(WARNING, Cost.ATTRIBUTE),

  // Values that xinetd refuses; each disables the service, or ends xinetd in the defaults.

  /** No value at all where there has to be one (the name). */
  NO_VALUES(ERROR, Cost.SERVICE),
  /** A word that is none of those known (the attribute, the word, the name of the list). */
  UNKNOWN_WORD(ERROR, Cost.SERVICE),
  /** No number (the attribute, the word). */
  BAD_NUMBER(ERROR, Cost.SERVICE),
  /** A number out of range (the attribute, the word). */
  OUT_OF_RANGE(ERROR, Cost.SERVICE),
  /** (The protocol.) */
  UNKNOWN_PROTOCOL(ERROR, Cost.SERVICE),
  /** (The user.) */
  UNKNOWN_USER(ERROR, Cost.SERVICE),
  /** (The group.) */
  UNKNOWN_GROUP(ERROR, Cost.SERVICE),
  /** The server is not there (the path). */
  SERVER_MISSING(ERROR, Cost.SERVICE),
  /** The server may not be executed (the path). */
  SERVER_NOT_EXECUTABLE(ERROR, Cost.SERVICE),
  /** A path that depends on where xinetd is started (the path). */
  SERVER_RELATIVE(ERROR, Cost.SERVICE),
  /** No address, and no name of one (the attribute, the word). */
  BAD_ADDRESS(ERROR, Cost.SERVICE),
  /** A name that is of a network interface (the attribute, the word). */
  INTERFACE_NAME(ERROR, Cost.SERVICE),
  /** Addresses between commas (the attribute, the word). */
  COMMA(ERROR, Cost.SERVICE),
  /** A malformed list in braces (the attribute, the word). */
  BAD_FACTORS(ERROR, Cost.SERVICE),
  /** A malformed interval, or one that does not end after it begins (the word). */
  BAD_INTERVAL(ERROR, Cost.SERVICE),
  /** A variable without {@code =} (the word). */
  NO_EQUALS(ERROR, Cost.SERVICE),
  /** {@code env -=}. */
  ENV_MINUS(WARNING, Cost.SERVICE),
  /** A second {@code log_type} in the defaults. */
  SECOND_LOG_TYPE(ERROR, Cost.SERVICE),
  /** A hard limit below the soft one (the two). */
  LIMITS_REVERSED(ERROR, Cost.SERVICE),
  /** The number of words does not fit the log's type (the type). */
  LOG_WORDS(ERROR, Cost.SERVICE),
  /** No port, and no name of one (the word). */
  BAD_REDIRECT_PORT(ERROR, Cost.SERVICE),

  // Values that xinetd takes.

  /** A word of an address list that means nothing to xinetd (the attribute, the word). */
  UNPARSABLE_ADDRESS(ERROR, Cost.VALUE),
  /** A variable that xinetd itself hardly has (the name). */
  UNDEFINED_VARIABLE(WARNING, Cost.VALUE),
  /** A number that does not fit and becomes another (the attribute, the word, the other). */
  OVERFLOW(SILENT, Cost.VALUE),
  /** {@code disable = no} or {@code enabled} takes back what a bad value did (the attribute). */
  REVIVED(SILENT, Cost.NOTHING),
  /** A prefix that is no number of bits of such an address (the attribute, the word). */
  PREFIX_TOO_LONG(SILENT, Cost.VALUE),
  /** A mask where bits are to be counted, which is read as one host (the attribute, the word). */
  MASK_MEANS_ONE_HOST(SILENT, Cost.VALUE),
  /** A prefix of all bits of an IPv6 address, which matches nobody (the attribute, the word). */
  PREFIX_MATCHES_NOBODY(SILENT, Cost.VALUE),
  /** Less than four numbers, the last of which fills the rest (attribute, word, the address). */
  SHORT_ADDRESS(SILENT, Cost.NOTHING),
  /** Bits behind the prefix (the attribute, the word). */
  HOST_BITS(SILENT, Cost.NOTHING),
  /** Zeros at the end make it a network (the attribute, the word, the network). */
  ZEROS_MEAN_NETWORK(SILENT, Cost.NOTHING),
  /** The name of a network, of which one address is meant (the attribute, the word). */
  NETWORK_MEANS_ONE_HOST(SILENT, Cost.VALUE),
  /** {@code 0.0.0.0} lets no client in that has an IPv6 address (the attribute). */
  ONLY_V4_CLIENTS(SILENT, Cost.NOTHING),
  /** What is in both lists is refused (the word). */
  IN_BOTH_LISTS(SILENT, Cost.VALUE),
  /** {@code -=} of what is not in the list (the attribute, the word). */
  NOTHING_TO_REMOVE(SILENT, Cost.VALUE),
  /** What looks like a comment is one of the values (the attribute). */
  COMMENT_IN_VALUES(SILENT, Cost.VALUE),
  /** Quotes are no quotes but part of the argument (the word). */
  QUOTES_IN_ARGUMENTS(SILENT, Cost.VALUE),
  /** The server's name is its first argument already (the word). */
  NAME_IN_ARGUMENTS(SILENT, Cost.VALUE),
  /** {@code NAMEINARGS} stands behind {@code server_args}, which had to know of it. */
  NAMEINARGS_TOO_LATE(SILENT, Cost.VALUE),
  /** The server is a folder (the path). */
  SERVER_IS_FOLDER(SILENT, Cost.VALUE),
  /** A line that ends with CR LF, so that its last value ends with CR. */
  CARRIAGE_RETURN(SILENT, Cost.VALUE),
  /** Words behind the name of a service or file, which nobody reads. */
  IGNORED_WORDS(SILENT, Cost.NOTHING),
  /** Attributes behind {@code disable = yes}, which nobody reads. */
  UNREAD(SILENT, Cost.NOTHING),

  // Files.

  /** An included file or folder is not there (the path). */
  INCLUDE_MISSING(ERROR, Cost.FILE),
  /** An included file or folder cannot be read (the path). */
  INCLUDE_UNREADABLE(ERROR, Cost.FILE),
  /** What is included is being read already, so that xinetd never comes to an end (the path). */
  INCLUDE_LOOP(ERROR, Cost.FILE),
  /** A relative path, which depends on where xinetd is started (the path). */
  INCLUDE_RELATIVE(SILENT, Cost.NOTHING),
  /** A file of an included folder that is skipped for its name (the path). */
  FILE_SKIPPED(SILENT, Cost.FILE),
  /** Something in an included folder that is no file (the path). */
  NO_REGULAR_FILE(ERROR, Cost.FILE),
  /** A backup of an editor or package, which is read (the path). */
  BACKUP_READ(SILENT, Cost.NOTHING),
  /** The main file is not there or cannot be read (the path); nothing runs. */
  NO_MAIN_FILE(ERROR, Cost.EVERYTHING),
  /** A bad value in the defaults, after which xinetd ends. */
  DEFAULTS_END_XINETD(ERROR, Cost.EVERYTHING),

  // What is found when all is read; xinetd gives no line.

  /** No server, no redirection, and no internal service. */
  NO_SERVER(ERROR, Cost.SERVICE),
  /** {@code NAMEINARGS} without {@code server_args}. */
  NO_NAME_IN_ARGUMENTS(ERROR, Cost.SERVICE),
  /** {@code UNLISTED} without a port. */
  NO_PORT(ERROR, Cost.SERVICE),
  /** The service is not in services(5) (the service, the protocol). */
  NOT_IN_SERVICES(ERROR, Cost.SERVICE),
  /** Neither protocol nor type of socket. */
  NO_PROTOCOL(ERROR, Cost.SERVICE),
  /** Another port than services(5) says (the service, its port, the other). */
  OTHER_PORT(ERROR, Cost.SERVICE),
  /** A bind address whose family the flags rule out (the address). */
  NO_SUCH_FAMILY(ERROR, Cost.SERVICE),
  /** The same port, protocol and address as a service before (that service). */
  DUPLICATE(ERROR, Cost.SERVICE),
  /** {@code INTERCEPT} with an internal service; the flag is dropped. */
  INTERCEPT_INTERNAL(ERROR, Cost.VALUE),
  /** {@code INTERCEPT} without {@code wait}; the flag is dropped. */
  INTERCEPT_NOWAIT(ERROR, Cost.VALUE),
  /** There is no such internal service (the name, the type of socket). */
  NO_SUCH_INTERNAL(ERROR, Cost.SERVICE),
  /** {@code LABELED} with what cannot be labeled (what). */
  LABELED(ERROR, Cost.SERVICE),
  /** {@code TCPMUX} without {@code UNLISTED}. */
  TCPMUX_LISTED(ERROR, Cost.SERVICE),
  /** {@code TCPMUX} over another protocol. */
  TCPMUX_NOT_TCP(ERROR, Cost.SERVICE),
  /** The program is not in rpc(5) (the name). */
  UNKNOWN_RPC(ERROR, Cost.SERVICE),
  /** A redirection of something else than a stream. */
  REDIRECT_NO_STREAM(ERROR, Cost.SERVICE),
  /** A redirection that waits. */
  REDIRECT_WAITS(ERROR, Cost.SERVICE),
  /** {@code NAMEINARGS} with a redirection. */
  REDIRECT_NAMEINARGS(ERROR, Cost.SERVICE),
  /** {@code TRAFFIC} without a redirection. */
  TRAFFIC_NOT_REDIRECTED(ERROR, Cost.SERVICE),
  /** {@code NAMEINARGS} with an internal service. */
  INTERNAL_NAMEINARGS(ERROR, Cost.SERVICE),
  /** Datagrams without {@code wait}, which some versions refuse and others loop over. */
  DGRAM_NOWAIT(SILENT, Cost.VALUE),
  /** An attribute that the service has to have (the attribute). */
  MISSING_ATTRIBUTE(ERROR, Cost.SERVICE),
  /** The flags {@code IPv4} and {@code IPv6} together: IPv6 is taken. */
  BOTH_FAMILIES(INFO, Cost.NOTHING),
  /** {@code USERID} with the ident service itself; it is dropped. */
  USERID_OF_IDENT(WARNING, Cost.VALUE),
  /** No such socket: the type does not fit the protocol (the type, the protocol). */
  NO_SUCH_SOCKET(ERROR, Cost.SERVICE),
  /** Another service has the port already (that service). */
  PORT_TAKEN(ERROR, Cost.SERVICE),
  /** The log's file cannot be made (the path). */
  NO_LOG(ERROR, Cost.SERVICE),

  // What xinetd does not notice at all.

  /** The entry took nothing over, as the defaults come later (the attributes). */
  DEFAULTS_TOO_LATE(SILENT, Cost.VALUE),
  /** What is logged when is said, but not where to (the attribute). */
  NO_LOG_TYPE(SILENT, Cost.VALUE),
  /** The flag's family is not that of the address, which is ignored (the flag, the address). */
  FAMILY_CLASH(SILENT, Cost.VALUE),
  /** {@code v6only = no} means yes in a service. */
  V6ONLY_ANYWAY(SILENT, Cost.VALUE),
  /** {@code v6only} in the defaults means nothing. */
  V6ONLY_IN_DEFAULTS(SILENT, Cost.VALUE),
  /** Two datagram services share a socket's address (the other). */
  UDP_TWINS(SILENT, Cost.VALUE),
  /** A limit of none (the attribute). */
  SERVES_NOBODY(SILENT, Cost.SERVICE),
  /** A list of addresses with nothing in it: nobody is let in (the attribute). */
  NOBODY_ALLOWED(SILENT, Cost.SERVICE),
  /** A rate of zero switches the limit off. */
  NO_RATE(SILENT, Cost.VALUE),
  /** Port zero: the kernel chooses one. */
  RANDOM_PORT(SILENT, Cost.VALUE),
  /** Not the port that services(5) gives the name of an unlisted service (name, that, this). */
  PORT_CONTRADICTS_NAME(SILENT, Cost.NOTHING),
  /** An unlisted service is listed, with the same port (the name, the port). */
  LISTED_ANYWAY(SILENT, Cost.NOTHING),
  /** {@code deny_time} does nothing without {@code SENSOR}. */
  DENY_TIME_WITHOUT_SENSOR(SILENT, Cost.VALUE),
  /** A stream {@code SENSOR} that waits answers nobody. */
  SENSOR_WAITS(SILENT, Cost.VALUE),
  /** {@code IDONLY} does nothing without {@code USERID}. */
  IDONLY_WITHOUT_USERID(SILENT, Cost.VALUE),
  /** A flag for TCP only (the flag). */
  TCP_FLAG(SILENT, Cost.VALUE),
  /** A limit of instances for a service of which there is one at a time (the attribute). */
  LIMIT_WITH_WAIT(SILENT, Cost.VALUE),
  /** The redirection leads to the service itself. */
  REDIRECT_TO_ITSELF(SILENT, Cost.VALUE),
  /** A server that is not run, as connections are redirected or answered by xinetd. */
  SERVER_UNUSED(SILENT, Cost.VALUE),
  /** {@code disabled} names no id (the word). */
  DISABLED_NAMES_NOTHING(SILENT, Cost.VALUE),
  /** {@code enabled} names no id (the word). */
  ENABLED_NAMES_NOTHING(SILENT, Cost.VALUE),
  /** {@code enabled} names a service that says {@code disable = yes} (the word). */
  ENABLED_BUT_DISABLED(SILENT, Cost.VALUE),
  /** A niceness that no process can have (the number). */
  NICE_OUT_OF_RANGE(SILENT, Cost.VALUE),

  // inetd.conf.

  /** A line with too few fields (how many there are). */
  INETD_FIELDS(ERROR, Cost.SERVICE),
  /** A word in a field that is none of those known (the field, the word). */
  INETD_WORD(ERROR, Cost.SERVICE),
  /** Neither {@code wait} nor {@code nowait}, which is read as {@code nowait} (the word). */
  INETD_WAIT(ERROR, Cost.VALUE),
  /** An internal service that xinetd does not take from there (the name). */
  INETD_INTERNAL(WARNING, Cost.SERVICE);

  /** What is lost. */
  public enum Cost {
    NOTHING,
    /** One value, or what it is for. */
    VALUE,
    /** All that the line says. */
    ATTRIBUTE,
    /** The service. */
    SERVICE,
    /** The entry, and others that are swallowed with it. */
    ENTRY,
    /** A file. */
    FILE,
    /** All services. */
    EVERYTHING
  }

  private final Severity severity;
  private final Cost cost;

  TroubleKind(Severity severity, Cost cost) {
    this.severity = severity;
    this.cost = cost;
  }

  /** How xinetd speaks of it. */
  public Severity severity() {
    return severity;
  }

  /** What it costs. */
  public Cost cost() {
    return cost;
  }

  /** Whether xinetd logs it. */
  public boolean isReported() {
    return severity != Severity.SILENT;
  }

  /** Whether a value is refused, which disables a service and, in the defaults, ends xinetd. */
  public boolean isBadValue() {
    return ordinal() >= NO_VALUES.ordinal() && ordinal() <= BAD_REDIRECT_PORT.ordinal();
  }

  /** Whether xinetd tells the line. */
  public boolean isLocated() {
    return isReported()
        && (ordinal() < NO_REGULAR_FILE.ordinal() || ordinal() >= INETD_FIELDS.ordinal());
  }
}
