package org.unitlint.boot.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;

/** How long starts take as far as the units themselves show. */
class EstimatesTest {
  private static Estimate estimate(String name, String text) {
    var tree = new MemoryTree().file("/etc/systemd/system/" + name, text);
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, 252));
    return Estimates.of(machine).of(machine.unit(name).orElseThrow());
  }

  /** Lines of [Service], with {@code @} for a line feed, and the milliseconds that they sleep. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '^',
      textBlock =
          """
          Type=oneshot@ExecStart=/bin/sleep 1                                                  => 1000
          Type=oneshot@ExecStart=sleep 1.5 0.25                                                => 1750
          Type=oneshot@ExecStart=sleep 1m                                                      => 60000
          Type=oneshot@ExecStart=sleep .5s                                                     => 500
          Type=oneshot@ExecStart=sleep 1h@ExecStart=sleep 1d                                   => 90000000
          Type=oneshot@ExecStart=sleep 99999999999999999999                                    => 0
          Type=oneshot@ExecStart=sleep .                                                       => 0
          Type=oneshot@ExecStart=sleep $DELAY                                                  => 0
          Type=oneshot@ExecStart=sleep 999999999d                                              => 100000000000
          Type=oneshot@ExecStart=sleep infinity@TimeoutStartSec=3                              => 3000
          Type=oneshot@ExecStart=sleep infinity@TimeoutStartSec=3000y                          => 100000000000
          Type=oneshot@ExecStart=sh -c 'sleep 1; sleep inf'@TimeoutSec=3                       => 3000
          Type=oneshot@ExecStart=sleep infinity                                                => 0
          ExecStart=sleep 9                                                                    => 0
          Type=exec@ExecStart=sleep 9                                                          => 0
          Type=idle@ExecStart=sleep 9                                                          => 0
          ExecStart=sleep 9@ExecStartPre=sleep 1@ExecStartPre=-sleep 2@ExecStartPost=sleep 4   => 7000
          ExecStart=sleep 9@ExecCondition=sleep 1@ExecStop=sleep 2@ExecReload=sleep 2          => 1000
          ExecStart=sleep 9@ExecStartPre=sleep 1@ExecStartPre=                                 => 0
          Type=notify@ExecStart=sh -c 'sleep 2; systemd-notify --ready; exec sleep infinity'   => 2000
          Type=notify@ExecStart=sleep infinity                                                 => 90000
          Type=forking@ExecStart=sh -c 'sleep 2; sleep infinity & exit 0'                      => 2000
          Type=oneshot@ExecStart=sh -ec 'sleep 1 && sleep 2 || sleep 4; sleep 8 & sleep 16'    => 19000
          Type=oneshot@ExecStart=sh -c 'X=1 sleep 1 2>&1; echo "sleep 2" # sleep 4'            => 1000
          Type=oneshot@ExecStart=sh -c 'exit 0; sleep 1'                                       => 0
          Type=oneshot@ExecStart=sh -c 'sleep 1; while true; do sleep 2; done; sleep 4'        => 1000
          Type=oneshot@ExecStart=sh -c 'sh -c "sleep 1"; exec sleep 2; sleep 4'                => 3000
          Type=oneshot@ExecStart=sh -c 'sh -c                                                  => 0
          Type=oneshot@ExecStart=env A=b nice -n 5 sleep 3                                     => 3000
          Type=oneshot@ExecStart=timeout 5 sh -c 'sleep 3'                                     => 3000
          Type=oneshot@ExecStart=echo sleep 5                                                  => 0
          Type=oneshot@ExecStart=@/bin/sleep sleep 2                                           => 2000
          """)
  void sleeps(String lines, long millis) {
    var estimate = estimate("a.service", "[Service]\n" + lines.replaceAll("@(?=[A-Z])", "\n"));
    assertEquals(millis * 1000, estimate.sleepMicros(), estimate.toString());
  }

  /** The same, and the reason. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ExecStart=/usr/bin/x                                  | `Type=simple` is ready once it runs
          Type=oneshot@ExecStart=/bin/systemd-tmpfiles --create | `systemd-tmpfiles`: median of 10 starts seen
          Type=oneshot@ExecStart=udevadm -d settle              | `udevadm settle`: estimate
          Type=notify@ExecStart=/usr/sbin/php-fpm8.2 -F         | `php-fpm8.2`: estimate
          Type=oneshot@ExecStart=/usr/bin/x                     | `x`: estimate
          Type=oneshot@ExecStart=sleep 2                        | it sleeps 2s
          Type=oneshot@ExecStart=sleep 2@ExecStart=udevadm x    | it sleeps 2s; `udevadm`: estimate
          Type=oneshot@ExecStart=sleep infinity                 | it is never ready
          Type=oneshot@RemainAfterExit=1@ExecStop=/usr/bin/x    | it runs nothing
          Type=notify@ExecStart=/usr/bin/x                      | a service with `Type=notify`: estimate
          BusName=org.example.X@ExecStart=/usr/bin/x            | a service with `Type=dbus`: estimate
          Type=forking@ExecStart=/etc/init.d/x start            | a service with `Type=forking`: estimate
          Type=oneshot@ExecStart=sh -c 'until x; do x; done'    | a script that waits in a loop: estimate
          Type=nonsense@ExecStart=/usr/bin/x                    | `Type=simple` is ready once it runs
          """)
  void reasons(String lines, String because) {
    var estimate = estimate("a.service", "[Service]\n" + lines.replaceAll("@(?=[A-Z])", "\n"));
    assertEquals(because, estimate.because());
  }

  @Test
  void otherTypes() {
    assertEquals("a target unit", estimate("a.target", "[Unit]\n").because());
    assertEquals(0, estimate("a.target", "[Unit]\n").micros());
    assertEquals(
        "mounting `tmpfs`: median of 4 starts seen",
        estimate("mnt.mount", "[Mount]\nWhat=tmpfs\nWhere=/mnt\nType=tmpfs\n").because());
    assertEquals(
        "a mount unit: estimate",
        estimate("mnt.mount", "[Mount]\nWhat=/dev/x\nWhere=/mnt\n").because());
    assertEquals(
        1_000_000,
        estimate("a.socket", "[Socket]\nListenStream=1\nExecStartPre=/bin/sleep 1\n")
            .sleepMicros());
    assertEquals("it is not loaded", estimate("a.service", "[Service]\n").because());
  }
}
