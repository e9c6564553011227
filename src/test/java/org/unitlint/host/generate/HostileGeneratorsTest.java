package org.unitlint.host.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.host.Cause;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;

/** Nothing that a machine may hold makes the emulation fail or dawdle. */
class HostileGeneratorsTest {
  private static final List<String> READ =
      List.of(
          "/etc/fstab",
          "/etc/crypttab",
          "/etc/veritytab",
          "/etc/integritytab",
          "/etc/init.d/x",
          "/etc/rc.local",
          "/sys/class/tty/console/active");

  private static Generated emulate(MemoryTree tree) {
    var generated = assertTimeout(Duration.ofSeconds(20), () -> Generators.emulate(tree));
    for (String path : generated.paths()) {
      generated.of(path).map(Cause::place).ifPresent(Place::text);
      assertTrue(isThere(generated, path), path);
    }
    return generated;
  }

  private static boolean isThere(Generated generated, String path) {
    var found = Paths.resolve(generated.tree(), path, false).node();
    return found.is(Node.Kind.FILE) || found.is(Node.Kind.LINK);
  }

  private static MemoryTree everywhere(byte[] bytes) {
    var tree = new MemoryTree();
    READ.forEach(path -> tree.file(path, bytes, true));
    return tree;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0",
        "a\0b\0c d e f",
        "\\",
        "a \\ b \\",
        ",",
        "=",
        "\"",
        "# ",
        "x \u00e9 \udc80 \ud83d\ude00",
        "%",
        "%n%s /%x %d",
        "a /b swap x-systemd.device-timeout",
        ":::: :: :: ::",
        "..",
        "/../.. /.. /..",
        "### BEGIN INIT INFO\n# Provides: $ $$ '\n# Description:\\",
        "\r\r\r",
        "LABEL= / x header"
      })
  void oddTexts(String text) {
    for (String more : List.of("", "\n", "\n\n", "\r\n", " ", "\\")) {
      emulate(everywhere(Bytes.array(Bytes.of(text + more))));
    }
  }

  @Test
  void noise() {
    var random = new Random(5);
    for (int n = 0; n < 200; n++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] =
            random.nextInt(3) == 0 ? (byte) " /\t\n,=#:\\\0".charAt(random.nextInt(10)) : bytes[i];
      }
      emulate(everywhere(bytes));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "/",
        "a/",
        ",",
        "\\",
        "a ",
        "# Provides: a ",
        "\n",
        "'",
        "1",
        "a,b=c:",
        "usage\\\n"
      })
  void hugeTexts(String piece) {
    String text = piece.repeat((3 << 19) / piece.length());
    emulate(everywhere(Bytes.array(text)));
    emulate(everywhere(Bytes.array("/dev/a /b ext4 " + text)));
    emulate(everywhere(Bytes.array("### BEGIN INIT INFO\n# Description: " + text)));
  }

  @Test
  void continuedDescriptions() {
    emulate(
        everywhere(
            Bytes.array("### BEGIN INIT INFO\n# Description: a\n" + "#  b\n".repeat(300_000))));
    emulate(everywhere(Bytes.array("# description: a\\\n" + "# b\\\n".repeat(300_000))));
  }

  @Test
  void linksThatLoop() {
    var tree = new MemoryTree().link("/etc/init.d", "init.d").link("/etc/rc2.d", "rc2.d");
    READ.stream().filter(p -> !p.contains("init.d")).forEach(p -> tree.link(p, Paths.name(p)));
    emulate(tree);
    emulate(new MemoryTree().link("/run", "/run/systemd"));
    emulate(new MemoryTree().link("/run/systemd/generator", "/nowhere/at/all"));
    emulate(new MemoryTree().link("/etc", "/etc"));
  }

  @Test
  void otherThingsThanFiles() {
    for (var kind : List.of(Node.Kind.SPECIAL, Node.Kind.UNREADABLE, Node.Kind.FOLDER)) {
      var tree = new MemoryTree();
      READ.forEach(path -> tree.node(path, new Node(kind, 0, true, "")));
      tree.node("/etc/rc2.d", new Node(kind, 0, false, ""));
      emulate(tree);
      var run = new MemoryTree().node("/run/systemd/generator", new Node(kind, 0, false, ""));
      assertEquals(kind != Node.Kind.FOLDER, emulate(run).isEmpty());
    }
  }

  @Test
  void manyOfAll() {
    var tree = new MemoryTree();
    var fstab = new StringBuilder();
    var crypttab = new StringBuilder();
    for (int n = 0; n < 20_000; n++) {
      fstab.append("/dev/d" + n + " /m/" + n + "/x ext4 rw,x-systemd.automount,nofail 0 2\n");
      crypttab.append("c" + n + " /dev/d" + n + " - luks,_netdev\n");
    }
    for (int n = 0; n < 5_000; n++) {
      tree.program("/etc/init.d/s" + n).link("/etc/rc2.d/S" + (10 + n % 90) + "s" + n, "x");
    }
    tree.file("/etc/fstab", fstab.toString()).file("/etc/crypttab", crypttab.toString());
    assertTrue(emulate(tree).paths().size() > 130_000);
  }
}
