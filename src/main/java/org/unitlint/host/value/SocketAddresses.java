package org.unitlint.host.value;

import java.util.List;
import java.util.Optional;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Utf8;

/** What a socket listens on. See systemd.socket(5), ListenStream=. */
final class SocketAddresses {
  static final Grammar<SocketAddress> GRAMMAR = SocketAddresses::parse;

  static final int HIGHEST_PORT = 65535;
  private static final long HIGHEST_WORD = 0xFFFFFFFFL;

  /** What a path or an abstract name with its {@code @} may take, in bytes. */
  private static final int LONGEST = 107;

  static final int TYPED_VSOCK = 254;
  static final List<String> VSOCK_TYPES =
      List.of("vsock:", "vsock-stream:", "vsock-dgram:", "vsock-seqpacket:");
  private static final List<String> VSOCK_NAMES = List.of("any", "hypervisor", "local", "host");

  private SocketAddresses() {}

  private static Parsed<SocketAddress> parse(Text text, ValueContext context) {
    var expanded = context.expand(text);
    if (expanded.isEmpty()) {
      return Parsed.unknown();
    }
    var address = expanded.get();
    if (address.text().startsWith("/") || address.text().startsWith("@")) {
      return local(address, context);
    }
    var read = read(address.text(), context);
    if (read.isEmpty()) {
      return Parsed.flawed(new AddressMistakes(text, address, context).flaw());
    }
    return socket(address, read.get(), context);
  }

  /** The address that it is, not of a local socket; for a version that takes it. */
  static Optional<SocketAddress> read(String text, ValueContext context) {
    for (String type : VSOCK_TYPES) {
      if (text.startsWith(type) && (type.equals("vsock:") || context.version() >= TYPED_VSOCK)) {
        return vsock(text.substring(type.length()), context);
      }
    }
    if (Unsigned.isNumber(text)) {
      var port = port(text);
      return port.isPresent() ? port.map(SocketAddress::port) : Optional.empty();
    }
    return ip(text);
  }

  private static Optional<SocketAddress> vsock(String text, ValueContext context) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String machine = text.substring(0, colon);
    boolean named = context.version() >= TYPED_VSOCK && VSOCK_NAMES.contains(machine);
    boolean known = machine.isEmpty() || named || Unsigned.parse(machine, HIGHEST_WORD).isPresent();
    var port = Unsigned.parse(text.substring(colon + 1), HIGHEST_WORD);
    return known && port.isPresent()
        ? Optional.of(SocketAddress.vsock(machine, port.getAsLong()))
        : Optional.empty();
  }

  /** {@code IPv4:PORT} or {@code [IPv6]:PORT}, and an interface behind {@code %}. */
  private static Optional<SocketAddress> ip(String text) {
    int percent = text.indexOf('%');
    String device = percent < 0 ? "" : text.substring(percent + 1);
    String address = percent < 0 ? text : text.substring(0, percent);
    int colon = address.lastIndexOf(':');
    if (colon < 0 || percent >= 0 && !Interfaces.isScope(device)) {
      return Optional.empty();
    }
    String host = address.substring(0, colon);
    boolean v6 = host.startsWith("[") && host.endsWith("]");
    var ip = IpAddress.parse(v6 ? host.substring(1, host.length() - 1) : host);
    var port = port(address.substring(colon + 1));
    return ip.isPresent() && ip.get().v6() == v6 && port.isPresent()
        ? Optional.of(SocketAddress.ip(ip.get(), port.get(), device))
        : Optional.empty();
  }

  /** A port from 1 on. */
  static Optional<Long> port(String text) {
    var port = Unsigned.parse(text, HIGHEST_PORT);
    return port.isPresent() && port.getAsLong() > 0
        ? Optional.of(port.getAsLong())
        : Optional.empty();
  }

  private static Parsed<SocketAddress> socket(
      Text address, SocketAddress read, ValueContext context) {
    boolean localOnly = context.argument().equals("unix");
    if (localOnly && (read.kind() == SocketAddress.Kind.IP || context.version() < TYPED_VSOCK)) {
      return Parsed.flawed(
          ValueFlaw.of(
                  Effect.LINE,
                  address.place(),
                  "`%s=` cannot listen on `%s`",
                  context.name(),
                  address)
              .help("use `ListenStream=`, or a path; sequential packets are local only"));
    }
    String text = address.text();
    int start = text.lastIndexOf(':') + 1;
    int percent = text.indexOf('%');
    var port = address.part(start, percent < start ? text.length() : percent);
    return Unsigned.isOctal(port.text())
        ? Parsed.of(read)
            .with(
                ValueFlaw.of(
                        Effect.SILENT,
                        port.place(),
                        "`%s` is an octal number, the port %d",
                        port,
                        read.port())
                    .help("drop the zero in front, which makes a number octal"))
        : Parsed.of(read);
  }

  private static Parsed<SocketAddress> local(Text address, ValueContext context) {
    String text = address.text();
    boolean named = text.startsWith("@");
    if (text.length() < 2) {
      return Parsed.flawed(
          ValueFlaw.of(
                  Effect.LINE,
                  address.place(),
                  named ? "abstract socket without a name" : "`/` is no path for a socket")
              .help("give the socket a " + (named ? "name behind the `@`" : "path of its own")));
    }
    int bytes = Utf8.encode(text).length;
    if (bytes > LONGEST) {
      return Parsed.flawed(tooLong(address, bytes, context));
    }
    return named ? Parsed.of(SocketAddress.named(text.substring(1))) : path(address, context);
  }

  private static ValueFlaw tooLong(Text address, int bytes, ValueContext context) {
    return ValueFlaw.of(
            Effect.LINE,
            address.place(),
            "path of %d bytes in `%s=`, where %d are the most",
            bytes,
            context.name(),
            LONGEST)
        .note("the kernel has no room for longer paths of sockets; see unix(7)")
        .help("choose a shorter path, such as one straight below `/run`");
  }

  private static Parsed<SocketAddress> path(Text address, ValueContext context) {
    String text = address.text();
    var path = Parsed.of(SocketAddress.path(text));
    return secondPath(text) == 0
        ? path
        : path.with(
            ValueFlaw.of(
                    Effect.SILENT,
                    address.place(),
                    "`%s=` takes one path, and blanks and commas belong to it",
                    context.name())
                .help("write a line of its own for each address"));
  }

  /** Where a second path begins; 0 where none does. */
  private static int secondPath(String text) {
    for (String sign : List.of(" /", "\t/", ",/")) {
      if (text.contains(sign)) {
        return text.indexOf(sign) + 1;
      }
    }
    return 0;
  }
}
