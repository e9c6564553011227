package org.unitlint.report.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the picture of a boot shows. */
class ChartTest {
  @Test
  void boot() {
    assertEquals(
        """
        Boot timeline of go.target
        10 jobs, 1 of them skipped by conditions. All done after 1.27s; one after another it would be 1.38s. At most 3 starts at the same time.
        axis 0==1270 versus NOTHING
        total SHOWN 1270 in parallel, as systemd does []
        total MAYBE 1020 if web.service did not wait for db.service [−250ms]
        total MAYBE 1150 if base.target did not wait for disk.mount [−120ms]
        total MAYBE 1150 if db.service did not wait for base.target [−120ms]
        total SEQUENTIAL 1380 one after another []
        levels 0:1 120:3 150:2 200:1 1270:0
        milestone 120 [base.target] critical
        milestone 1270 [go.target] critical anchor
        row api.socket 0..0--0==0 [0]
        row dev-x.device 0..0--0==0 critical [0]
        row disk.mount 0..0--0==120 critical [120ms]
        row odd.service 0..120--120==150 [30ms]
        row log.service 0..120--120==200 [80ms]
        row db.service 0..120--120==1020 critical [900ms]
        row web.service 0..1020--1020==1270 critical [250ms]
        hop dev-x.device -> disk.mount at 0
        hop disk.mount -> db.service at 120
        hop db.service -> web.service at 1020
        then No service runs then, and 1 listener stands by (1 socket): what is asked for is started, and its first client waits as long as its bar.
        waits api.service for ever [/run/api] `api.service` does not exist
        list Skipped by conditions: [virt.service]
        small Assumed of the machine: architecture=x86-64.
        """,
        ChartText.of(Boots.of(Boots.USUAL).chart()));
  }

  @Test
  void bootWithoutAUnit() {
    assertEquals(
        """
        Boot timeline of go.target
        9 jobs, 1 of them skipped by conditions. All done after 250ms; one after another it would be 480ms. At most 3 starts at the same time.
        axis 0==1270 versus PLAIN
        total BEFORE 1270 before []
        total SHOWN 250 with the change [−1.02s]
        total SEQUENTIAL 480 one after another []
        levels 0:2 120:3 150:2 200:1 250:0
        milestone 120 [base.target]
        milestone 250 [go.target] critical anchor
        row api.socket 0..0--0==0 before 0..0--0==0 [0]
        row dev-x.device 0..0--0==0 before 0..0--0==0 [0]
        row disk.mount 0..0--0==120 before 0..0--0==120 [120ms]
        row web.service 0..0--0==250 before 0..1020--1020==1270 critical EARLIER [250ms, ready −1.02s]
        row odd.service 0..120--120==150 before 0..120--120==150 [30ms]
        row log.service 0..120--120==200 before 0..120--120==200 [80ms]
        row db.service before 0..120--120==1020 GONE [no longer]
        then No service runs then, and 1 listener stands by (1 socket): what is asked for is started, and its first client waits as long as its bar.
        waits api.service for ever [/run/api] `api.service` does not exist
        list No job any more: [db.service]
        list Skipped by conditions: [virt.service]
        small Assumed of the machine: architecture=x86-64.
        """,
        ChartText.of(Boots.of(Boots.USUAL).without("db.service").chart()));
  }

