package org.unitlint.rule;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.report.CheckFormat;
import org.unitlint.report.Findings;
import org.unitlint.report.Palette;
import org.unitlint.source.MemoryTree;

/** Nothing hangs on a file of a quarter of a mebibyte of the same thing over and over. */
class HugeFilesTest {
  private static final int SIZE = 1 << 18;
  private static final Duration LONG = Duration.ofSeconds(60);

  /** The start of a file, and what is repeated after it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Unit]⏎|[Unit]⏎",
        "[Unit]⏎|[⏎",
        "|a=⏎",
        "|a⏎",
        "[Service]⏎|Foo=1⏎",
        "[Service]⏎|Restart=no # a⏎",
        "[Service]⏎|ExecStart=/bin/a \\ ⏎",
        "[Service]⏎|Environment=a \\⏎",
        "[Service]⏎|Nice=1⏎",
        "[Service]⏎|restart=no⏎",
        "[Service]⏎|After=b.service⏎",
        "[Service]⏎ExecStart=/bin/a|{{",
        "[Service]⏎ExecStart=/bin/a|@A",
        "[Service]⏎ExecStart=/bin/a|${A} {{ a }}",
        "[Service]⏎|A=${A} {{ a }}⏎",
        "[Service]⏎ExecStart=/bin/a| \"",
        "[Service]⏎ExecStart=/bin/a| \\q",
        "[Service]⏎ExecStart=/bin/a| ;",
        "[Service]⏎ExecStart=/bin/a| %Q",
        "[Service]⏎ExecStart=/bin/a|%%",
        "[Service]⏎ExecStart=/bin/a|<%",
        "[Service]⏎ExecStart=/bin/a| # a",
        "[Service]⏎ExecStart=/bin/a|é",
        "[Service]⏎|ExecStart=a/b⏎",
        "[Service]⏎|ExecStart=/bin/a⏎",
        "[Unit]⏎After=|a.service ",
        "[Unit]⏎After=|a, ",
        "[Unit]⏎Requires=|x%i.service ",
        "[Unit]⏎|Requires=c.service⏎",
        "[Unit]⏎|Wants=huge.service⏎",
        "[Install]⏎|WantedBy=a⏎",
        "[Unit]⏎|\0",
        "[Unit]⏎|\uFEFF",
        "[Unit]⏎Description=|\uDCFF",
        "<|<",
        "|#⏎",
        "|\\⏎"
      })
  void areChecked(String shape) {
    String[] parts = shape.replace('⏎', '\n').split("\\|", 2);
    String text = parts[0] + parts[1].repeat((SIZE - 10 - parts[0].length()) / parts[1].length());
    assertTimeoutPreemptively(LONG, () -> check(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|service a⏎{⏎}⏎",
        "|service a⏎",
        "|}⏎",
        "|junk⏎",
        "|include /etc/xinetd.conf⏎",
        "service a⏎{⏎|port=1⏎",
        "service a⏎{⏎|log_on_failure += PID⏎",
        "service a⏎{⏎|only_from += 1.2.3.4⏎",
        "service a⏎{⏎only_from =| 10.0.0.0/33",
        "service a⏎{⏎server_args =| \"a",
        "defaults⏎{⏎enabled =| a",
        "|service a⏎{⏎type = UNLISTED⏎port = 5⏎socket_type = dgram⏎wait = yes⏎user = 0⏎"
            + "server = /bin/a⏎}⏎",
        "|service a⏎{⏎socket_type = stream⏎wait = no⏎nice = x⏎disable = no⏎}⏎",
        "|\0",
        "|\r⏎"
      })
  void ofXinetdAreChecked(String shape) {
    String[] parts = shape.replace('⏎', '\n').split("\\|", 2);
    String text = parts[0] + parts[1].repeat((SIZE - 10 - parts[0].length()) / parts[1].length());
    var tree = new MemoryTree().program("/bin/a").file("/etc/xinetd.conf", text);
    var machine = Setup.machine(Scope.SYSTEM, 252);
    var files = Setup.files(Scope.SYSTEM, 252);
    assertTimeoutPreemptively(LONG, () -> check(tree, List.of(machine, files)));
  }

  private static void check(String text) throws IOException {
    var tree =
        new MemoryTree()
            .file("/etc/systemd/system/huge.service", text)
            .file("/etc/systemd/system/huge.service.d/huge.conf", text);
    var folder = Setup.folders(Scope.SYSTEM, 258, List.of("/etc/systemd/system"));
    check(tree, List.of(Setup.machine(Scope.SYSTEM, 252), folder));
  }

  private static void check(MemoryTree tree, List<Setup> setups) throws IOException {
    for (var setup : setups) {
      var result = new Linter(new Machine(tree, setup), Rules.ALL).check(path -> true);
      var findings = new Findings(result.diagnostics(), result.files(), result.units());
      for (CheckFormat format : CheckFormat.values()) {
        format.report(Palette.PLAIN).write(findings, new StringWriter());
      }
      assertTrue(findings.diagnostics().size() < 10_000);
    }
  }
}
