package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;

/** What is wrong with an address that no socket can listen on, and what was meant. */
final class AddressMistakes {
  private static final List<String> SCHEMES =
      List.of(
          "tcp", "udp", "unix", "tcp4", "tcp6", "udp4", "udp6", "ip", "ipv4", "ipv6", "inet",
          "inet6", "http", "https", "fd", "local");

  /** What stands in other programs for all addresses of the machine. */
  private static final List<String> ALL = List.of("*:", ":", "any:");

  private final Text text;
  private final Text address;
  private final ValueContext context;

  /**
   * @param text as written
   * @param address the same with its specifiers replaced
   */
  AddressMistakes(Text text, Text address, ValueContext context) {
    this.text = text;
    this.address = address;
    this.context = context;
  }

  /** The flaw that says most. */
  ValueFlaw flaw() {
    return several()
        .or(this::vsock)
        .or(this::wrapped)
        .or(this::port)
        .or(this::path)
        .or(this::scope)
        .or(this::host)
        .orElseGet(
            () ->
                whole("`%s` is no address in `%s=`", address, context.name())
                    .help("write a port, `IPV4:PORT`, `[IPV6]:PORT`, or a path from `/` on"));
  }

  /** An address of a virtual machine. */
  private Optional<ValueFlaw> vsock() {
    String all = address.text();
    int colon = all.indexOf(':');
    String type = all.substring(0, colon < 0 ? all.length() : colon);
    if (!type.equals("vsock") && !type.startsWith("vsock-")) {
      return Optional.empty();
    }
    boolean tooNew =
        context.version() < SocketAddresses.TYPED_VSOCK
            && SocketAddresses.VSOCK_TYPES.contains(type + ":");
    return Optional.of(
        tooNew
            ? ValueFlaw.of(
                    Effect.LINE,
                    address.at(0, colon),
                    "`%s` needs systemd %d",
                    type,
                    SocketAddresses.TYPED_VSOCK)
                .help("write `vsock`; the directive says which type of socket it is")
            : whole("`%s` is no address in `%s=`", address, context.name())
                .help("write `vsock:CID:PORT`, or `vsock::PORT` for any CID"));
  }