  @Test
  void bootThatFails() {
    assertEquals(
        """
        Boot timeline of go.target
        10 jobs, 1 of them skipped by conditions. All done after 1.27s; one after another it would be 1.38s. At most 3 starts at the same time.
        axis 0==1270 versus PLAIN
        total BEFORE 1270 before []
        total SHOWN 1270 with the change [±0]
        total MAYBE 1020 if web.service did not wait for db.service [−250ms]
        total MAYBE 1150 if base.target did not wait for disk.mount [−120ms]
        total MAYBE 1150 if db.service did not wait for base.target [−120ms]
        total SEQUENTIAL 1380 one after another []
        levels 0:1 120:3 150:2 200:1 1270:0
        milestone 120 [base.target] critical
        milestone 1270 [go.target] critical anchor
        row api.socket 0..0--0==0 before 0..0--0==0 [0]
        row dev-x.device 0..0--0==0 before 0..0--0==0 critical [0]
        row disk.mount 0..0--0==120 before 0..0--0==120 critical failed [failed, 120ms]
        row odd.service 0..120--120==150 before 0..120--120==150 [30ms]
        row log.service 0..120--120==200 before 0..120--120==200 failed [failed, 80ms]
        row db.service 0..120--120==1020 before 0..120--120==1020 critical [900ms]
        row web.service 0..1020--1020==1270 before 0..1020--1020==1270 critical [250ms]
        hop dev-x.device -> disk.mount at 0
        hop disk.mount -> db.service at 120
        hop db.service -> web.service at 1020
        then No service runs then, and 1 listener stands by (1 socket): what is asked for is started, and its first client waits as long as its bar.
        waits api.service for ever [/run/api] `api.service` does not exist
        bad Failed: [disk.mount (failed at 120ms), log.service (failed at 200ms)]
        list Skipped by conditions: [virt.service]
        small Assumed of the machine: architecture=x86-64.
        """,
        ChartText.of(Boots.of(Boots.USUAL).failing("disk.mount", "log.service").chart()));
  }

  @Test
  void bootDrawnByChance() {
    assertEquals(
        """
        Boot timeline of go.target
        10 jobs, 1 of them skipped by conditions. All done after 1.27s; one after another it would be 1.38s. At most 3 starts at the same time.
        axis 0==1583.0 versus NOTHING
        total SHOWN 1270 in parallel, as systemd does []
        total CHANCE 1195.4 half of 20 boots drawn by chance []
        total CHANCE 1583.0 nine in ten of 20 boots drawn by chance []
        total MAYBE 1020 if web.service did not wait for db.service [−250ms]
        total MAYBE 1150 if base.target did not wait for disk.mount [−120ms]
        total MAYBE 1150 if db.service did not wait for base.target [−120ms]
        total SEQUENTIAL 1380 one after another []
        levels 0:1 120:3 150:2 200:1 1270:0
        milestone 120 [base.target] critical
        milestone 1270 [go.target] critical anchor
        row api.socket 0..0--0==0 [0]
        row dev-x.device 0..0--0==0 critical [0]
        row disk.mount 0..0--0==120 spread 134.9==167.3 critical [120ms, p90 at 167ms]
        row odd.service 0..120--120==150 spread 150.4==224.0 [30ms, p90 at 224ms]
        row log.service 0..120--120==200 spread 212.7==276.3 [80ms, p90 at 276ms]
        row db.service 0..120--120==1020 spread 953.1==1306.9 critical [900ms, p90 at 1.31s]
        row web.service 0..1020--1020==1270 spread 1195.4==1583.0 critical [250ms, p90 at 1.58s]
        hop dev-x.device -> disk.mount at 0
        hop disk.mount -> db.service at 120
        hop db.service -> web.service at 1020
        then No service runs then, and 1 listener stands by (1 socket): what is asked for is started, and its first client waits as long as its bar.
        waits api.service for ever [/run/api] `api.service` does not exist
        list Skipped by conditions: [virt.service]
        small Assumed of the machine: architecture=x86-64.
        """,
        ChartText.of(Boots.of(Boots.USUAL).drawn(20).chart()));
  }

