package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;

/**
 * Which sockets a program may bind. See systemd.resource-control(5), SocketBindAllow=.
 *
 * @param family {@code ipv4}, {@code ipv6}, or empty for both
 * @param protocol {@code tcp}, {@code udp}, or empty for both
 * @param first port
 * @param last port
 */
public record SocketBindRule(String family, String protocol, long first, long last) {
  static final Grammar<SocketBindRule> GRAMMAR = SocketBindRule::parse;

  private static final List<String> FAMILIES = List.of("ipv4", "ipv6");
  private static final List<String> PROTOCOLS = List.of("tcp", "udp");
  private static final long LAST = SocketAddresses.HIGHEST_PORT;

  private static Parsed<SocketBindRule> parse(Text text, ValueContext context) {
    return read(text.text()).map(Parsed::of).orElseGet(() -> Parsed.flawed(flaw(text, context)));
  }

  /** The parts between colons in their order, each of which may be left out, but not all. */
  private static Optional<SocketBindRule> read(String text) {
    var parts = parts(text);
    int at = 0;
    String family = FAMILIES.contains(parts.get(at)) ? parts.get(at++) : "";
    String name = at < parts.size() ? parts.get(at).toLowerCase(Locale.ROOT) : "";
    String protocol = PROTOCOLS.contains(name) ? name : "";
    at += protocol.isEmpty() ? 0 : 1;
    if (at == parts.size() || at == parts.size() - 1 && parts.get(at).equals("any")) {
      return Optional.of(new SocketBindRule(family, protocol, 1, LAST));
    }
    return at == parts.size() - 1
        ? ports(parts.get(at)).map(r -> new SocketBindRule(family, protocol, r[0], r[1]))
        : Optional.empty();
  }

  /** The parts between colons, at least one. */
  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    for (int at = 0; at <= text.length(); ) {
      int end = EscapedWords.end(text, at, ':');
      parts.add(EscapedWords.plain(text.substring(at, end)));
      at = end + 1;
    }
    return parts;
  }

  /** The first and last of a range of ports. */
  private static Optional<long[]> ports(String text) {
    int dash = text.indexOf('-');
    var first = port(dash < 0 ? text : text.substring(0, dash));
    var last = port(dash < 0 ? text : text.substring(dash + 1));
    return first.isPresent() && last.isPresent() && first.get() <= last.get()
        ? Optional.of(new long[] {first.get(), last.get()})
        : Optional.empty();
  }

  private static Optional<Long> port(String text) {
    return SocketAddresses.port(text.stripLeading());
  }

  private static ValueFlaw flaw(Text text, ValueContext context) {
    var flaw =
        ValueFlaw.of(
            Effect.LINE,
            text.place(),
            "`%s` is no rule about ports in `%s=`",
            text,
            context.name());
    String[] words = text.text().split("[ \t,;]+");
    if (words.length > 1 && Arrays.stream(words).allMatch(w -> read(w).isPresent())) {
      return flaw.help("write a line of its own for each rule")
          .fix(
              "write a line for each",
              true,
              new Edit(text.place(), String.join("\n" + context.name() + "=", words)));
    }
    return meant(text.text())
        .map(right -> flaw.help("write `" + right + "`").instead(right, true))
        .orElseGet(() -> port(text, context).orElseGet(() -> unknown(flaw)));
  }

  /** The same parts in another order or with other signs, if they make a rule. */
  private static Optional<String> meant(String text) {
    String family = "";
    String protocol = "";
    var ports = new ArrayList<String>();
    for (String part : text.toLowerCase(Locale.ROOT).split("[:/]+")) {
      String name = name(part);
      if (FAMILIES.contains(name) && family.isEmpty()) {
        family = name;
      } else if (PROTOCOLS.contains(name) && protocol.isEmpty()) {
        protocol = name;
      } else if (!name.equals("any") && !name.isEmpty()) {
        ports.add(name);
      }
    }
    var parts = new ArrayList<String>();
    parts.add(family);
    parts.add(protocol);
    parts.addAll(ports);
    parts.removeIf(String::isEmpty);
    String right = parts.isEmpty() ? "any" : String.join(":", parts);
    boolean known = ports.size() <= 1 && !right.equals(text);
    return known ? read(right).map(r -> right) : Optional.empty();
  }

  private static String name(String part) {
    return switch (part) {
      case "inet", "af_inet", "ip", "ip4" -> "ipv4";
      case "inet6", "af_inet6", "ip6" -> "ipv6";
      case "*", "all" -> "any";
      default -> part;
    };
  }

  private static Optional<ValueFlaw> port(Text text, ValueContext context) {
    int start = text.text().lastIndexOf(':') + 1;
    var ports = text.from(start);
    int dash = ports.text().indexOf('-');
    String first = dash < 0 ? ports.text() : ports.text().substring(0, dash);
    String last = dash < 0 ? first : ports.text().substring(dash + 1);
    boolean numbers = Unsigned.isDecimal(first) && Unsigned.isDecimal(last);
    boolean known = start == 0 || read(text.text().substring(0, start) + "1").isPresent();
    if (!known || ports.isEmpty() || !numbers) {
      return Optional.empty();
    }
    boolean both = ports(first).isPresent() && ports(last).isPresent();
    var flaw =
        ValueFlaw.of(
            Effect.LINE,
            ports.place(),
            both ? "the range of ports `%s` ends before it begins" : "there is no port `%s`",
            ports);
    return Optional.of(
        both
            ? flaw.help("write `" + last + "-" + first + "`").instead(last + "-" + first, true)
            : flaw.help("choose from 1 to " + LAST + ", or write `any`"));
  }

  private static ValueFlaw unknown(ValueFlaw flaw) {
    return flaw.help(
        "write `any`, or parts in this order: `ipv4` or `ipv6`, `tcp` or `udp`, and numbers of"
            + " ports: `ipv6:tcp:8000-8080`");
  }
}
