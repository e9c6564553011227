package org.unitlint.host.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.host.Cause;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.Utf8;

class GeneratorsTest {
  private static final String NORMAL = "/run/systemd/generator/";
  private static final String LATE = "/run/systemd/generator.late/";
  private static final String REMOUNT = NORMAL + "local-fs.target.wants/systemd-remount-fs.service";

  private static Generated fstab(String line) {
    return Generators.emulate(new MemoryTree().file("/etc/fstab", line));
  }

  private static String text(Generated generated, String path) throws IOException {
    return Utf8.decode(generated.tree().read(path, 1 << 20));
  }

  private static String target(Generated generated, String path) {
    return generated.tree().node(path).target();
  }

  @Test
  void aMachineWithoutTablesHasItsRootRemounted() {
    var generated = Generators.emulate(new MemoryTree());
    assertEquals(List.of(REMOUNT), List.copyOf(generated.paths()));
    assertTrue(generated.of(REMOUNT).map(Cause::place).isEmpty());
    assertFalse(generated.isEmpty());
  }

  @Test
  void capturedUnitsAreTakenAsTheyAre() {
    var tree = new MemoryTree().file("/etc/fstab", "/dev/sdq /data ext4\n");
    tree.file("/run/systemd/generator.late/x.service", "[Service]\n");
    var generated = Generators.emulate(tree);
    assertTrue(generated.isEmpty());
    assertEquals(tree, generated.tree());
  }

  @Test
  void foldersOfGeneratorsMayBeThereAndEmpty() {
    var tree = new MemoryTree().file("/etc/fstab", "/dev/sdq /data ext4\n");
    tree.folder("/run/systemd/generator").folder("/run/systemd/generator.early");
    assertTrue(Generators.emulate(tree).paths().contains(NORMAL + "data.mount"));
  }

