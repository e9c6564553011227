package org.unitlint.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What becomes of jobs at run time, rule by rule. Ordering, failures, stops, and what follows. */
class SimulationTest {
  private static DynamicTest boot(String rule, String units, String expected) {
    return job(rule, "go.target", JobType.START, JobMode.REPLACE, units, expected);
  }

  private static DynamicTest job(
      String rule, String anchor, JobType type, JobMode mode, String units, String expected) {
    return dynamicTest(
        rule,
        () -> {
          var timeline = SmallMachine.of(units).timeline(anchor, type, mode);
          assertEquals(expected, SmallMachine.words(timeline));
        });
  }

  @TestFactory
  Stream<DynamicTest> startsThatFail() {
    return Stream.of(
        boot(
            "what requires and waits never begins",
            """
            go.target Wants=a.service
            a.service Requires=b.service After=b.service
            b.service takes=10 fails
            """,
            "go.target 0-0, b 0-10 failed, a @10 dependency"),
        boot(
            "what requires and does not wait loses its job, but goes on",
            """
            go.target Wants=a.service
            a.service Requires=b.service takes=30
            b.service takes=10 fails
            """,
            "go.target 0-0, a 0-10 dependency yet active, b 0-10 failed"),
        boot(
            "what was ready before does not mind",
            """
            go.target Wants=a.service
            a.service Requires=b.service takes=5
            b.service takes=10 fails
            """,
            "go.target 0-0, a 0-5, b 0-10 failed"),
        boot(
            "it goes on to what requires that",
            """
            go.target Requires=a.service After=a.service
            a.service Requires=b.service After=b.service
            b.service Requires=c.service After=c.service
            c.service takes=10 fails
            """,
            "c 0-10 failed, a @10 dependency, b @10 dependency, go.target @10 dependency"),
        boot(
            "what only wants goes on",
            """
            go.target Wants=a.service
            a.service Wants=b.service After=b.service takes=5
            b.service takes=10 fails
            """,
            "go.target 0-0, b 0-10 failed, a 10-15"),
        boot(
            "an assertion fails the job and what requires it, but is nobody's failure",
            """
            go.target Wants=a.service
            a.service Requires=b.service After=b.service
            b.service unasserted OnFailure=h.service
            h.service
            """,
            "a @0 dependency, b @0 assert, go.target 0-0"),
        boot(
            "a condition that does not hold is no failure",
            """
            go.target Wants=a.service
            a.service Requires=b.service After=b.service takes=5
            b.service skipped takes=10
            """,
            "b 0-0 skipped, go.target 0-0, a 0-5"));
  }

  @TestFactory
  Stream<DynamicTest> unitsThatAreBound() {
    return Stream.of(
        boot(
            "bound to what was skipped, behind it: never begins",
            """
            go.target Wants=a.service
            a.service BindsTo=b.service After=b.service
            b.service skipped
            """,
            "a @0 dependency, b 0-0 skipped, go.target 0-0"),
        boot(
            "bound to a oneshot that is over, behind it: never begins",
            """
            go.target Wants=a.service
            a.service BindsTo=b.service After=b.service
            b.service Type=oneshot takes=10
            """,
            "go.target 0-0, b 0-10, a @10 dependency"),
        boot(
            "bound to a oneshot that is over, not behind it: stops with it",
            """
            go.target Wants=a.service
            a.service BindsTo=b.service takes=5
            b.service Type=oneshot takes=10
            """,
            "go.target 0-0, a 0-5, b 0-10, a.service gone 10"),
        boot(
            "bound to what fails, not behind it, under way: is stopped",
            """
            go.target Wants=a.service
            a.service BindsTo=b.service takes=20
            b.service takes=10 fails
            """,
            "go.target 0-0, a 0-10 dependency, b 0-10 failed"),
        boot(
            "what requires the bound one stops with it",
            """
            go.target Wants=a.service
            a.service BindsTo=b.service takes=5
            b.service Type=oneshot takes=10
            c.service Requires=a.service
            go.target Wants=a.service Wants=c.service
            """,
            "c 0-0, go.target 0-0, a 0-5, b 0-10, a.service gone 10, c.service gone 10"),
        boot(
            "what the failed one passes its stop on to stops",
            """
            go.target Wants=a.service Wants=b.service
            a.service takes=5
            b.service PropagatesStopTo=a.service takes=10 fails
            """,
            "go.target 0-0, a 0-5, b 0-10 failed, a.service gone 10"),
        boot(
            "being a part passes on stops only, no failures",
            """
            go.target Wants=a.service Wants=b.service
            a.service PartOf=b.service takes=5
            b.service takes=10 fails
            """,
            "go.target 0-0, a 0-5, b 0-10 failed"));
  }

