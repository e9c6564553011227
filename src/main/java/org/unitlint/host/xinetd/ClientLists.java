package org.unitlint.host.xinetd;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.unitlint.host.value.IpAddress;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;
import org.unitlint.syntax.XinetdAttribute.Operator;

/** The lists of clients: each word is tried in five ways, as in xinetd's addrlist_op. */
final class ClientLists {
  private static final BigInteger V4_MASK = BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE);
  private static final BigInteger V6_MASK = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);
  private static final Pattern PREFIXED =
      Pattern.compile("([^/]{1,45})/[\\x0B\\f\\r]*([+-]?[0-9]+)(.*)", Pattern.DOTALL);
  private static final Pattern DOTTED = Pattern.compile("[0-9.]*");

  private final NetNames names;

  ClientLists(NetNames names) {
    this.names = names;
  }

  /** What one word stands for; empty for nothing, which xinetd says and ignores. */
  private record Parsed(List<ClientPattern> patterns, boolean malformed) {
    static final Parsed NOTHING = new Parsed(List.of(), false);

    static Parsed of(ClientPattern pattern) {
      return new Parsed(List.of(pattern), false);
    }
  }

  /** Adds the values to the list, or removes them; what is wrong with them if they are refused. */
  Optional<Trouble> read(
      XinetdAttribute line, Operator operator, List<ClientPattern> list, Draft draft) {
    for (Value word : line.values()) {
      String text = word.text();
      if (text.indexOf(',') >= 0 && text.indexOf('{') < 0) {
        return Optional.of(trouble(TroubleKind.COMMA, line, word, draft));
      }
      var parsed = parse(line, word, draft);
      if (parsed.malformed()) {
        return Optional.of(trouble(TroubleKind.BAD_FACTORS, line, word, draft));
      }
      if (parsed.patterns().isEmpty()) {
        trouble(TroubleKind.UNPARSABLE_ADDRESS, line, word, draft);
      }
      for (var pattern : parsed.patterns()) {
        if (operator != Operator.REMOVE) {
          list.add(pattern);
        } else if (!list.removeIf(pattern::removes)) {
          trouble(TroubleKind.NOTHING_TO_REMOVE, line, word, draft);
        }
      }
    }
    return Optional.empty();
  }

  private static Trouble trouble(TroubleKind kind, XinetdAttribute line, Value word, Draft draft) {
    return draft.trouble(kind, word.place(), line.name().text(), word.text());
  }

  private Parsed parse(XinetdAttribute line, Value word, Draft draft) {
    String text = word.text();
    if (text.indexOf('{') >= 0) {
      return factorized(word);
    }
    if (text.indexOf('/') >= 0) {
      return prefixed(line, word, draft);
    }
    var address = Addresses.numeric(text);
    if (address.isPresent()) {
      return Parsed.of(numeric(line, word, address.get(), draft));
    }
    if (text.startsWith(".")) {
      // What has no letters is left to the one that looks for a brace, which takes the dot ill.
      return DOTTED.matcher(text).matches()
          ? new Parsed(List.of(), true)
          : Parsed.of(ClientPattern.named(word, text));
    }
    if (HostNames.lookUp(text, names) != HostNames.Answer.NOT_FOUND
        && names.network(text).isEmpty()) {
      return Parsed.of(ClientPattern.named(word, text));
    }
    return hasDots(text) ? new Parsed(List.of(), true) : network(line, word, draft);
  }

  /** Whether the search for a brace stumbles over consecutive dots before it meets a letter. */
  private static boolean hasDots(String text) {
    char last = '.';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && last == '.') {
        return true;
      }
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
      last = c;
    }
    return false;
  }

  private static ClientPattern numeric(
      XinetdAttribute line, Value word, IpAddress address, Draft draft) {
    if (address.v6()) {
      var mask = address.bits().signum() == 0 ? BigInteger.ZERO : V6_MASK;
      return ClientPattern.of(word, address, mask);
    }
    if (word.text().chars().filter(c -> c == '.').count() < 3 && address.bits().signum() != 0) {
      draft.trouble(
          TroubleKind.SHORT_ADDRESS,
          word.place(),
          line.name().text(),
          word.text(),
          address.toString());
    }
    int zeros = 0;
    while (zeros < 32 && address.bits().intValue() << 24 - zeros == 0) {
      zeros += 8;
    }
    var mask = V4_MASK.shiftRight(zeros).shiftLeft(zeros);
    var pattern = ClientPattern.of(word, address, mask);
    if (zeros > 0 && zeros < 32) {
      draft.trouble(
          TroubleKind.ZEROS_MEAN_NETWORK,
          word.place(),
          line.name().text(),
          word.text(),
          pattern.toString());
    }
    return pattern;
  }

  private static Parsed prefixed(XinetdAttribute line, Value word, Draft draft) {
    var found = PREFIXED.matcher(word.text());
    var address = found.matches() ? Addresses.numeric(found.group(1)) : Optional.<IpAddress>empty();
    if (address.isEmpty()) {
      return new Parsed(List.of(), hasDots(word.text()));
    }
    int length = address.get().length();
    long said = new BigInteger(found.group(2)).longValue() & 0xFFFF_FFFFL;
    int bits = (int) Math.min(said, length);
    var kind =
        found.group(3).startsWith(".")
            ? TroubleKind.MASK_MEANS_ONE_HOST
            : said > length ? TroubleKind.PREFIX_TOO_LONG : TroubleKind.HOST_BITS;
    var whole = address.get();
    boolean loses = !whole.masked(bits).equals(whole);
    if (whole.v6() && said >= length) {
      trouble(TroubleKind.PREFIX_MATCHES_NOBODY, line, word, draft);
      return Parsed.of(ClientPattern.named(word, "\0"));
    }
    if (kind != TroubleKind.HOST_BITS || loses) {
      trouble(kind, line, word, draft);
    }
    var full = whole.v6() ? V6_MASK : V4_MASK;
    var mask = full.shiftRight(length - bits).shiftLeft(length - bits);
    return Parsed.of(ClientPattern.of(word, whole, mask));
  }

  /** {@code 10.0.0.{1,2}}: the last number in braces; as xinetd counts, whatever comes of it. */
  private static Parsed factorized(Value word) {
    String text = word.text();
    int brace = text.indexOf('{');
    int number = 0;
    int shift = 24;
    int address = 0;
    char last = '.';
    for (int i = 0; i < brace; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        number = number * 10 + c - '0';
      } else if (c != '.') {
        return Parsed.NOTHING;
      } else if (last == '.') {
        return new Parsed(List.of(), true);
      } else {
        address = address * 256 + number;
        number = 0;
        shift -= 8;
      }
      last = c;
    }
    return factors(word, brace + 1, address == 0 ? 0 : address << shift + 8, shift);
  }

  private static Parsed factors(Value word, int from, int address, int shift) {
    String text = word.text();
    var patterns = new ArrayList<ClientPattern>();
    int number = 0;
    char last = ',';
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        number = number * 10 + c - '0';
      } else if (c != ',' && c != '}' || last == ',') {
        return new Parsed(List.of(), true);
      } else {
        long bits = address + (number << shift) & 0xFFFF_FFFFL;
        long mask = ~((1 << shift) - 1) & 0xFFFF_FFFFL;
        var part = new IpAddress(false, BigInteger.valueOf(bits));
        patterns.add(ClientPattern.of(word, part, BigInteger.valueOf(mask)));
        number = 0;
      }
      if (c == '}') {
        return new Parsed(patterns, i + 1 < text.length());
      }
      last = c;
    }
    return new Parsed(List.of(), true);
  }

  /** A name of networks(5); the mask follows from how many numbers the network has. */
  private Parsed network(XinetdAttribute line, Value word, Draft draft) {
    var network = names.network(word.text()).filter(n -> n.bits().signum() != 0);
    if (network.isEmpty()) {
      return Parsed.NOTHING;
    }
    draft.trouble(
        TroubleKind.NETWORK_MEANS_ONE_HOST, word.place(), line.name().text(), word.text());
    return Parsed.of(ClientPattern.of(word, network.get(), V4_MASK));
  }
}