  /** What pulls in the unit of a line, and how. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /dev/sdq /data ext4 defaults                   | local-fs.target.requires/data.mount
          /dev/sdq /data ext4 nofail                     | local-fs.target.wants/data.mount
          /dev/sdq /data ext4 nofail,fail                | local-fs.target.requires/data.mount
          /dev/sdq /data ext4 _netdev                    | remote-fs.target.requires/data.mount
          box:/pool /data nfs4 soft                      | remote-fs.target.requires/data.mount
          box:/pool /data nfs4 bg                        | remote-fs.target.wants/data.mount
          box:/pool /data fuse.sshfs nofail              | remote-fs.target.wants/data.mount
          /dev/sdq /data ext4 x-systemd.automount        | local-fs.target.requires/data.automount
          /dev/sdq /data ext4 noauto,x-systemd.automount | local-fs.target.requires/data.automount
          /dev/sdq /data ext4 x-systemd.wanted-by=w.path | w.path.wants/data.mount
          /dev/sdq /data ext4 x-systemd.required-by=r.timer | r.timer.requires/data.mount
          /dev/sdq /my\\040data ext4                     | local-fs.target.requires/my\\x20data.mount
          /dev/sdq some/data ext4                        | local-fs.target.requires/some-data.mount
          /dev/sdq / ext4 noauto,nofail                  | local-fs.target.requires/-.mount
          /dev/sdr none swap pri=3                       | swap.target.requires/dev-sdr.swap
          /dev/sdr none swap nofail                      | swap.target.wants/dev-sdr.swap
          /swap.img none swap                            | swap.target.requires/swap.img.swap
          LABEL=swap none swap                           | \
          swap.target.requires/dev-disk-by\\x2dlabel-swap.swap
          """)
  void unitsArePulledIn(String line, String link) {
    var generated = fstab(line.replace("\\\\", "\\") + "\n");
    String path = NORMAL + link.replace("\\\\", "\\");
    assertTrue(generated.paths().contains(path), generated.paths()::toString);
    assertTrue(target(generated, path).startsWith("../"));
    assertEquals(1, generated.of(path).map(Cause::place).orElseThrow().line());
  }

  /** Lines from which nothing comes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /dev/sdq nowhere ext4
          /dev/sdq /data autofs
          proc /proc proc
          tmpfs /run/lock tmpfs
          /dev/sdq /a/../../b/.. ext4
          # /dev/sdq /data ext4
          """)
  void nothingComesOfOthers(String line) {
    assertEquals(List.of(REMOUNT), List.copyOf(fstab(line + "\n").paths()));
  }

  @Test
  void aMountUnitSaysWhatTheLineSays() throws IOException {
    var tree = new MemoryTree().program("/sbin/fsck").program("/sbin/fsck.ext4");
    tree.file(
        "/etc/fstab",
        "# mounts\nUUID=77-ab /data ext4 rw,x-systemd.requires=vault.service,size=9% 0 2\n");
    var generated = Generators.emulate(tree);
    assertEquals(
        """
        # Automatically generated by systemd-fstab-generator

        [Unit]
        Documentation=man:fstab(5) man:systemd-fstab-generator(8)
        SourcePath=/etc/fstab
        After=vault.service
        Requires=vault.service
        Before=local-fs.target
        Requires=systemd-fsck@dev-disk-by\\x2duuid-77\\x2dab.service
        After=systemd-fsck@dev-disk-by\\x2duuid-77\\x2dab.service
        After=blockdev@dev-disk-by\\x2duuid-77\\x2dab.target

        [Mount]
        What=/dev/disk/by-uuid/77-ab
        Where=/data
        Type=ext4
        Options=rw,x-systemd.requires=vault.service,size=9%%
        """,
        text(generated, NORMAL + "data.mount"));
    var cause = generated.of(NORMAL + "data.mount").map(Cause::place).orElseThrow();
    assertEquals("etc/fstab:2:1", cause.toString());
    assertTrue(cause.text().startsWith("UUID=77-ab") && cause.text().endsWith("0 2"));
  }

  @Test
  void aCheckNeedsItsProgram() throws IOException {
    var line = "/dev/sdq /data xfs defaults 0 2\n";
    var tree = new MemoryTree().program("/usr/sbin/fsck").file("/etc/fstab", line);
    assertFalse(text(Generators.emulate(tree), NORMAL + "data.mount").contains("fsck"));
    tree.file("/executables.txt", "/usr/sbin/fsck.xfs\n");
    assertTrue(text(Generators.emulate(tree), NORMAL + "data.mount").contains("systemd-fsck@"));
  }

  @Test
  void theFirstOfTwoLinesForOnePlaceCounts() throws IOException {
    var generated = fstab("/dev/sdq /data ext4\n/dev/sdr /data/ xfs nofail\n");
    assertTrue(text(generated, NORMAL + "data.mount").contains("What=/dev/sdq\n"));
    assertFalse(generated.paths().contains(NORMAL + "local-fs.target.wants/data.mount"));
  }

  @Test
  void anOptionWithoutItsValueEndsTheGenerator() throws IOException {
    var generated = fstab("/dev/sdq /data ext4 x-systemd.device-timeout\n/dev/sdr /more ext4\n");
    assertEquals(List.of(NORMAL + "data.mount"), List.copyOf(generated.paths()));
    assertEquals("", text(generated, NORMAL + "data.mount"));
  }

  @Test
  void linksOnTheWayAreFollowed() throws IOException {
    var tree = new MemoryTree().folder("/vol/one").link("/data", "vol/one");
    var generated = Generators.emulate(tree.file("/etc/fstab", "/dev/sdq /data/deep ext4\n"));
    assertTrue(
        text(generated, NORMAL + "vol-one-deep.mount")
            .contains("# Canonicalized from /data/deep\nWhere=/vol/one/deep\n"));
  }

  @Test
  void aMachineLoadsWhatIsGenerated() {
    var generated = fstab("/dev/sdq /data ext4 noauto,x-systemd.wanted-by=late.target\n");
    var machine = new Machine(generated.tree(), Setup.machine(Scope.SYSTEM, 252));
    assertTrue(machine.names().contains("data.mount"));
    var cause =
        generated
            .of(machine.unit("data.mount").orElseThrow().fragment().orElseThrow().path())
            .map(Cause::place);
    assertEquals(1, cause.orElseThrow().line());
  }

  @Test
  void aMappedDeviceIsOpenedByAService() throws IOException {
    var tree = new MemoryTree().file("/etc/crypttab", "vault /dev/sdq none luks,nofail\n");
    var generated = Generators.emulate(tree);
    String service = "systemd-cryptsetup@vault.service";
    assertTrue(
        text(generated, NORMAL + service)
            .contains("systemd-cryptsetup attach 'vault' '/dev/sdq' 'none' 'luks,nofail'\n"));
    assertEquals("../" + service, target(generated, NORMAL + "cryptsetup.target.wants/" + service));
    assertEquals(
        "../" + service, target(generated, NORMAL + "dev-mapper-vault.device.requires/" + service));
  }

  private static MemoryTree script(String name, String header) {
    String text = "#!/bin/sh\n### BEGIN INIT INFO\n" + header + "### END INIT INFO\n";
    return new MemoryTree().file("/etc/init.d/" + name, Utf8.encode(text), true);
  }

  /** What a line of an LSB header becomes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Required-Start: $network  | After=network-online.target;Wants=network-online.target
          Should-Start: $named ftpd | After=nss-lookup.target;After=ftpd.service
          Required-Start: $syslog $local_fs | ''
          X-Start-Before: $time     | Before=time-sync.target
          X-Start-After: $odd       | After=odd.target
          Provides: $portmap        | Before=rpcbind.target;Wants=rpcbind.target
          Required-Start: tapd      | ''
          Required-Start: a+b       | After=a\\x2bb.service
          """)
  void headersBecomeDependencies(String line, String expected) throws IOException {
    var generated = Generators.emulate(script("tapd", "# " + line + "\n"));
    var found =
        text(generated, LATE + "tapd.service")
            .lines()
            .filter(l -> l.matches("(Before|After|Wants)=.*"))
            .toList();
    assertEquals(expected.replace("\\\\", "\\"), String.join(";", found));
  }

  @Test
  void scriptsAreStartedByTheirLinks() {
    var tree = script("tapd.sh", "# Provides: tapd spigot\n");
    tree.link("/etc/rc2.d/S03tapd.sh", "../init.d/tapd.sh").folder("/etc/rc3.d");
    tree.link("/etc/rc0.d/K01tapd.sh", "../init.d/tapd.sh");
    var generated = Generators.emulate(tree);
    String link = LATE + "multi-user.target.wants/tapd.service";
    assertEquals("../tapd.service", target(generated, link));
    assertEquals(
        "etc/rc2.d/S03tapd.sh:1:1", generated.of(link).map(Cause::place).orElseThrow().toString());
    assertEquals("tapd.service", target(generated, LATE + "spigot.service"));
    assertEquals(3, generated.of(LATE + "spigot.service").map(Cause::place).orElseThrow().line());
    assertEquals(2, generated.of(LATE + "tapd.service").map(Cause::place).orElseThrow().line());
  }

  @Test
  void scriptsWithoutHeadersGoByTheirNumbers() throws IOException {
    var tree = new MemoryTree().program("/etc/init.d/one").program("/etc/init.d/two");
    tree.link("/etc/rc5.d/S10one", "../init.d/one").link("/etc/rc5.d/S20two", "../init.d/two");
    var generated = Generators.emulate(tree);
    assertTrue(text(generated, LATE + "one.service").contains("Before=two.service\n"));
    assertTrue(text(generated, LATE + "two.service").contains("After=one.service\n"));
  }

  /** A script is left alone where a unit of its name is there in whatever shape. */
  @Test
  void unitsHideScripts() {
    for (String folder : List.of("/etc/systemd/system/", "/usr/lib/systemd/system/")) {
      var plain = script("tapd", "").file(folder + "tapd.service", "[Service]\n");
      var masked = script("tapd", "").link(folder + "tapd.service", "/dev/null");
      var alias = script("tapd", "").link(folder + "tapd.service", "other.service");
      for (var tree : List.of(plain, masked, alias)) {
        assertEquals(List.of(REMOUNT), List.copyOf(Generators.emulate(tree).paths()));
      }
    }
  }

  @Test
  void smallGeneratorsMakeLinks() {
    var tree = new MemoryTree().program("/etc/rc.local").link("/system-update", "/var/updates");
    tree.file("/sys/class/tty/console/active", "tty0 ttyS3\n");
    tree.node("/dev/ttyS3", new Node(Node.Kind.SPECIAL, 0, false, ""));
    var generated = Generators.emulate(tree);
    assertEquals(
        "/lib/systemd/system/rc-local.service",
        target(generated, NORMAL + "multi-user.target.wants/rc-local.service"));
    assertEquals(
        "/lib/systemd/system/system-update.target",
        target(generated, "/run/systemd/generator.early/default.target"));
    assertEquals(
        "/lib/systemd/system/serial-getty@.service",
        target(generated, NORMAL + "getty.target.wants/serial-getty@ttyS3.service"));
  }
}