  @TestFactory
  Stream<DynamicTest> requisites() {
    return Stream.of(
        boot(
            "what nobody starts is not active",
            """
            go.target Wants=a.service
            a.service Requisite=b.service After=b.service
            b.service
            """,
            "a @0 dependency, verify-active b @0 inactive, go.target 0-0"),
        boot(
            "what is started too is waited for",
            """
            go.target Wants=a.service Wants=b.service
            a.service Requisite=b.service After=b.service
            b.service takes=10
            """,
            "go.target 0-0, b 0-10, a 10-10"),
        boot(
            "a oneshot is not active once it is over",
            """
            go.target Wants=a.service Wants=b.service
            a.service Requisite=b.service After=b.service
            b.service Type=oneshot takes=10
            """,
            "go.target 0-0, b 0-10, a @10 dependency"),
        boot(
            "nor is what was skipped",
            """
            go.target Wants=a.service Wants=b.service
            a.service Requisite=b.service After=b.service
            b.service skipped
            """,
            "a @0 dependency, b 0-0 skipped, go.target 0-0"),
        boot(
            "what runs already is there",
            """
            go.target Wants=a.service
            a.service Requisite=b.service After=b.service
            b.service runs
            """,
            "a 0-0, go.target 0-0"));
  }

  @TestFactory
  Stream<DynamicTest> failuresAndSuccessesThatStartOthers() {
    return Stream.of(
        boot(
            "after a failed start",
            """
            go.target Wants=a.service
            a.service takes=10 fails OnFailure=h.service
            h.service takes=5
            """,
            "go.target 0-0, a 0-10 failed, h 10-15"),
        boot(
            "after a job that fails for another",
            """
            go.target Wants=a.service
            a.service Requires=b.service After=b.service OnFailure=h.service
            b.service takes=10 fails
            h.service takes=5
            """,
            "go.target 0-0, b 0-10 failed, a @10 dependency, h 10-15"),
        boot(
            "after a oneshot that ends well",
            """
            go.target Wants=a.service
            a.service Type=oneshot takes=10 OnSuccess=h.service
            h.service takes=5
            """,
            "go.target 0-0, a 0-10, h 10-15"),
        boot(
            "not after one that stays",
            """
            go.target Wants=a.service
            a.service Type=oneshot RemainAfterExit=yes takes=10 OnSuccess=h.service
            h.service takes=5
            """,
            "go.target 0-0, a 0-10"),
        boot(
            "isolating stops what the other does not need",
            """
            go.target Wants=a.service Wants=b.service Wants=c.service
            a.service takes=10 fails OnFailure=h.target OnFailureJobMode=isolate
            b.service takes=20
            c.service After=b.service
            h.target AllowIsolate=yes Wants=i.service
            i.service takes=5
            """,
            "go.target 0-0, a 0-10 failed, b 0-10 canceled, c @10 canceled, h.target 10-10,"
                + " i 10-15, go.target gone 10"),
        boot(
            "without what it requires",
            """
            go.target Wants=a.service
            a.service takes=10 fails OnFailure=h.service OnFailureJobMode=ignore-requirements
            h.service Wants=i.service
            i.service takes=5
            """,
            "go.target 0-0, a 0-10 failed, h 10-10"),
        boot(
            "in mode fail it takes nothing away",
            """
            go.target Wants=a.service Wants=b.service
            a.service takes=10 fails OnFailure=h.service OnFailureJobMode=fail
            b.service takes=20
            h.service Conflicts=b.service
            """,
            "go.target 0-0, a 0-10 failed, b 0-20"),
        boot(
            "else it does",
            """
            go.target Wants=a.service Wants=b.service
            a.service takes=10 fails OnFailure=h.service
            b.service takes=20
            h.service Conflicts=b.service
            """,
            "go.target 0-0, a 0-10 failed, b 0-10 canceled, h 10-10"),
        boot(
            "what is irreversible is not taken away",
            """
            go.target Wants=a.service Wants=b.service
            a.service takes=10 fails OnFailure=h.service OnFailureJobMode=replace-irreversibly
            b.service takes=20 fails OnFailure=k.service
            h.service takes=30
            k.service Conflicts=h.service
            """,
            "go.target 0-0, a 0-10 failed, b 0-20 failed, h 10-40"),
        boot(
            "what would wait for itself is not started",
            """
            go.target Wants=a.service Wants=b.service
            a.service takes=10 fails OnFailure=h.service
            b.service After=x.service After=c.service takes=5
            x.service
            h.service Requires=x.service After=b.service
            x.service After=h.service
            c.service takes=30
            go.target Wants=a.service Wants=b.service Wants=c.service
            """,
            "go.target 0-0, a 0-10 failed, c 0-30, b 30-35"));
  }

