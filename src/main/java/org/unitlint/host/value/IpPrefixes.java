package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.unitlint.host.value.ValueFlaw.Effect;

/** Ranges of addresses. See systemd.resource-control(5), IPAddressAllow=. */
final class IpPrefixes {
  static final Grammar<List<IpPrefix>> GRAMMAR = IpPrefixes::parse;

  private static final List<String> LOCAL =
      List.of("localhost", "localhost.", "localhost.localdomain", "localhost.localdomain.");

  private IpPrefixes() {}

  private static Parsed<List<IpPrefix>> parse(Text text, ValueContext context) {
    var pieces = EscapedWords.of(text, false);
    var prefixes = new ArrayList<IpPrefix>();
    var flaws = new ArrayList<ValueFlaw>();
    for (EscapedWords.Piece word : pieces.words()) {
      var named = named(word.text());
      prefixes.addAll(named);
      if (named.isEmpty()) {
        var prefix = prefix(word.text());
        prefix.ifPresent(prefixes::add);
        (prefix.isPresent() ? odd(word, prefix.get()) : Optional.of(wrong(word, context)))
            .ifPresent(flaws::add);
      }
    }
    pieces.rest().ifPresent(rest -> flaws.add(Lists.broken(rest, context)));
    return new Parsed<>(Optional.of(List.copyOf(prefixes)), flaws);
  }

  /** What a word that is no address stands for; nothing for most. */
  private static List<IpPrefix> named(String word) {
    return isLocal(word)
        ? both("127.0.0.0/8", "::1/128")
        : switch (word) {
          case "any" -> both("0.0.0.0/0", "::/0");
          case "link-local" -> both("169.254.0.0/16", "fe80::/64");
          case "multicast" -> both("224.0.0.0/4", "ff00::/8");
          default -> List.of();
        };
  }

  private static boolean isLocal(String word) {
    String name = word.toLowerCase(Locale.ROOT);
    return LOCAL.contains(name) || LOCAL.stream().anyMatch(l -> name.endsWith("." + l));
  }

  private static List<IpPrefix> both(String v4, String v6) {
    return List.of(prefix(v4).orElseThrow(), prefix(v6).orElseThrow());
  }

