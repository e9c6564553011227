package org.unitlint.host.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An address of the Internet Protocol.
 *
 * @param v6 whether it has 128 bits and not 32
 */
public record IpAddress(boolean v6, BigInteger bits) {
  private static final int GROUPS = 8;

  /** How many bits it has. */
  public int length() {
    return v6 ? 128 : 32;
  }

  /** The address with all bits behind the first {@code kept} cleared. */
  public IpAddress masked(int kept) {
    int host = length() - kept;
    return new IpAddress(v6, bits.shiftRight(host).shiftLeft(host));
  }

  /** Whether it is written with numbers only and right, as for inet_pton(3). */
  public static Optional<IpAddress> parse(String text) {
    return text.indexOf(':') < 0 ? parseV4(text) : parseV6(text);
  }

  private static Optional<IpAddress> parseV4(String text) {
    if (text.length() > 15) {
      return Optional.empty();
    }
    String[] parts = text.split("\\.", -1);
    long bits = 0;
    for (String part : parts) {
      boolean padded = part.length() > 1 && part.charAt(0) == '0';
      boolean number = Unsigned.isDecimal(part) && part.length() <= 3 && !padded;
      if (!number || Integer.parseInt(part) > 255) {
        return Optional.empty();
      }
      bits = bits << 8 | Integer.parseInt(part);
    }
    return parts.length == 4
        ? Optional.of(new IpAddress(false, BigInteger.valueOf(bits)))
        : Optional.empty();
  }

  private static Optional<IpAddress> parseV6(String text) {
    if (text.length() > 45) {
      return Optional.empty();
    }
    int gap = text.indexOf("::");
    var before = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    var after = groups(gap < 0 ? "" : text.substring(gap + 2), true);
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    int given = before.get().size() + after.get().size();
    if (gap < 0 ? given != GROUPS : given >= GROUPS) {
      return Optional.empty();
    }
    var all = new ArrayList<>(before.get());
    for (int i = given; i < GROUPS; i++) {
      all.add(0);
    }
    all.addAll(after.get());
    var bits = BigInteger.ZERO;
    for (int group : all) {
      bits = bits.shiftLeft(16).or(BigInteger.valueOf(group));
    }
    return Optional.of(new IpAddress(true, bits));
  }

  /** The groups between colons; the last may be an IPv4 address where {@code atEnd}. */
  private static Optional<List<Integer>> groups(String text, boolean atEnd) {
    var groups = new ArrayList<Integer>();
    String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      var v4 = atEnd && i == parts.length - 1 ? parseV4(parts[i]) : Optional.<IpAddress>empty();
      if (v4.isPresent()) {
        groups.add(v4.get().bits().shiftRight(16).intValue());
        groups.add(v4.get().bits().intValue() & 0xFFFF);
      } else if (isGroup(parts[i])) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(groups);
  }

  private static boolean isGroup(String text) {
    return !text.isEmpty()
        && text.length() <= 4
        && text.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
  }

  /** In its usual form: an IPv6 address in lower case, its longest run of zeros left out. */
  @Override
  public String toString() {
    if (!v6) {
      int number = bits.intValue();
      return (number >>> 24)
          + "."
          + (number >> 16 & 255)
          + "."
          + (number >> 8 & 255)
          + "."
          + (number & 255);
    }
    var groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = bits.shiftRight(16 * (GROUPS - 1 - i)).intValue() & 0xFFFF;
    }
    int start = 0;
    int longest = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > longest) {
        start = i;
        longest = end - i;
      }
    }
    if (longest < 2) {
      return joined(groups, 0, GROUPS);
    }
    return joined(groups, 0, start) + "::" + joined(groups, start + longest, GROUPS);
  }

  private static String joined(int[] groups, int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ":").append(String.format(Locale.ROOT, "%x", groups[i]));
    }
    return text.toString();
  }
}
