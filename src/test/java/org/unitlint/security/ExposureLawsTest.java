package org.unitlint.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.Unit;
import org.unitlint.source.MemoryTree;

/** What holds for the exposure of any service. */
class ExposureLawsTest {
  private static final int SERVICES = 100;
  private static final String NAME = "/etc/systemd/system/s.service";
  private static final String START = "[Service]\nExecStart=/usr/bin/s\n";

  /** Each the strictest there is of its kind. */
  private static final List<String> STRICT =
      List.of(
          "PrivateDevices=yes",
          "PrivateMounts=yes",
          "PrivateNetwork=yes",
          "PrivateTmp=yes",
          "PrivateUsers=yes",
          "ProtectControlGroups=yes",
          "ProtectKernelModules=yes",
          "ProtectKernelTunables=yes",
          "ProtectKernelLogs=yes",
          "ProtectClock=yes",
          "ProtectHome=yes",
          "ProtectHostname=yes",
          "ProtectSystem=strict",
          "RootDirectory=/srv/s",
          "LockPersonality=yes",
          "MemoryDenyWriteExecute=yes",
          "NoNewPrivileges=yes",
          "CapabilityBoundingSet=~CAP_SYS_ADMIN",
          "CapabilityBoundingSet=~CAP_KILL CAP_SETUID",
          "CapabilityBoundingSet=",
          "AmbientCapabilities=",
          "UMask=0077",
          "KeyringMode=private",
          "ProtectProc=invisible",
          "ProcSubset=pid",
          "NotifyAccess=main",
          "RemoveIPC=yes",
          "Delegate=no",
          "RestrictRealtime=yes",
          "RestrictSUIDSGID=yes",
          "RestrictNamespaces=yes",
          "RestrictAddressFamilies=none",
          "SystemCallFilter=~@swap",
          "SystemCallFilter=~@privileged @clock",
          "IPAddressDeny=any",
          "DevicePolicy=closed",
          "DynamicUser=yes");

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void hardeningNeverRaisesIt(long seed) {
    var services = new RandomServices(new Random(seed));
    for (int i = 0; i < SERVICES; i++) {
      var machine = machine(START + services.settings());
      var unit = unit(machine);
      if (!unit.isLoaded()) {
        continue;
      }
      var before = Exposure.of(machine, unit);
      for (String line : STRICT) {
        var more = machine.with(unit, NAME + ".d/z.conf", "[Service]\n" + line + "\n");
        var after = Exposure.of(machine, more);
        assertTrue(
            after.tenths() <= before.tenths(),
            () ->
                line + " raises " + before.tenths() + " to " + after.tenths() + ": " + text(unit));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void dropInsCountInTheirOrder(long seed) {
    var services = new RandomServices(new Random(seed));
    for (int i = 0; i < SERVICES; i++) {
      String first = services.settings();
      String second = services.settings();
      String third = services.settings();
      var whole = machine(START + first + second + third);
      var split =
          new Machine(
              new MemoryTree()
                  .file(NAME, START + first)
                  .file("/etc/systemd/system/service.d/b.conf", "[Service]\n" + third)
                  .file(NAME + ".d/a.conf", "[Service]\n" + second),
              Setup.machine(Scope.SYSTEM, 252));
      if (unit(whole).isLoaded()) {
        assertEquals(told(whole), told(split));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void itLiesOnItsScale(long seed) {
    var services = new RandomServices(new Random(seed));
    for (int i = 0; i < SERVICES; i++) {
      var machine = machine(START + services.settings());
      var exposure = Exposure.of(machine, unit(machine));
      assertTrue(exposure.tenths() >= 0 && exposure.tenths() <= 100);
      assertEquals(Rating.of(exposure.tenths()), exposure.rating());
      for (Outcome outcome : exposure.outcomes()) {
        assertTrue(outcome.badness().orElse(0) <= outcome.range(), outcome.toString());
        assertTrue(!outcome.told().isEmpty(), outcome.toString());
        assertTrue(!outcome.implied() || !outcome.settings().isEmpty(), outcome.toString());
      }
    }
  }

  @Test
  void ratingsBeginWhereSystemdHasThem() {
    var tenths = List.of(100, 99, 90, 89, 75, 74, 50, 49, 10, 9, 1, 0);
    assertEquals(
        List.of(
            Rating.DANGEROUS,
            Rating.UNSAFE,
            Rating.UNSAFE,
            Rating.EXPOSED,
            Rating.EXPOSED,
            Rating.MEDIUM,
            Rating.MEDIUM,
            Rating.OK,
            Rating.OK,
            Rating.SAFE,
            Rating.SAFE,
            Rating.PERFECT),
        tenths.stream().map(Rating::of).toList());
  }

  private static List<String> told(Machine machine) {
    return RealAnalysis.lines(Exposure.of(machine, unit(machine)));
  }

  private static Machine machine(String text) {
    return new Machine(new MemoryTree().file(NAME, text), Setup.machine(Scope.SYSTEM, 252));
  }

  private static Unit unit(Machine machine) {
    return machine.unit("s.service").orElseThrow();
  }

  private static String text(Unit unit) {
    return unit.fragment().orElseThrow().tree().source().text();
  }
}
