package org.unitlint.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.unitlint.support.Json;
import org.unitlint.support.Run;

/** The library says what the program says, and nothing else happens. */
class RootTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("unitlint.basedir", "."), "testdata");
  private static final String ROOT = "boot/standby/root";

  private static Root root() throws IOException {
    return Root.at(TESTDATA.resolve(ROOT));
  }

  private static Map<String, Object> json(String... words) throws IOException {
    return Json.object(Json.parse(Run.in(TESTDATA, words).out()));
  }

  @Test
  void findingsAreThoseOfCheck() throws IOException {
    for (String folder : List.of("cycles/01-engine-after-its-target/root", "check/root/root")) {
      var told = new ArrayList<String>();
      var all = json("check", "--no-config", "--format", "json", "--root", folder).get("findings");
      for (Object value : Json.list(all)) {
        var finding = Json.object(value);
        told.add(finding.get("file") + ":" + finding.get("line") + " " + finding.get("message"));
      }
      var found =
          Root.at(TESTDATA.resolve(folder)).findings().stream()
              .filter(f -> f.severity() != Finding.Severity.HINT)
              .map(f -> f.location().file() + ":" + f.location().line() + " " + f.message())
              .toList();
      assertFalse(found.isEmpty());
      assertEquals(told, found);
    }
  }

  @Test
  void someRulesFindNoMoreThanAll() throws IOException {
    var root = Root.at(TESTDATA.resolve("check/root/root"));
    var rule = root.findings().get(0);
    assertEquals(
        root.findings().stream().filter(f -> f.rule().equals(rule.rule())).toList(),
        root.findings(List.of(rule.name(), "no-such-rule")));
  }

  @Test
  void theGraphIsThatOfGraph() throws IOException {
    var graph = root().graph("default.target");
    var told = new ArrayList<String>();
    for (Object value : Json.list(json("graph", "--format", "json", "--root", ROOT).get("units"))) {
      told.add(Json.object(value).get("name") + " " + Json.object(value).get("load"));
    }
    assertEquals(
        told, graph.load().entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
    assertTrue(graph.dependencies().stream().anyMatch(d -> d.origins().contains("default")));
    assertTrue(root().graph().load().size() >= graph.load().size());
  }

  @Test
  void theSimulationIsThatOfBoot() throws IOException {
    var said = Map.of("dbus.service", Duration.ofMillis(700));
    var simulation = root().simulate("default.target", said);
    var told = json("boot", "--format", "json", "--root", ROOT, "--duration", "dbus.service=700ms");
    assertEquals(told.get("totalMicros"), simulation.total().toNanos() / 1000);
    assertEquals(told.get("criticalPath"), simulation.criticalPath());
    assertEquals(Json.list(told.get("timeline")).size(), simulation.starts().size());
    assertEquals(Json.list(told.get("jobs")).size(), simulation.plan().jobs().size());
    assertEquals(simulation.plan(), root().plan("default.target"));
  }

  @Test
  void aUnitIsThatOfEffective() throws IOException {
    var unit = Root.at(TESTDATA.resolve("effective/overridden/root")).unit("web.service");
    assertEquals("shop.service", unit.orElseThrow().name());
    assertEquals(
        List.of("/usr/bin/shop --port ${PORT} --name %n"),
        unit.get().settings("Service", "ExecStart").stream().map(Setting::value).toList());
    assertEquals("masked", root("gone.service").load());
    assertEquals("not-found", root("nowhere.service").load());
  }

  private static LoadedUnit root(String unit) throws IOException {
    return Root.at(TESTDATA.resolve("effective/overridden/root")).unit(unit).orElseThrow();
  }

  @Test
  void aPlanMayBeRefused() {
    var plan = Root.of(Map.of("etc/fstab", "")).plan("default.target");
    assertTrue(plan.refusal().isPresent());
    var cycle =
        Root.of(
            Map.of(
                "/etc/systemd/system/default.target",
                "[Unit]\nWants=a.service b.service\n",
                "/etc/systemd/system/a.service",
                "[Unit]\nDefaultDependencies=no\nAfter=b.service\n[Service]\nExecStart=/bin/a\n",
                "/etc/systemd/system/b.service",
                "[Unit]\nDefaultDependencies=no\nAfter=a.service\n[Service]\nExecStart=/bin/b\n"));
    assertEquals(1, cycle.plan("default.target").cycles().size());
    assertEquals(1, cycle.plan("default.target").cycles().get(0).deleted().stream().count());
    assertTrue(cycle.simulate("x.service", Map.of()).plan().refusal().isPresent());
  }

  @Test
  void versionsAndUsersAreOthers() throws IOException {
    var units = Map.of("a.service", "[Service]\nExecStart=/bin/a\nRestartSteps=3\n");
    var old = Root.ofUnits(units).targetVersion(252).findings(List.of("U106"));
    assertEquals(
        List.of("a.service"), old.stream().map(f -> f.location().file()).distinct().toList());
    assertEquals(List.of(), Root.ofUnits(units).findings(List.of("U106")));
    var user = Root.at(TESTDATA.resolve("effective/user/root")).userUnits();
    assertEquals(List.of("pad.service"), user.units());
    assertEquals(List.of("a.service"), Root.ofUnits(units).userUnits().units());
  }

  @Test
  void exposureIsThatOfSecurity() throws IOException {
    var unit = Map.of("a.service", "[Service]\nExecStart=/bin/a\nPrivateTmp=yes\n", "b.target", "");
    var exposure = Root.ofUnits(unit).exposure("a.service").orElseThrow();
    assertEquals(
        "a.service 9.4 UNSAFE", exposure.unit() + " " + exposure.score() + " " + exposure.rating());
    var check = exposure.checks().stream().filter(c -> c.field().equals("PrivateTmp")).findFirst();
    assertEquals(Exposure.Result.PASSED, check.orElseThrow().result());
    assertEquals("[a.service:3:12]", check.get().locations().toString());
    assertTrue(Root.ofUnits(unit).exposure("b.target").isEmpty());
    assertTrue(root().exposure("nowhere.service").isEmpty());
  }

  /** Threads that wait for each other would wait for ever. */
  @Test
  void manyThreadsMayAskAtOnce() {
    var files = new HashMap<String, String>();
    for (int i = 0; i < 200; i++) {
      files.put(
          "/etc/systemd/system/u" + i + ".service",
          "[Unit]\nAfter=u1.service\nBefore=u1.service\n[Service]\nExecStart=/bin/a\n");
    }
    Callable<Object> ask =
        () -> {
          var root = Root.of(files);
          return List.of(root.findings(), root.graph(), root.plan("u1.service"));
        };
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          var threads = Executors.newFixedThreadPool(4);
          try {
            var answers = new HashSet<Object>();
            for (var answer : threads.invokeAll(Collections.nCopies(12, ask))) {
              answers.add(answer.get());
            }
            assertEquals(1, answers.size());
          } finally {
            threads.shutdownNow();
          }
        });
  }

  @Test
  void whatCannotBeIsRefused() throws IOException {
    assertThrows(IOException.class, () -> Root.at(TESTDATA.resolve("nowhere")));
    var root = root();
    assertThrows(IllegalArgumentException.class, () -> root.plan("no unit"));
    assertThrows(IllegalArgumentException.class, () -> root.graph("a@.service"));
    assertThrows(
        IllegalArgumentException.class,
        () -> root.simulate("a.service", Map.of("a.service", Duration.ofDays(9999))));
    assertTrue(root.unit("no unit").isEmpty());
    assertThrows(IllegalArgumentException.class, () -> root.targetVersion(-1));
    for (String path : List.of("", "/", "a/", "..", "a\0.service")) {
      assertThrows(IllegalArgumentException.class, () -> Root.of(Map.of(path, "")), path);
    }
    var unit = "[Service]\nExecStart=/bin/a\n";
    var odd = Root.of(Map.of("..//etc/./systemd/system/a.service", unit));
    assertEquals(List.of("a.service"), odd.units());
  }

  @Test
  void nothingIsPrintedAndNoPropertyChanged() throws IOException {
    var out = System.out;
    var printed = new ByteArrayOutputStream();
    var before = new Properties();
    before.putAll(System.getProperties());
    System.setOut(new PrintStream(printed));
    try {
      root().findings();
      root().simulate("default.target", Map.of());
    } finally {
      System.setOut(out);
    }
    assertEquals(0, printed.size());
    assertEquals(before, System.getProperties());
  }
}