  /** Several addresses in one line. */
  private Optional<ValueFlaw> several() {
    var parts = parts(address.text());
    if (parts.size() < 2 || !parts.stream().allMatch(this::isRight)) {
      return Optional.empty();
    }
    var flaw =
        whole("several addresses in one `%s=`", context.name())
            .help("write a line of its own for each address");
    return Optional.of(
        mended(
            flaw, String.join("\n" + context.name() + "=", parts), "write a line for each", true));
  }

  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    for (String part : text.split("[ \t,;]+")) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }

  private boolean isRight(String part) {
    return part.startsWith("/")
        || part.startsWith("@")
        || SocketAddresses.read(part, context).isPresent();
  }

  /** A right address with something around that means nothing here. */
  private Optional<ValueFlaw> wrapped() {
    String all = address.text();
    for (String any : ALL) {
      if (all.startsWith(any) && isRight(all.substring(any.length()))) {
        String port = all.substring(any.length());
        var flaw =
            whole("`%s` is no address in `%s=`", address, context.name())
                .help("write `" + port + "`, the port alone, for all addresses of the machine");
        return Optional.of(mended(flaw, port, true));
      }
    }
    return quoted().or(this::scheme).or(this::protocolBehind);
  }

  private Optional<ValueFlaw> quoted() {
    String all = address.text();
    int last = all.length() - 1;
    boolean quoted =
        last > 1 && "\"'".indexOf(all.charAt(0)) >= 0 && all.charAt(last) == all.charAt(0);
    if (!quoted || !isRight(all.substring(1, last))) {
      return Optional.empty();
    }
    var flaw = whole("quotes belong to the address in `%s=`", context.name());
    return Optional.of(mended(flaw.help("drop the quotes"), all.substring(1, last), true));
  }

  private Optional<ValueFlaw> scheme() {
    String all = address.text();
    int colon = all.indexOf(':');
    if (colon < 0 || !SCHEMES.contains(all.substring(0, colon).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    String scheme = all.substring(0, colon).toLowerCase(Locale.ROOT);
    int end = all.startsWith("//", colon + 1) ? colon + 3 : colon + 1;
    String rest = rest(all.substring(end));
    var flaw =
        ValueFlaw.of(
                Effect.LINE,
                address.at(0, end),
                "`%s` is no part of an address in `%s=`",
                all.substring(0, end),
                context.name())
            .help("the directive says what protocol it is; write the address alone");
    boolean right = isRight(rest);
    return Optional.of(right ? mended(flaw, rest, isOf(scheme)) : flaw);
  }

  /** What follows a scheme, without a slash at the end and a sign for all addresses. */
  private static String rest(String rest) {
    boolean slash = rest.endsWith("/") && !rest.startsWith("/");
    String plain = slash ? rest.substring(0, rest.length() - 1) : rest;
    return plain.startsWith("*:") ? plain.substring(2) : plain;
  }

  /** Whether the directive is the one for that protocol. */
  private boolean isOf(String scheme) {
    return switch (scheme) {
      case "tcp", "http", "https" -> context.directive().name().equals("ListenStream");
      case "udp" -> context.directive().name().equals("ListenDatagram");
      case "unix", "local" -> true;
      default -> false;
    };
  }

  /** {@code 80/tcp}. */
  private Optional<ValueFlaw> protocolBehind() {
    String all = address.text();
    int slash = all.indexOf('/');
    String protocol = slash < 0 ? "" : all.substring(slash + 1).toLowerCase(Locale.ROOT);
    if (!protocol.equals("tcp") && !protocol.equals("udp") || !isRight(all.substring(0, slash))) {
      return Optional.empty();
    }
    var flaw =
        ValueFlaw.of(
                Effect.LINE,
                address.at(slash, all.length()),
                "`%s` is no part of an address in `%s=`",
                all.substring(slash),
                context.name())
            .help("`ListenStream=` is for TCP, `ListenDatagram=` for UDP");
    return Optional.of(mended(flaw, all.substring(0, slash), isOf(protocol)));
  }

  /** A right host with a port that is none, or none at all. */
  private Optional<ValueFlaw> port() {
    String all = address.text();
    var ip = IpAddress.parse(all);
    boolean bracketed = all.startsWith("[") && all.endsWith("]");
    if (ip.isPresent() && !ip.get().v6() || bracketed) {
      return Optional.of(
          whole("no port in `%s=%s`", context.name(), address)
              .help("write a colon and the port behind the address"));
    }
    if (ip.isPresent()) {
      return Optional.of(bare(all));
    }
    int start = all.lastIndexOf(':') + 1;
    var port = address.from(start);
    boolean hosted = start > 0 && isHost(all.substring(0, start - 1));
    return hosted || Unsigned.isNumber(all) || all.matches("-[0-9]+")
        ? Optional.of(badPort(port))
        : Optional.empty();
  }

  private static boolean isHost(String host) {
    boolean v6 = host.startsWith("[") && host.endsWith("]");
    var ip = IpAddress.parse(v6 ? host.substring(1, host.length() - 1) : host);
    return ip.isPresent() && ip.get().v6() == v6;
  }

  private ValueFlaw badPort(Text port) {
    if (port.isEmpty()) {
      return whole("no port in `%s=%s`", context.name(), address)
          .help("write the port behind the colon");
    }
    boolean number = Unsigned.isNumber(port.text()) || port.text().matches("-[0-9]+");
    return ValueFlaw.of(
            Effect.LINE,
            port.place(),
            number ? "there is no port `%s`" : "`%s` is no port number",
            port)
        .help(
            number
                ? "choose one from 1 to " + SocketAddresses.HIGHEST_PORT
                : "write its number; systemd does not look up names of ports");
  }

  /** An IPv6 address without brackets, which may end in a port. */
  private ValueFlaw bare(String all) {
    int colon = all.lastIndexOf(':');
    String host = all.substring(0, colon);
    String port = all.substring(colon + 1);
    var flaw = whole("IPv6 address without brackets in `%s=`", context.name());
    boolean meant = IpAddress.parse(host).isPresent() && Unsigned.isDecimal(port);
    String right = "[" + host + "]:" + port;
    return meant && isRight(right)
        ? mended(flaw.help("write `" + right + "`"), right, false)
        : flaw.help("write `[" + all + "]:PORT`");
  }

  /** The path of a socket that does not begin with a slash. */
  private Optional<ValueFlaw> path() {
    String all = address.text();
    int slash = all.indexOf('/');
    boolean named = all.endsWith(".sock") || all.endsWith(".socket");
    if (slash < 0 && !named || slash > 0 && all.indexOf(':') >= 0) {
      return Optional.empty();
    }
    var flaw =
        whole("`%s` is not an absolute path", address).help("write the whole path, from `/` on");
    boolean top = List.of("run", "var", "tmp").contains(slash < 0 ? "" : all.substring(0, slash));
    boolean lenient = all.startsWith("-/");
    return Optional.of(
        top
            ? mended(flaw, "/" + all, false)
            : lenient ? mended(flaw, all.substring(1), true) : flaw);
  }

  /** {@code [fe80::1%eth0]:80}, where the interface goes to the end. */
  private Optional<ValueFlaw> scope() {
    String all = address.text();
    int percent = all.indexOf('%');
    int bracket = all.indexOf(']');
    if (!all.startsWith("[") || percent < 0 || bracket < percent) {
      return Optional.empty();
    }
    String address6 = all.substring(0, percent) + all.substring(bracket);
    var flaw =
        ValueFlaw.of(
                Effect.LINE,
                address.at(percent, bracket),
                "network interface inside of the brackets")
            .help("write it behind the port: `[ADDRESS]:PORT%%INTERFACE`");
    if (!isRight(address6)) {
      return Optional.of(flaw);
    }
    String device = all.substring(percent + 1, bracket);
    return Optional.of(
        flaw.fix(
            "move it behind the port", true, new Edit(text.place(), address6 + "%%" + device)));
  }

  /** A name in place of an address. */
  private Optional<ValueFlaw> host() {
    String all = address.text();
    int colon = all.indexOf(':');
    String host = colon < 0 ? all : all.substring(0, colon);
    boolean several = colon >= 0 && all.indexOf(':', colon + 1) >= 0;
    if (several || host.isEmpty()) {
      return Optional.empty();
    }
    String port = colon < 0 ? "" : all.substring(colon + 1);
    var place = address.at(0, host.length());
    if (host.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.') && colon >= 0) {
      return Optional.of(
          ValueFlaw.of(Effect.LINE, place, "`%s` is no IPv4 address", host)
              .help("write four numbers up to 255 with dots between"));
    }
    if (!isName(host) || colon < 0) {
      return Optional.empty();
    }
    var flaw = ValueFlaw.of(Effect.LINE, place, "host name `%s` in `%s=`", host, context.name());
    if (!host.toLowerCase(Locale.ROOT).equals("localhost")
        || SocketAddresses.port(port).isEmpty()) {
      return Optional.of(
          flaw.help("write the address, or the port alone; systemd does not look up names"));
    }
    return Optional.of(
        mended(
            flaw.help(
                "write `127.0.0.1:" + port + "`, and a line with `[::1]:" + port + "` for IPv6"),
            "127.0.0.1:" + port,
            false));
  }

  private static boolean isName(String host) {
    return host.chars()
            .allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c) || c == '.' || c == '-')
        && host.chars().anyMatch(Character::isLetter);
  }

  private ValueFlaw whole(String message, Object... arguments) {
    return ValueFlaw.of(Effect.LINE, address.place(), message, arguments);
  }

  private ValueFlaw mended(ValueFlaw flaw, String right, boolean safe) {
    return mended(flaw, right, "write `" + right + "`", safe);
  }

  /** With a new value, unless that would lose what specifiers stand for. */
  private ValueFlaw mended(ValueFlaw flaw, String right, String how, boolean safe) {
    return text.text().indexOf('%') >= 0
        ? flaw
        : flaw.fix(how, safe, new Edit(text.place(), right));
  }
}
