package org.unitlint.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.Unit;
import org.unitlint.source.MemoryTree;
import org.unitlint.syntax.Word;

class InvocationTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/bin/sh -c 'a b', a b",
        "/bin/bash -o pipefail -ec 'a', a",
        "bash --rcfile -c -c 'a', a",
        "/bin/bash /opt/run.sh -c /etc/x.conf, -",
        "/bin/busybox httpd -c /etc/httpd.conf -p 80, -",
        "/bin/busybox sh -c 'a', a",
        "/usr/bin/env X=1 bash -c 'a', a",
        "/bin/su - shop -c 'a', a",
        "/usr/bin/docker run image sh -c 'a' b, a",
        "/usr/bin/gcc -c a.c, -",
        "/bin/sh -c, -"
      })
  void findsTheScript(String line, String script) {
    var found = invocation(line).script().map(Word::text).orElse("-");
    assertEquals(script, found);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/bin/echo a, false",
        "/bin/sh /x.sh > y, false",
        "/bin/sh -c 'a', true",
        "/usr/bin/ssh host a > b, true",
        "/usr/bin/jq a, false"
      })
  void knowsWhatIsInterpreted(String line, boolean interpreted) {
    assertEquals(interpreted, invocation(line).isInterpreted());
  }

  private static Invocation invocation(String line) {
    var tree =
        new MemoryTree().file("/etc/systemd/system/a.service", "[Service]\nExecStart=" + line);
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, 252));
    Unit unit = machine.unit("a.service").orElseThrow();
    return Invocation.of(unit, new Facts(machine, List.of(unit), Known.NONE))
        .findFirst()
        .orElseThrow();
  }
}
