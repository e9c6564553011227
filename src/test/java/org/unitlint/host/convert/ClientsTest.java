package org.unitlint.host.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.host.value.IpAddress;
import org.unitlint.host.value.IpPrefix;
import org.unitlint.host.xinetd.Access;

/** The socket lets the same clients in as xinetd. */
class ClientsTest {
  private static final int ROUNDS = 800;
  private static final int CLIENTS = 60;

  @ParameterizedTest
  @CsvSource({
    "only_from =,IPAddressDeny=any",
    "only_from = 0.0.0.0,IPAddressAllow=0.0.0.0/0 IPAddressDeny=any",
    "only_from = 0.0.0.0 ::,''",
    "only_from = 10.0.0.0,IPAddressAllow=10.0.0.0/8 IPAddressDeny=any",
    "only_from = 172.16.0.0,IPAddressAllow=172.16.0.0/16 IPAddressDeny=any",
    "only_from = 10.0.0.0/255.0.0.0,IPAddressAllow=10.0.0.0/32 IPAddressDeny=any",
    "'only_from = 10.0.0.{2,3}',IPAddressAllow=10.0.0.2/31 IPAddressDeny=any",
    "only_from = localhost,IPAddressAllow=127.0.0.1 ::1 IPAddressDeny=any",
    "only_from = a.example.org,IPAddressDeny=any",
    "no_access = 10.1.2.3,IPAddressDeny=10.1.2.3",
    "no_access = 0.0.0.0 ::,IPAddressDeny=any",
    "no_access = a.example.org,''",
  })
  void listsBecomeNetworks(String line, String settings) {
    var access = access(line);
    var written =
        Clients.of(access).settings().stream()
            .map(s -> String.join("=", s))
            .collect(Collectors.joining(" "));
    assertEquals(settings, written);
  }

  @Test
  void whoIsInBothListsIsRefused() {
    var access = access("only_from = 10.0.0.0/30\n\tno_access = 10.0.0.1");
    var lines = Clients.of(access).settings();
    assertEquals("10.0.0.0/32 10.0.0.2/31", lines.get(0)[1]);
  }

  private static Access access(String line) {
    return Services.read(Services.stream("x", "port = 9", "type = UNLISTED", line)).get(0).access();
  }

  @Test
  void systemdAdmitsWhomXinetdAdmits() {
    var random = new Random(7);
    int decided = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String only = random.nextInt(4) == 0 ? "nice = 1" : "only_from = " + list(random);
      String no = random.nextInt(3) == 0 ? "umask = 022" : "no_access = " + list(random);
      var access = access(only + "\n\t" + no);
      var settings = Clients.of(access).settings();
      for (int c = 0; c < CLIENTS; c++) {
        var client = client(random);
        var admitted = access.admits(client);
        if (admitted.isPresent()) {
          decided++;
          assertEquals(admitted.get(), admits(settings, client), only + "; " + no + ": " + client);
        }
      }
    }
    // A prefix of all bits of an IPv6 address counts as a name, which it is not.
    assertTrue(decided > ROUNDS * CLIENTS / 10 * 9, String.valueOf(decided));
  }

  private static String list(Random random) {
    var items = new ArrayList<String>();
    for (int i = random.nextInt(6); i > 0; i--) {
      items.add(item(random));
    }
    return String.join(" ", items);
  }

  /** In one corner of each address space, so that clients meet items. */
  private static String item(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> v4(random).toString();
      case 1 -> v4(random) + "/" + random.nextInt(34);
      case 2 -> "10.0.0.{" + random.nextInt(8) + "," + random.nextInt(8) + "}";
      case 3 -> v6(random).toString();
      case 4 -> v6(random) + "/" + random.nextInt(129);
      default -> random.nextBoolean() ? "0.0.0.0" : "::";
    };
  }

  private static IpAddress client(Random random) {
    return random.nextBoolean() ? v4(random) : v6(random);
  }

  private static IpAddress v4(Random random) {
    long high = random.nextInt(8) == 0 ? random.nextInt() & 0xFFFF_FFFFL : 10L << 24;
    return new IpAddress(false, BigInteger.valueOf(high | random.nextInt(16)));
  }

  private static IpAddress v6(Random random) {
    var high = IpAddress.parse("2001:db8::").orElseThrow().bits();
    var bits = random.nextInt(8) == 0 ? new BigInteger(128, random) : high;
    return new IpAddress(true, bits.or(BigInteger.valueOf(random.nextInt(16))));
  }

  /** As systemd: what is allowed is let in, else what is denied is not, else all is. */
  private static boolean admits(List<String[]> settings, IpAddress client) {
    return holds(settings, "IPAddressAllow", client) || !holds(settings, "IPAddressDeny", client);
  }

  private static boolean holds(List<String[]> settings, String directive, IpAddress client) {
    for (String[] setting : settings) {
      for (String word : setting[1].split(" ")) {
        boolean any = word.equals("any");
        if (setting[0].equals(directive) && (any || prefix(word).contains(host(client)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static IpPrefix host(IpAddress client) {
    return new IpPrefix(client, client.length());
  }

  private static IpPrefix prefix(String word) {
    String[] parts = word.toLowerCase(Locale.ROOT).split("/");
    var address = IpAddress.parse(parts[0]).orElseThrow();
    var length = parts.length == 1 ? Optional.<String>empty() : Optional.of(parts[1]);
    return new IpPrefix(address, length.map(Integer::parseInt).orElse(address.length()));
  }
}