  @Test
  void recordedBoot() {
    assertEquals(
        """
        Boot timeline of go.target
        10 jobs, 1 of them skipped by conditions. All done after 1.30s; one after another it would be 1.43s. At most 3 starts at the same time.
        axis 0==1300 versus RECORDED
        total BEFORE 950 recorded []
        total SHOWN 1300 simulated [+350ms]
        total MAYBE 1040 if web.service did not wait for db.service [−260ms]
        total MAYBE 1180 if base.target did not wait for disk.mount [−120ms]
        total MAYBE 1180 if db.service did not wait for base.target [−120ms]
        total SEQUENTIAL 1430 one after another []
        levels 10:1 130:0 140:1 150:2 160:3 190:2 230:1 1040:0 1050:1 1300:0
        milestone 130 [base.target] critical
        milestone 1300 [go.target] critical anchor
        row api.socket 0..0--0==0 NEW [0, not recorded]
        row dev-x.device 0..0--0==0 critical NEW [0, not recorded]
        row disk.mount 0..0--10==130 critical NEW [120ms, not recorded]
        row guest.service before 50..50--50==250 GONE [recorded only]
        row db.service 0..130--140==1040 before 10..10--10==750 critical [900ms]
        row log.service 0..130--150==230 NEW [80ms, not recorded]
        row odd.service 0..130--160==190 NEW [30ms, not recorded]
        row web.service 0..1040--1050==1300 critical NEW [250ms, not recorded]
        hop dev-x.device -> disk.mount at 0
        hop disk.mount -> db.service at 130
        hop db.service -> web.service at 1040
        then No service runs then, and 1 listener stands by (1 socket): what is asked for is started, and its first client waits as long as its bar.
        waits api.service for ever [/run/api] `api.service` does not exist
        bad Predicted, not started: [api.socket, base.target, dev-x.device, disk.mount, log.service, odd.service, web.service]
        list Not in this root: [guest.service]
        list Skipped by conditions: [virt.service]
        small Assumed of the machine: architecture=x86-64.
        """,
        ChartText.of(
            Boots.of(Boots.USUAL)
                .recorded(
                    """
                    Id=db.service
                    ActiveState=active
                    ConditionResult=yes
                    ConditionTimestampMonotonic=1050000
                    InactiveExitTimestampMonotonic=1060000
                    ActiveEnterTimestampMonotonic=1800000

                    Id=go.target
                    Names=go.target default.target
                    ActiveState=active
                    ConditionResult=yes
                    ConditionTimestampMonotonic=2000000
                    InactiveExitTimestampMonotonic=2000000
                    ActiveEnterTimestampMonotonic=2000000

                    Id=guest.service
                    ActiveState=active
                    ConditionResult=yes
                    ConditionTimestampMonotonic=1100000
                    InactiveExitTimestampMonotonic=1100000
                    ActiveEnterTimestampMonotonic=1300000
                    """)
                .chart()));
  }

  @Test
  void refusedBoot() {
    assertEquals(
        """
        Boot timeline of go.target
        Refused: `gone.service` does not exist
        axis 0==0.0 versus NOTHING
        levels\s
        bad Why: [gone.service/start: `gone.service` does not exist, asked for by `go.target`]
        """,
        ChartText.of(Boots.of("go.target Requires=gone.service").chart()));
  }

  /** Services of 1, 2, 3 ... milliseconds, one after another. */
  private static Boots many(int count) {
    return Boots.of(
        "go.target "
            + IntStream.rangeClosed(1, count)
                .mapToObj(i -> "Wants=s%03d.service".formatted(i))
                .collect(Collectors.joining(" "))
            + "\n"
            + IntStream.rangeClosed(1, count)
                .mapToObj(i -> "s%03d.service takes=%d".formatted(i, i))
                .collect(Collectors.joining("\n")));
  }

  @Test
  void allHaveRowsWhileTheyAreFew() {
    assertEquals(40, many(40).chart().rows().size());
    assertTrue(many(40).chart().fold().isEmpty());
  }

  @Test
  void shortOnesAreFoldedAndCounted() {
    var chart = many(300).chart();
    var fold = chart.fold().orElseThrow();
    assertTrue(chart.rows().size() <= 62, chart.rows().size() + " rows");
    assertEquals(300, chart.rows().size() + fold.starts().size());
    assertEquals("+249 units shorter than 250ms", fold.label());
  }

  @Test
  void allHaveRowsWhereThatIsAskedFor() {
    var chart = many(300).whole();
    assertEquals(300, chart.rows().size());
    assertTrue(chart.fold().isEmpty());
  }

  @Test
  void targetsThatAreNearAreOneMilestone() {
    var milestones =
        Boots.of(
                """
                go.target After=a.service Wants=a.service Wants=x.target Wants=y.target
                a.service takes=1000
                x.target
                y.target
                """)
            .chart()
            .milestones();
    assertEquals(2, milestones.size());
    assertEquals("[x.target, y.target]", milestones.get(0).units().toString());
  }