  @TestFactory
  Stream<DynamicTest> restartsAndLimits() {
    return Stream.of(
        boot(
            "five starts in ten seconds, a tenth of a second between",
            """
            go.target Wants=a.service
            a.service Restart=on-failure takes=10 fails OnFailure=h.service
            h.service takes=5
            """,
            "go.target 0-0, a 0-10 failed retried until 550, h 550-555"),
        boot(
            "as often as it takes where nothing limits it",
            """
            go.target Wants=a.service
            a.service Restart=always StartLimitBurst=0 takes=10 fails OnFailure=h.service
            h.service
            """,
            "go.target 0-0, a 0-10 failed retried for ever"),
        boot(
            "nor where the limit is never reached",
            """
            go.target Wants=a.service
            a.service Restart=always RestartSec=2 takes=1 fails OnFailure=h.service
            h.service
            """,
            "go.target 0-0, a 0-1 failed retried for ever"),
        boot(
            "what ends abnormally only is not tried again when it fails",
            """
            go.target Wants=a.service
            a.service Restart=on-abnormal takes=10 fails OnFailure=h.service
            h.service
            """,
            "go.target 0-0, a 0-10 failed, h 10-10"),
        boot(
            "but when it takes too long",
            """
            go.target Wants=a.service
            a.service Type=notify TimeoutStartSec=20ms Restart=on-abnormal takes=30
            """,
            "go.target 0-0, a 0-20 timeout retried until 600"),
        boot(
            "a start that takes too long fails",
            """
            go.target Wants=a.service
            a.service Type=notify TimeoutStartSec=20ms takes=30 OnFailure=h.service
            h.service
            """,
            "go.target 0-0, a 0-20 timeout, h 20-20"),
        boot(
            "a job that takes too long ends, the unit goes on",
            """
            go.target Wants=a.service
            a.service Type=notify JobRunningTimeoutSec=20ms takes=30 OnFailure=h.service
            h.service
            """,
            "go.target 0-0, a 0-20 timeout yet active, h 20-20"),
        boot(
            "a job's time counts from when it is there",
            """
            go.target Wants=a.service Wants=b.service
            a.service JobTimeoutSec=20ms After=b.service takes=10
            b.service takes=30
            """,
            "go.target 0-0, a @20 timeout, b 0-30"),
        boot(
            "devices are waited for a minute and a half",
            """
            go.target Wants=a.service
            a.service Requires=dev-x.device After=dev-x.device
            dev-x.device takes=100000
            """,
            "go.target 0-0, dev-x.device 0-90000 timeout yet active, a @90000 dependency"),
        boot(
            "or as long as is said",
            """
            go.target Wants=a.service
            a.service Requires=dev-x.device After=dev-x.device
            dev-x.device takes=100000 JobTimeoutSec=infinity
            """,
            "go.target 0-0, a 100000-100000, dev-x.device 100000-100000"));
  }

