package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.unitlint.cli.SmallRoot.ADMIN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.support.Json;
import org.unitlint.support.Run;

/** What is told of one more line of a service agrees with what other commands say of it. */
class DiffLawsTest {
  private static final String UNIT = "s6.service";

  @TempDir Path folder;

  private void write(String line) throws IOException {
    var before = SmallRoot.of(folder.resolve("before"), 1);
    var after = before.copy(folder.resolve("after"));
    after.file(ADMIN + UNIT + ".d/x.conf", "[Service]\n" + line.replace(';', '\n') + "\n");
  }

  /**
   * More or less exposed is exactly what {@code security} rates otherwise, and the settings say
   * why.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PrivateTmp=yes",
        "PrivateTmp=no",
        "CapabilityBoundingSet=",
        "CapabilityBoundingSet=CAP_KILL;CapabilityBoundingSet=",
        "AmbientCapabilities=",
        "Delegate=",
        "Delegate=no",
        "DynamicUser=yes",
        "User=nobody",
        "User=root",
        "SystemCallFilter=@system-service",
        "SystemCallFilter=@system-service;SystemCallFilter=",
        "RestrictAddressFamilies=",
        "RestrictAddressFamilies=none",
        "RestrictNamespaces=",
        "IPAddressDeny=any",
        "DevicePolicy=closed",
        "UMask=0077",
        "ProtectSystem=nonsense",
        "NoNewPrivileges=yes;NoNewPrivileges=no",
        "KeyringMode=shared",
        "SupplementaryGroups=nobody",
        "Nice=5",
      })
  void exposureIsThatOfSecurity(String line) throws IOException {
    write(line);
    var facts = DiffFacts.told(folder, "before", "after");
    var before = exposures("before");
    var after = exposures("after");
    for (String unit : before.keySet()) {
      int change = Double.compare(after.get(unit), before.get(unit));
      assertEquals(change < 0, facts.follows().contains("exposure less " + unit), unit);
      assertEquals(change > 0, facts.follows().contains("exposure more " + unit), unit);
      boolean told = facts.direct().contains("unit changed " + unit);
      assertTrue(change == 0 || told, unit);
    }
  }

  private TreeMap<String, Double> exposures(String root) throws IOException {
    var run = Run.in(folder, "security", "--format", "json", "--root", root);
    var exposures = new TreeMap<String, Double>();
    for (Object item : Json.list(Json.object(Json.parse(run.out())).get("services"))) {
      var service = Json.object(item);
      exposures.put(
          service.get("unit").toString(), Double.valueOf(service.get("exposure").toString()));
    }
    return exposures;
  }

  /**
   * A line that takes back another one is a change unless {@code effective} says that it is
   * ignored.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CPUQuota=20%",
        "LimitNOFILE=5",
        "UMask=0077",
        "User=nobody",
        "Environment=A=1",
        "CapabilityBoundingSet=CAP_KILL",
        "AmbientCapabilities=CAP_KILL",
        "Slice=x.slice",
        "TimeoutStopSec=5",
        "Delegate=yes",
        "Delegate=no",
        "MemoryMax=1G",
        "RestrictNamespaces=yes",
        "PrivateTmp=yes",
        "Type=notify",
        "Nice=5",
        "IOSchedulingClass=idle",
        "StandardOutput=null",
        "PIDFile=/run/x.pid",
        "DeviceAllow=/dev/null",
        "ExecStartPre=/usr/bin/k",
        "LogLevelMax=3"
      })
  void whatIsTakenBackIsTold(String line) throws IOException {
    write(line);
    var taken = new SmallRoot(folder.resolve("after")).copy(folder.resolve("taken"));
    String name = line.substring(0, line.indexOf('='));
    taken.file(ADMIN + UNIT + ".d/y.conf", "[Service]\n" + name + "=\n");
    var effective = Run.in(folder, "effective", "--root", "taken", UNIT).out();
    assertEquals(
        !effective.contains("ignored " + name + "="),
        DiffFacts.told(folder, "after", "taken").direct().contains("setting Service." + name),
        effective);
  }
}
