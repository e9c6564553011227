package org.unitlint.host.convert;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.unitlint.host.value.IpAddress;
import org.unitlint.host.value.IpPrefix;

/**
 * A set of addresses.
 *
 * @param prefixes as few as say it: IPv4 first, then by address
 */
record AddressSet(List<IpPrefix> prefixes) {
  private static final Comparator<IpPrefix> ORDER =
      Comparator.comparing((IpPrefix p) -> p.address().v6())
          .thenComparing(p -> p.address().bits())
          .thenComparing(IpPrefix::length);

  AddressSet {
    prefixes = List.copyOf(prefixes);
  }

  /** All that the prefixes cover together. */
  static AddressSet of(Collection<IpPrefix> prefixes) {
    var kept = new ArrayDeque<IpPrefix>();
    for (IpPrefix prefix : prefixes.stream().sorted(ORDER).toList()) {
      if (!kept.isEmpty() && kept.peekLast().contains(prefix)) {
        continue;
      }
      var last = prefix;
      while (!kept.isEmpty() && isOtherHalf(kept.peekLast(), last)) {
        last = new IpPrefix(kept.removeLast().address(), last.length() - 1);
      }
      kept.addLast(last);
    }
    return new AddressSet(List.copyOf(kept));
  }

  private static boolean isOtherHalf(IpPrefix first, IpPrefix second) {
    return first.length() == second.length()
        && first.length() > 0
        && first.address().v6() == second.address().v6()
        && first.address().masked(first.length() - 1).equals(lower(second));
  }

  private static IpAddress lower(IpPrefix prefix) {
    return prefix.address().masked(prefix.length() - 1);
  }

  /** Those that are not in the other. */
  AddressSet minus(AddressSet other) {
    var left = new ArrayList<IpPrefix>();
    for (IpPrefix prefix : prefixes) {
      take(prefix, other.prefixes, left);
    }
    return of(left);
  }

  /** Adds what is left of the prefix without the others. */
  private static void take(IpPrefix prefix, List<IpPrefix> others, List<IpPrefix> left) {
    if (others.stream().anyMatch(o -> o.contains(prefix))) {
      return;
    }
    var inside = others.stream().filter(prefix::contains).toList();
    if (inside.isEmpty()) {
      left.add(prefix);
      return;
    }
    int length = prefix.length() + 1;
    var address = prefix.address();
    var bit = BigInteger.ONE.shiftLeft(address.length() - length);
    take(new IpPrefix(address, length), inside, left);
    take(new IpPrefix(new IpAddress(address.v6(), address.bits().or(bit)), length), inside, left);
  }

  /** Whether no address is in it. */
  boolean isEmpty() {
    return prefixes.isEmpty();
  }

  /** Whether every address of both families is in it. */
  boolean isAll() {
    return prefixes.size() == 2 && prefixes.stream().allMatch(p -> p.length() == 0);
  }
}