  /** {@code ADDRESS} or {@code ADDRESS/LENGTH}. */
  private static Optional<IpPrefix> prefix(String word) {
    int slash = word.indexOf('/');
    var address = IpAddress.parse(slash < 0 ? word : word.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int most = address.get().length();
    var length =
        slash < 0 ? OptionalLong.of(most) : Unsigned.parse(word.substring(slash + 1), most);
    return length.isPresent()
        ? Optional.of(new IpPrefix(address.get(), (int) length.getAsLong()))
        : Optional.empty();
  }

  /** A range that systemd takes, but not as it seems. */
  private static Optional<ValueFlaw> odd(EscapedWords.Piece word, IpPrefix prefix) {
    int slash = word.text().indexOf('/');
    String written = slash < 0 ? word.text() : word.text().substring(0, slash);
    var address = IpAddress.parse(written).orElseThrow();
    if (slash >= 0 && !address.equals(prefix.address())) {
      return Optional.of(
          ValueFlaw.of(
                  Effect.SILENT,
                  word.written().place(),
                  "`%s` stands for all of `%s`",
                  word.text(),
                  prefix)
              .help("write that, or `" + written + "` for this one address")
              .instead(prefix.toString(), true));
    }
    boolean all = address.bits().signum() == 0;
    if (slash >= 0 || !all && !isNetwork(address)) {
      return Optional.empty();
    }
    var flaw =
        ValueFlaw.of(
            Effect.SILENT,
            word.written().place(),
            "`%s` is one address, not a network",
            word.text());
    return Optional.of(
        all
            ? flaw.help("write `any` for all addresses").instead(word.text() + "/0", false)
            : flaw.help("write the length of the network behind it, such as `/24`"));
  }

  /** Whether no machine has the address: the second half of it is zero. */
  private static boolean isNetwork(IpAddress address) {
    return !address.v6() && address.masked(16).equals(address);
  }

  private static ValueFlaw wrong(EscapedWords.Piece word, ValueContext context) {
    String text = word.text();
    var flaw =
        ValueFlaw.of(
            Effect.WORD,
            word.written().place(),
            "`%s` is no range of addresses in `%s=`",
            text,
            context.name());
    if (text.indexOf(',') >= 0 || text.indexOf(';') >= 0) {
      String right = String.join(" ", text.split("[,;]+"));
      var list = flaw.help("put blanks between the addresses");
      return areRight(right) ? list.instead(right, true) : list;
    }
    int slash = text.indexOf('/');
    var address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    if (address.isPresent()) {
      return length(word, slash, address.get(), context);
    }
    return near(text)
        .map(right -> flaw.help("write `" + right + "`").instead(right, true))
        .orElseGet(() -> flaw.help(help(text)));
  }

  private static boolean areRight(String list) {
    for (String word : list.split(" ")) {
      if (named(word).isEmpty() && prefix(word).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** What was meant, if that is certain. */
  private static Optional<String> near(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.equals(text) && !named(lower).isEmpty()) {
      return Optional.of(lower);
    }
    if (List.of("*", "all", "everything").contains(lower)) {
      return Optional.of("any");
    }
    if (text.startsWith("[") && text.endsWith("]")) {
      return Optional.of(text.substring(1, text.length() - 1)).filter(IpPrefixes::areRight);
    }
    return shortened(text);
  }

  /** {@code 10/8}, {@code 192.168.0/24} and {@code 192.168.1.*}: parts that are left out. */
  private static Optional<String> shortened(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    int parts = 0;
    var full = new StringBuilder();
    for (String part : address.split("\\.")) {
      if (slash < 0 && part.equals("*")) {
        break;
      }
      full.append(parts++ == 0 ? "" : ".").append(part);
    }
    boolean starred = slash < 0 && address.endsWith(".*");
    if (parts == 0 || parts > 3 || slash < 0 && !starred) {
      return Optional.empty();
    }
    String right =
        full + ".0".repeat(4 - parts) + (starred ? "/" + parts * 8 : text.substring(slash));
    return prefix(right).map(p -> right);
  }

  private static ValueFlaw length(
      EscapedWords.Piece word, int slash, IpAddress address, ValueContext context) {
    String length = word.text().substring(slash + 1);
    var flaw =
        ValueFlaw.of(
            Effect.WORD,
            word.part(slash + 1, word.text().length()).place(),
            length.isEmpty()
                ? "no length behind the slash in `%2$s=`"
                : "`%s` is no length of an IPv" + (address.v6() ? 6 : 4) + " prefix in `%s=`",
            length,
            context.name());
    var mask = IpAddress.parse(length).filter(m -> !m.v6() && !address.v6());
    if (mask.isPresent()) {
      int bits = mask.get().bits().bitCount();
      var full = new IpPrefix(IpAddress.parse("255.255.255.255").orElseThrow(), bits);
      return full.address().equals(mask.get())
          ? flaw.help("write `" + bits + "`, the bits that the mask has")
              .instead(String.valueOf(bits), true)
          : flaw.help("write a number of bits, not a mask");
    }
    return flaw.help("write a number from 0 to " + address.length() + ", or no slash");
  }

  private static String help(String text) {
    int colon = text.indexOf(':');
    if (colon > 0 && IpAddress.parse(text.substring(0, colon)).isPresent()) {
      return "write the address without a port; `SocketBindAllow=` is about ports";
    }
    if (text.indexOf('-') > 0
        && IpAddress.parse(text.substring(0, text.indexOf('-'))).isPresent()) {
      return "write the networks that make up the range, each as `ADDRESS/LENGTH`";
    }
    if (text.indexOf('%') > 0) {
      return "write the address without a network interface";
    }
    boolean name = text.chars().anyMatch(c -> c > 'f' && c <= 'z') && text.indexOf('.') > 0;
    return name
        ? "write its addresses; systemd does not look up names"
        : "write `ADDRESS` or `ADDRESS/LENGTH`, or `any`, `localhost`, `link-local`, `multicast`";
  }
}
