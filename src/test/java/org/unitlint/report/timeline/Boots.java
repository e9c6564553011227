package org.unitlint.report.timeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.JobMode;
import org.unitlint.boot.JobType;
import org.unitlint.boot.Question;
import org.unitlint.boot.Replay;
import org.unitlint.boot.Request;
import org.unitlint.boot.WhatIf;
import org.unitlint.boot.profile.Profile;
import org.unitlint.boot.timing.Recording;
import org.unitlint.boot.timing.TimingFile;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;

/**
 * Boots of a few units, for tests. A line is a name, {@code takes=} milliseconds, and settings;
 * units have no default dependencies.
 */
record Boots(MemoryTree tree, String timings, WhatIf whatIf, String recording, int runs) {
  private static final String ANCHOR = "go.target";

  /** A boot through two targets, with what waits, fails and is skipped. */
  static final String USUAL =
      """
      go.target Requires=base.target After=base.target Wants=web.service After=web.service \
      Wants=log.service Wants=db.service After=db.service Wants=odd.service Wants=virt.service
      base.target Wants=disk.mount After=disk.mount Wants=api.socket After=api.socket
      disk.mount takes=120 What=/dev/x Where=/disk
      api.socket ListenStream=/run/api
      db.service takes=900 After=base.target
      web.service takes=250 Wants=db.service After=db.service
      log.service takes=80 After=base.target
      odd.service takes=30 After=base.target
      virt.service takes=40 ConditionArchitecture=s390x
      """;

  static Boots of(String lines) {
    var tree = new MemoryTree();
    var timings = new StringBuilder();
    for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
      var words = List.of(line.strip().split(" +"));
      String name = words.get(0);
      var unit = new StringBuilder("[Unit]\nDefaultDependencies=no\n");
      var own = new StringBuilder();
      for (String word : words.subList(1, words.size())) {
        if (word.startsWith("takes=")) {
          timings.append(timings.length() == 0 ? "" : ", ");
          timings.append('"').append(name.replace("\\", "\\\\").replace("\"", "\\\""));
          timings.append("\": ").append(word.substring("takes=".length())).append("000");
        } else if (word.matches("(What|Where|ListenStream)=.*")) {
          own.append(word).append('\n');
        } else {
          unit.append(word).append('\n');
        }
      }
      String kind = name.substring(name.lastIndexOf('.') + 1);
      String section = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
      String program = kind.equals("service") ? "Type=oneshot\nExecStart=/x\n" : "";
      String rest = kind.equals("target") ? "" : "[" + section + "]\n" + program + own;
      tree.file("/etc/systemd/system/" + name, unit + rest);
    }
    return new Boots(tree, "{" + timings + "}", WhatIf.NOTHING, "", 0);
  }

  Boots what(WhatIf change) {
    return new Boots(tree, timings, change, recording, runs);
  }

  Boots without(String... units) {
    return what(new WhatIf(Set.of(units), Set.of(), Map.of(), Set.of()));
  }

  Boots failing(String... units) {
    return what(new WhatIf(Set.of(), Set.of(), Map.of(), Set.of(units)));
  }

  Boots recorded(String text) {
    return new Boots(tree, timings, whatIf, text, runs);
  }

  Boots drawn(int times) {
    return new Boots(tree, timings, whatIf, recording, times);
  }

  Forecast forecast() {
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, 252));
    var graph = DependencyGraph.load(machine, DependencyGraph.everything(machine));
    var replay =
        recording.isEmpty()
            ? Optional.<Replay>empty()
            : Optional.of(new Replay(Recording.parse(recording)));
    var question =
        new Question(
            Request.of(ANCHOR, JobType.START, JobMode.REPLACE),
            Profile.of(machine),
            List.of(TimingFile.parse(timings)),
            Map.of(),
            replay,
            OptionalInt.empty(),
            whatIf,
            runs,
            true,
            true);
    return Forecast.of(graph, question, (done, all) -> {});
  }

  Chart chart() {
    return Chart.of(forecast(), new Detail(false, true));
  }

  Chart whole() {
    return Chart.of(forecast(), new Detail(true, true));
  }
}