  @TestFactory
  Stream<DynamicTest> otherJobs() {
    return Stream.of(
        job(
            "stops come in the other order",
            "b.service",
            JobType.STOP,
            JobMode.REPLACE,
            """
            a.service runs Requires=b.service After=b.service
            b.service runs
            """,
            "stop a 0-0, stop b 0-0"),
        job(
            "restarting is stopping all, then starting in order",
            "b.service",
            JobType.RESTART,
            JobMode.REPLACE,
            """
            a.service runs takes=20 Requires=b.service After=b.service
            b.service runs takes=10
            """,
            "restart b 0-10, restart a 10-30"),
        job(
            "restarting what does not run is starting it",
            "b.service",
            JobType.RESTART,
            JobMode.REPLACE,
            """
            a.service takes=20 Requires=b.service After=b.service
            b.service takes=10
            """,
            "restart b 0-10"),
        job(
            "a restart that fails takes with it what requires it",
            "b.service",
            JobType.RESTART,
            JobMode.REPLACE,
            """
            a.service runs takes=20 Requires=b.service After=b.service
            b.service runs takes=10 fails
            """,
            "restart b 0-10 failed, restart a @10 dependency"),
        job(
            "a start does not restart what runs",
            "a.service",
            JobType.START,
            JobMode.REPLACE,
            """
            a.service runs takes=20 Requires=b.service
            b.service takes=10
            """,
            "a 0-0, b 0-10"),
        job(
            "try-restart leaves alone what does not run",
            "a.service",
            JobType.TRY_RESTART,
            JobMode.REPLACE,
            """
            a.service takes=20
            """,
            "nop a 0-0"),
        job(
            "what is stopped first is out of the way",
            "a.service",
            JobType.START,
            JobMode.REPLACE,
            """
            a.service takes=20 Conflicts=b.service After=b.service
            b.service runs
            """,
            "stop b 0-0, a 0-20"),
        job(
            "isolating stops the rest",
            "go.target",
            JobType.START,
            JobMode.ISOLATE,
            """
            go.target AllowIsolate=yes Wants=a.service
            a.service takes=20
            b.service runs After=c.service
            c.service runs
            """,
            "stop b 0-0, stop c 0-0, go.target 0-0, a 0-20"),
        job(
            "stopping takes along what triggers it only if asked to",
            "a.service",
            JobType.STOP,
            JobMode.TRIGGERING,
            """
            a.service runs
            a.path runs
            """,
            "stop a.path 0-0, stop a 0-0"),
        job(
            "a reload reaches what is told to follow and can",
            "a.service",
            JobType.RELOAD,
            JobMode.REPLACE,
            """
            a.service runs ExecReload=/x PropagatesReloadTo=b.service PropagatesReloadTo=c.service
            b.service runs ExecReload=/x
            c.service runs
            """,
            "reload a 0-0, reload b 0-0"),
        job(
            "what does not run cannot be reloaded",
            "a.service",
            JobType.RELOAD,
            JobMode.REPLACE,
            """
            a.service ExecReload=/x
            """,
            "reload a @0 inactive"),
        job(
            "a ring that the plan does not see, for stops go first, is never left",
            "a.service",
            JobType.RESTART,
            JobMode.REPLACE,
            """
            a.service runs Wants=x.service After=x.service
            x.service After=a.service
            """,
            "restart a @0 stuck, x @0 stuck"),
        job(
            "without dependencies nothing waits",
            "a.service",
            JobType.START,
            JobMode.IGNORE_DEPENDENCIES,
            """
            a.service takes=20 Requires=b.service After=b.service
            b.service takes=10
            """,
            "a 0-20"));
  }

  @TestFactory
  Stream<DynamicTest> whatElseStartsAndStops() {
    return Stream.of(
        boot(
            "what is not needed any more stops",
            """
            go.target Wants=a.service
            a.service Type=oneshot Requires=b.service After=b.service takes=20
            b.service StopWhenUnneeded=yes takes=10
            """,
            "go.target 0-0, b 0-10, a 10-30, b.service gone 30"),
        boot(
            "what is needed stays",
            """
            go.target Wants=a.service
            a.service Requires=b.service After=b.service takes=20
            b.service StopWhenUnneeded=yes takes=10
            """,
            "go.target 0-0, b 0-10, a 10-30"),
        boot(
            "what a path finds at once is started",
            """
            go.target Wants=a.service
            a.service takes=10 starts=b.service
            b.service Requires=c.service After=c.service takes=5
            c.service takes=7
            """,
            "go.target 0-0, a 0-10, c 10-17, b 17-22"),
        boot(
            "what it needs and failed before has failed",
            """
            go.target Wants=a.service Wants=c.service
            a.service takes=10 starts=b.service
            b.service Requires=c.service After=c.service takes=5
            c.service takes=7 fails
            """,
            "go.target 0-0, c 0-7 failed, a 0-10, b @10 dependency"),
        boot(
            "what is skipped starts nothing",
            """
            go.target Wants=a.service
            a.service skipped starts=b.service
            b.service
            """,
            "a 0-0 skipped, go.target 0-0"));
  }
}