  @Test
  void whatCannotBeSeenBesideALongStartIsFolded() {
    var boots =
        Boots.of(
            IntStream.rangeClosed(1, 50)
                    .mapToObj(i -> "Wants=s%03d.service".formatted(i))
                    .collect(Collectors.joining(" ", "go.target Wants=slow.service ", "\n"))
                + IntStream.rangeClosed(1, 50)
                    .mapToObj(i -> "s%03d.service takes=%d".formatted(i, 2 * i))
                    .collect(Collectors.joining("\n"))
                + "\nslow.service takes=60000");
    assertEquals("+29 units shorter than 60ms", boots.chart().fold().orElseThrow().label());
  }

  @Test
  void whatIsStartedThoughItsJobIsDeletedIsTold() {
    var listings =
        Boots.of(
                """
                go.target Wants=a.service Wants=b.service Wants=f.service
                a.service After=b.service
                b.service After=a.service
                f.service OnFailure=b.service
                """)
            .failing("f.service")
            .chart()
            .listings();
    var deleted = listings.stream().filter(l -> l.label().startsWith("Deleted")).toList();
    assertEquals(
        "[b.service/start (started by f.service all the same)]", deleted.get(0).units().toString());
  }

  @Test
  void failuresHaveRowsHoweverShort() {
    var rows = many(300).failing("s001.service").chart().rows();
    assertTrue(rows.stream().anyMatch(r -> r.unit().equals("s001.service") && r.failed()));
  }

  @Test
  void whatWaitsForClientsIsTold() {
    var chart =
        Boots.of(
                """
                go.target Wants=a.socket Wants=b.socket Wants=quick.service
                a.socket ListenStream=/run/a
                a.service takes=30 Wants=c.service After=c.service
                b.socket ListenStream=/run/b
                b.service takes=400
                c.service takes=20
                quick.service takes=90
                """)
            .chart();
    var standby = chart.standby().orElseThrow();
    assertEquals(
        "No service runs then, and 2 listeners stand by (2 sockets): what is asked for is started,"
            + " and its first client waits as long as its bar. Their bars are at a scale of their"
            + " own.",
        standby.summary());
    assertEquals(
        "[b.service 400000, a.service 50000]",
        standby.waiters().stream()
            .map(w -> w.label() + " " + w.waitMicros().getAsLong())
            .toList()
            .toString());
    assertEquals(400_000, standby.lengthMicros());
  }

  @Test
  void manyListenersAreFolded() {
    var boots =
        Boots.of(
            IntStream.rangeClosed(1, 30)
                    .mapToObj(i -> "Wants=s%02d.socket".formatted(i))
                    .collect(Collectors.joining(" ", "go.target ", "\n"))
                + IntStream.rangeClosed(1, 30)
                    .mapToObj(
                        i ->
                            "s%02d.socket ListenStream=/run/%d\ns%02d.service takes=%d"
                                .formatted(i, i, i, i))
                    .collect(Collectors.joining("\n")));
    assertEquals(8, boots.chart().standby().orElseThrow().shown());
    assertEquals(30, boots.whole().standby().orElseThrow().shown());
    assertEquals(30, boots.chart().standby().orElseThrow().waiters().size());
  }

  @Test
  void recordedStartsAreCountedToo() {
    var chart =
        Boots.of(Boots.USUAL)
            .recorded(
                """
                Id=db.service
                ConditionResult=yes
                ConditionTimestampMonotonic=1000000
                InactiveExitTimestampMonotonic=1000000
                ActiveEnterTimestampMonotonic=1800000

                Id=log.service
                ConditionResult=yes
                ConditionTimestampMonotonic=1200000
                InactiveExitTimestampMonotonic=1200000
                ActiveEnterTimestampMonotonic=1300000
                """)
            .chart();
    assertEquals(
        "[0:1, 200000:2, 300000:1, 800000:0]",
        chart.levelsBefore().stream()
            .map(l -> l.fromMicros() + ":" + l.starts())
            .toList()
            .toString());
  }

  @Test
  void ofManyFailuresSomeHaveRows() {
    String[] all =
        IntStream.rangeClosed(1, 300).mapToObj("s%03d.service"::formatted).toArray(String[]::new);
    var chart = many(300).failing(all).chart();
    assertTrue(chart.rows().size() <= 162, chart.rows().size() + " rows");
    assertEquals(300, chart.rows().size() + chart.fold().orElseThrow().starts().size());
  }
}
