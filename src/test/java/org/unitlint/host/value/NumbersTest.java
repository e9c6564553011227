package org.unitlint.host.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.Standing;

/** Truth, numbers, sizes, limits: what is read, where a flaw is, and what mends it. */
class NumbersTest {
  private static final String SIGNS = " \t\u000B%-+:/.,~*=@\"'\\01589abkKMGsSinft\u00B5\u2030";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "Service.RemainAfterExit | oN | true",
        "Service.PrivateMounts | 0 | false",
        "Service.Nice | -0x14 | -20",
        "Service.Nice | 0b11 | 3",
        "Service.LogRateLimitBurst | -0 | 0",
        "Service.LogRateLimitBurst | 4294967295 | 4294967295",
        "Socket.MessageQueueMaxMessages | -4294967296 | -4294967296",
        "Service.CPUWeight | idle | 0",
        "Service.TasksMax | infinity | Amount[sort=INFINITE, number=0]",
        "Service.TasksMax | 0x10 | Amount[sort=COUNT, number=16]",
        "Service.TasksMax | 0% | Amount[sort=SHARE, number=0]",
        "Service.MemoryMax | 1G 512M | Amount[sort=BYTES, number=1610612736]",
        "Service.MemoryMax | 1.5K1 | Amount[sort=BYTES, number=1537]",
        "Service.MemoryMax | 12.5% | Amount[sort=SHARE, number=1250]",
        "Service.MemoryMax | 5.5‰ | Amount[sort=SHARE, number=55]",
        "Service.MemoryMax | 7‱ | Amount[sort=SHARE, number=7]",
        "Service.MemoryLow | 0 | Amount[sort=BYTES, number=0]",
        "Service.CPUQuota | 150.25% | Amount[sort=SHARE, number=15025]",
        "Service.StateDirectoryQuota | off | Amount[sort=OFF, number=0]",
        "Socket.SendBuffer | 15E | Amount[sort=BYTES, number=-1152921504606846976]",
        "Service.UMask | 07777 | Mode[bits=4095]",
        "Service.TimerSlackNSec | 5us | NanoSpan[nanos=5000]",
        "Service.LimitNOFILE | 1:infinity | ResourceLimit[resource=count, soft=1, hard=-1]",
        "Service.LimitCPU | 1500ms | ResourceLimit[resource=time-s, soft=2, hard=2]",
        "Service.LimitRTTIME | 5 | ResourceLimit[resource=time-us, soft=5, hard=5]",
        "Service.LimitNICE | -5:-10 | ResourceLimit[resource=nice, soft=25, hard=30]",
        "Service.LimitNICE | +19 | ResourceLimit[resource=nice, soft=1, hard=1]",
        "Service.IOReadBandwidthMax | \"/a b\" 5K | DeviceLimit[path=/a b, limit=5000]",
        "Service.IOReadIOPSMax | /a infinity | DeviceLimit[path=/a, limit=-1]",
        "Service.IODeviceWeight | /%N 7 | DeviceLimit[path=/shop, limit=7]",
        "Service.IODeviceLatencyTargetSec | /a 25ms | DeviceLimit[path=/a, limit=25000]",
        "Service.CPUAffinity | 0x3,1-2 '7' | CpuList[set={1, 2, 3, 7}, word=Optional.empty]",
        "Service.CPUAffinity | numa | CpuList[set={}, word=Optional[numa]]",
      })
  void valuesAreTyped(String directive, String value, String typed) {
    var parsed = WrittenValue.of(directive, value, 258).parsed();
    assertEquals(typed, parsed.value().orElseThrow().toString());
    assertTrue(parsed.flaws().isEmpty(), parsed::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "Service.RemainAfterExit | ture | `ture` | true",
        "Service.RemainAfterExit | Enabled | `Enabled` | yes",
        "Service.RemainAfterExit | 'yes' | `'yes'` | yes",
        "Service.RemainAfterExit | no; | `;` | no",
        "Service.RemainAfterExit | yes # always | `yes # always` | yes # always",
        "Service.PrivateTmp | disconnected | `disconnected` | disconnected",
        "Service.Nice | 08 | `08` | 8",
        "Service.Nice | 010 | SILENT `010` | 010",
        "Service.Nice | 05 | ^^ | 05",
        "Service.Nice | high | `high` | high",
        "Socket.Backlog | 4K | `K` | 4K",
        "Socket.Backlog | 1.5 | `1.5` | 1.5",
        "Service.CPUWeight | IDLE | `IDLE` | idle",
        "Service.TasksMax | unlimited | `unlimited` | infinity",
        "Service.TasksMax | -1 | `-1` | -1",
        "Service.TasksMax | 1,000 | `1,000` | 1,000",
        "Service.MemoryMax | 2GB | `GB` | 2G",
        "Service.MemoryMax | 2 GiB | `GiB` | 2 G",
        "Service.MemoryMax | 512m | `m` | 512M",
        "Service.MemoryMax | 1,5G | `,` | 1.5G",
        "Service.MemoryMax | 50 % | ` ` | 50%",
        "Service.MemoryMax | 5 parts | `parts` | 5 parts",
        "Service.MemoryMax | 1M 1G | `1G` | 1M 1G",
        "Service.MemoryMax | 0 | `0` | 0",
        "Service.MemoryMax | 150% | `150%` | 150%",
        "Service.MemoryMax | % | `%` | %",
        "Socket.SendBuffer | 10% | `10%` | 10%",
        "Service.CPUQuota | 50 | `50` | 50%",
        "Service.CPUQuota | 0.5 | `0.5` | 0.5",
        "Service.CPUQuota | 33.333% | `33.333%` | 33.333%",
        "Service.UMask | 0o22 | `0o22` | 022",
        "Service.UMask | u=rw | `u=rw` | u=rw",
        "Service.LimitNOFILE | 2:1 | `2` | 2:1",
        "Service.LimitNOFILE | 1024:unlimited | `unlimited` | 1024:infinity",
        "Service.LimitNOFILE | 64k:1 | `k` | 64k:1",
        "Service.LimitNOFILE | 1: | `1:` | 1:",
        "Service.LimitMEMLOCK | 64MB | `MB` | 64M",
        "Service.LimitCPU | 1:5mins | `mins` | 1:5min",
        "Service.LimitNICE | infinity | `infinity` | infinity",
        "Service.IOReadBandwidthMax | /dev/sda | `/dev/sda` | /dev/sda",
        "Service.IOReadBandwidthMax | \"/dev/sda 5 | `\"/dev/sda 5` | \"/dev/sda 5",
        "Service.IOReadBandwidthMax | /a/../b 5 | `/a/../b` | /a/../b 5",
        "Service.BlockIOReadBandwidth | /a infinity | `infinity` | /a infinity",
        "Service.CPUAffinity | 1 0..3 | `0..3` | 1 0-3",
        "Service.CPUAffinity | 7-4 0 | WORD `7-4` | 4-7 0",
        "Service.CPUAffinity | 8192 | `8192` | 8192",
        "Service.CPUAffinity | \"\" | `\"\"` | \"\"",
      })
  void theFlawIsWhereTheMistakeIs(String directive, String value, String flaws, String mended) {
    var written = WrittenValue.of(directive, value, 252);
    assertEquals(flaws, written.flaws());
    assertEquals(mended, written.mended());
  }

  @ParameterizedTest
  @CsvSource({
    "Service.PrivateMounts, 252, false",
    "Service.PrivateMounts, 253, true",
    "Service.RemainAfterExit, 257, false",
    "Service.StartupMemoryHigh, 254, true",
    "Service.CPUShares, 252, true",
    "Service.TimeoutStartSec, 257, false",
    "Timer.OnCalendar, 252, true"
  })
  void someTakeAnEmptyValue(String directive, int version, boolean taken) {
    assertEquals(taken, WrittenValue.of(directive, "", version).parsed().isTaken());
  }

  @ParameterizedTest
  @CsvSource({"251, false", "252, true"})
  void idleIsAWeightSinceItIsKnown(int version, boolean taken) {
    assertEquals(taken, WrittenValue.of("Service.CPUWeight", "idle", version).parsed().isTaken());
  }

  @ParameterizedTest
  @CsvSource({
    "UMask, 022, 0022 (----w--w-)",
    "UMask, 07755, 7755 (rwsr-sr-t)",
    "UMask, 6640, ''",
    "MemoryMax, 1536K, 1572864 bytes (1536K)",
    "MemoryMax, 1, 1 byte",
    "MemoryMax, 12.50%, 12.5%",
    "LimitNICE, 25, nice level -5"
  })
  void meaningsAreTold(String name, String value, String meaning) {
    var told = WrittenValue.of("Service." + name, value, 252).parsed().value().orElseThrow();
    assertEquals(meaning.isEmpty() ? "6640 (rwSr-S---)" : meaning, ((Meaning) told).meaning());
  }

  /** Whatever the text is, something is read or flawed, and each place lies within the text. */
  @TestFactory
  Stream<DynamicTest> anyTextIsReadByEveryKind() {
    return NumberGrammars.ALL.keySet().stream().sorted().map(k -> dynamicTest(k, () -> readAny(k)));
  }

  private static void readAny(String kind) {
    var directive = any(kind).orElseThrow();
    String name = directive.sections().get(0) + "." + directive.name();
    var random = new Random(7);
    for (int i = 0; i < 400; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      String value = text.toString().strip().replaceAll("\\\\+$", "");
      check(WrittenValue.of(name, value, 258));
    }
    for (String piece : List.of("1", "1 ", "1,", "9-1,", "K", "*/1 ", "\"", "\\1", "%i")) {
      String value = piece.repeat((1 << 18) / piece.length()).strip() + "x";
      check(WrittenValue.of(name, value, 258));
    }
  }

  /** A directive of that kind. */
  private static Optional<Directive> any(String kind) {
    return Catalog.standard().directives().stream()
        .filter(d -> d.valueKind(258).split(":")[0].equals(kind))
        .filter(d -> d.standing(258) == Standing.CURRENT)
        .findFirst();
  }

  private static void check(WrittenValue written) {
    for (ValueFlaw flaw : written.parsed().flaws()) {
      assertTrue(flaw.place().span().end() <= flaw.place().source().text().length());
      assertTrue(flaw.message().length() < 500, flaw::message);
    }
  }
}
