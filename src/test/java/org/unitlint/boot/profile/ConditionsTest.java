package org.unitlint.boot.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.boot.profile.Fact.Origin;
import org.unitlint.boot.profile.Verdict.Outcome;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;

class ConditionsTest {
  private static final String UNIT = "/etc/systemd/system/a.service";

  private static MemoryTree tree(String lines) {
    return new MemoryTree()
        .file(UNIT, "[Unit]\n" + lines + "\n[Service]\nExecStart=/usr/bin/true\n")
        .program("/usr/bin/true")
        .file("/etc/full", "x")
        .file("/etc/empty", "")
        .file("/etc/folder/.hidden", "x")
        .folder("/etc/hollow")
        .link("/etc/link", "full")
        .link("/etc/dangling", "nothing")
        .link("/bin", "usr/bin")
        .file("/etc/os-release", "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME='De bian'\n");
  }

  private static Machine machine(MemoryTree tree) {
    return new Machine(tree, Setup.machine(Scope.SYSTEM, 258));
  }

  private static Verdict verdict(MemoryTree tree, String... facts) {
    var machine = machine(tree);
    var profile = Profile.of(machine);
    for (int i = 0; i < facts.length; i += 2) {
      profile = profile.with(facts[i], facts[i + 1]);
    }
    return new Conditions(machine, profile).verdict(machine.unit("a.service").orElseThrow());
  }

  private static Verdict verdict(String line, String... facts) {
    return verdict(tree(line), facts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PathExists=/nothing          | false",
        "PathExists=!/nothing         | true",
        "PathExists=/etc/dangling     | false",
        "PathExists=/etc//full/       | true",
        "PathExists=/proc/self/none   | false",
        "PathExists=/bin/true         | true",
        "PathExists=/var/run/systemd  | true",
        "PathExists=/dev/tty63        | true",
        "PathExists=/dev/ttyUSB0      | false",
        "PathIsSymbolicLink=/etc/dangling | true",
        "PathIsSymbolicLink=/etc/full | false",
        "PathIsSymbolicLink=/etc/link | true",
        "PathIsDirectory=/etc/link    | false",
        "PathIsDirectory=/etc         | true",
        "PathIsDirectory=/            | true",
        "PathIsMountPoint=/proc       | true",
        "PathIsMountPoint=/etc        | false",
        "PathIsReadWrite=/nothing     | false",
        "PathIsReadWrite=/etc/full    | true",
        "PathIsEncrypted=/nothing     | false",
        "PathExistsGlob=/etc/f*l      | true",
        "PathExistsGlob=/etc/h*/*     | false",
        "PathExistsGlob=/etc/*/.h*    | true",
        "PathExistsGlob=/etc/{x,full} | true",
        "PathExistsGlob=/e?c/[e-f]ull | true",
        "PathExistsGlob=/e?c/[!f]ull  | false",
        "PathExistsGlob=/dev/tt?      | true",
        "DirectoryNotEmpty=/etc/folder | true",
        "DirectoryNotEmpty=/etc/hollow | false",
        "DirectoryNotEmpty=/etc/full  | false",
        "DirectoryNotEmpty=/nothing   | false",
        "FileNotEmpty=/etc/empty      | false",
        "FileNotEmpty=/etc/link       | true",
        "FileNotEmpty=/etc            | false",
        "FileIsExecutable=/bin/true   | true",
        "FileIsExecutable=/etc/full   | false",
        "FileIsExecutable=/etc        | false",
        "NeedsUpdate=/etc             | true",
        "NeedsUpdate=/foo             | true",
        "FirstBoot=no                 | true",
        "FirstBoot=maybe              | false",
        "FirstBoot=!maybe             | false",
        "ACPower=on                   | true",
        "Architecture=native          | true",
        "Architecture=amd64           | false",
        "Architecture=!amd64          | true",
        "Virtualization=no            | true",
        "Virtualization=none          | false",
        "Virtualization=!container    | true",
        "Security=audit               | true",
        "Security=!smack              | true",
        "Capability=cap_sys_admin     | true",
        "Capability=21                | true",
        "Capability=CAP_NONE          | false",
        "Capability=!CAP_NONE         | false",
        "CPUFeature=SSE2              | true",
        "Credential=x                 | false",
        "KernelModuleLoaded=x         | false",
        "ControlGroupController=v2    | true",
        "ControlGroupController=cpu nonsense | true",
        "Host=LOCAL*                  | true",
        "Host=0123456789abcdef0123456789abcdef | false",
        "KernelCommandLine=quiet      | false",
        "KernelVersion=>=6            | true",
        "KernelVersion=> 6 <7         | true",
        "KernelVersion=6.*            | true",
        "KernelVersion=6.12           | false",
        "KernelVersion=!$=7*          | true",
        "Version=systemd >=258        | true",
        "Version=systemd <258         | false",
        "Version=kernel >=6           | true",
        "Version=glibc >=3            | false",
        "OSRelease=ID=debian          | true",
        "OSRelease=ID=debian VERSION_ID>=13 | false",
        "OSRelease=`PRETTY_NAME=De bian`    | false",
        "OSRelease=\"PRETTY_NAME=De bian\"  | true",
        "OSRelease=NOTHING!=x         | true",
        "OSRelease=debian             | false",
        "Memory=1G                    | true",
        "Memory=>= 4G                 | true",
        "Memory=>4G                   | false",
        "Memory=!<>4096M              | true",
        "Memory=1GB                   | false",
        "CPUs=3                       | false",
        "CPUs=<=2                     | true",
        "CPUs=0x2                     | true",
        "CPUPressure=10%              | true",
        "MemoryPressure=system.slice:10%/5min | true",
        "IOPressure=!5%               | false",
        "User=0                       | true",
        "User=@system                 | true",
        "User=nobody                  | false",
        "Group=root                   | true",
        "Group=adm                    | false",
        "Environment=PATH             | true",
        "Environment=FOO              | false",
        "Firmware=uefi                | true",
        "Firmware=device-tree         | false",
        "Firmware=smbios-field(sys_vendor = QEMU) | false"
      })
  void oneCondition(String condition, boolean holds) {
    var verdict = verdict("Condition" + condition);
    assertEquals(holds ? Outcome.STARTS : Outcome.SKIPPED, verdict.outcome(), verdict.toString());
    assertEquals(holds, verdict.setting().isEmpty(), verdict.toString());
    var asserted = verdict("Assert" + condition);
    if (!condition.startsWith("Firmware")) {
      assertEquals(holds ? Outcome.STARTS : Outcome.ASSERT_FAILED, asserted.outcome());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "path:/x | absent | PathExists=/x | false",
        "path:/x | folder,read-only | PathIsReadWrite=/x/y | false",
        "path:/x | folder,read-only | PathIsDirectory=/x | true",
        "path:/x | folder,read-only | DirectoryNotEmpty=/x | true",
        "path:/x | folder-empty | DirectoryNotEmpty=/x | false",
        "path:/etc/full | absent | PathExists=/etc/link | false",
        "path:/etc/new | file | PathExistsGlob=/etc/n* | true",
        "path:/x/ | mount | PathIsMountPoint=/x | true",
        "path:/etc | folder,read-only | NeedsUpdate=/etc | false",
        "path:/x | link | PathIsSymbolicLink=/x | true",
        "path:/x | encrypted | PathIsEncrypted=/x | true",
        "virtualization | systemd-nspawn | Capability=CAP_SYS_MODULE | false",
        "virtualization | systemd-nspawn | Virtualization=container | true",
        "virtualization | systemd-nspawn | Virtualization=vm | false",
        "virtualization | systemd-nspawn | PathIsReadWrite=/sys/class | false",
        "virtualization | systemd-nspawn | PathIsReadWrite=/proc/sys/net/ipv4 | true",
        "virtualization | kvm | Virtualization=kvm | true",
        "virtualization | kvm | Virtualization=yes | true",
        "virtualization | kvm | PathExists=/sys/firmware/efi | false",
        "firmware | uefi,device-tree | PathExists=/proc/device-tree | true",
        "security | none | Security=audit | false",
        "security | tpm2 | PathExists=/dev/tpmrm0 | true",
        "capabilities | cap_sys_time | Capability=CAP_SYS_TIME | true",
        "kernel-command-line | a=b quiet | KernelCommandLine=a | true",
        "kernel-command-line | a=b quiet | KernelCommandLine=a=c | false",
        "kernel-command-line | systemd.condition-first-boot | FirstBoot=yes | true",
        "kernel-command-line | systemd.condition-needs-update=no | NeedsUpdate=/etc | false",
        "kernel-version | 6.1.0-13 | PathExists=/usr/lib/modules/%v | false",
        "environment:FOO | x | Environment=FOO=x | true",
        "smbios:sys_vendor | QEMU | Firmware=smbios-field(sys_vendor = QEMU) | true",
        "needs-update | none | NeedsUpdate=/var | false",
        "memory-pressure | 20% | MemoryPressure=10% | false",
        "host-name | Web1 | Host=web? | true",
        "condition:a.service | no | PathExists=/etc | false",
        "condition:a.service | yes | PathExists=/nothing | true"
      })
  void factsThatAreSet(String key, String value, String condition, boolean holds) {
    var verdict = verdict("Condition" + condition, key, value);
    assertEquals(holds, verdict.starts(), verdict.toString());
    assertTrue(
        verdict.assumptions().stream().anyMatch(f -> f.origin() == Origin.SET)
            || key.startsWith("path:")
            || key.equals("kernel-version")
            || key.equals("virtualization")
            || key.equals("firmware"),
        verdict.toString());
  }

  @Test
  void conditionsCountTogether() {
    assertTrue(verdict("ConditionPathExists=|/nothing\nConditionPathExists=|/etc").starts());
    assertTrue(verdict("ConditionPathExists=/nothing\nConditionFirstBoot=\n").starts());
    assertEquals(
        Outcome.SKIPPED, verdict("ConditionPathExists=|/etc\nConditionFirstBoot=yes").outcome());
    var both = verdict("AssertPathExists=/nothing\nConditionPathExists=/nothing");
    assertEquals(Outcome.SKIPPED, both.outcome(), "conditions go first");
    assertEquals(
        "none of the 2 conditions with `|` holds, of which one has to",
        verdict("ConditionPathExists=|/a\nConditionPathExists=|/b").reason());
    var last = verdict("ConditionPathExists=/a\nConditionPathExists=/b");
    assertEquals("/b", last.setting().orElseThrow().text(), "systemd tests the last one first");
    assertEquals(1, last.assumptions().size());
  }

  @Test
  void theReasonTellsWhatIsSo() {
    assertEquals(
        "`ConditionVirtualization=!container` does not hold in `systemd-nspawn`",
        verdict("ConditionVirtualization=!container", "virtualization", "systemd-nspawn").reason());
    assertEquals(
        "`ConditionPathExists=/nothing` does not hold: `/nothing` is absent",
        verdict("ConditionPathExists=/nothing").reason());
    assertEquals(
        "`ConditionMemory=abc` cannot be read, so that it never holds",
        verdict("ConditionMemory=abc").reason());
    assertEquals(
        "`AssertFirstBoot=yes` does not hold: `first-boot` is `no`",
        verdict("AssertFirstBoot=yes").reason());
  }

  @Test
  void execConditionIsAssumedToHold() {
    var tree =
        new MemoryTree()
            .file(UNIT, "[Service]\nExecCondition=/usr/bin/true\nExecStart=/usr/bin/true\n");
    assertEquals(
        List.of(new Fact("exec-condition:a.service", "yes", Origin.DEFAULT)),
        verdict(tree).assumptions());
    assertEquals(Outcome.SKIPPED, verdict(tree, "exec-condition:a.service", "no").outcome());
  }

  @Test
  void whatIsFoundInTheRootIsNoAssumption() {
    var found = verdict("ConditionPathExists=/etc/full").assumptions();
    assertEquals(List.of(new Fact("path:/etc/full", "file", Origin.ROOT)), found);
    var assumed = verdict("ConditionPathExists=!/run/x").assumptions();
    assertEquals(List.of(new Fact("path:/run/x", "absent", Origin.DEFAULT)), assumed);
  }

  @Test
  void listsTellWhatARootWithoutItsFilesHas() {
    var tree = new MemoryTree().file(UNIT, "[Unit]\nConditionFileIsExecutable=/sbin/x\n");
    assertEquals(Origin.DEFAULT, verdict(tree).assumptions().get(0).origin());
    tree.file("/paths.txt", "d /usr\nd /usr/sbin\nf /usr/sbin/y\nl /sbin\n");
    tree.file("/executables.txt", "/sbin -> usr/sbin\n/usr/sbin/y\n");
    assertEquals("path:/sbin/x=absent", verdict(tree).assumptions().get(0).toString());
    assertEquals(Origin.ROOT, verdict(tree).assumptions().get(0).origin());
    tree.file("/executables.txt", "/sbin -> usr/sbin\n/usr/sbin/x\n");
    assertTrue(verdict(tree).starts());
  }

  @Test
  void aMountPointIsWhatAUnitMounts() {
    var tree = tree("ConditionPathIsMountPoint=/etc/hollow");
    assertEquals(Outcome.SKIPPED, verdict(tree).outcome());
    String mount = "[Mount]\nWhat=tmpfs\nWhere=/etc/hollow\n";
    tree.file("/etc/systemd/system/etc-hollow.mount", mount);
    assertTrue(verdict(tree).starts());
    tree.file(
        "/etc/systemd/system/etc-hollow.mount",
        "[Unit]\nConditionPathIsMountPoint=/etc/hollow\n" + mount);
    assertEquals(Outcome.SKIPPED, verdict(tree).outcome());
  }

  @Test
  void containersHaveNoSwapAndNoAutomounts() {
    var machine =
        machine(
            new MemoryTree()
                .file("/etc/systemd/system/dev-x.swap", "[Swap]\nWhat=/dev/x\n")
                .file("/etc/systemd/system/mnt.automount", "[Automount]\nWhere=/mnt\n"));
    var nspawn = Profile.of(machine).with("virtualization", "systemd-nspawn");
    for (String name : List.of("dev-x.swap", "mnt.automount")) {
      var unit = machine.unit(name).orElseThrow();
      assertEquals(
          Outcome.UNSUPPORTED, new Conditions(machine, nspawn).verdict(unit).outcome(), name);
      assertTrue(new Conditions(machine, Profile.of(machine)).verdict(unit).starts(), name);
    }
  }

  @Test
  void theRootTellsFacts() {
    var tree =
        tree("")
            .file("/etc/machine-id", "uninitialized\n")
            .file("/etc/hostname", "# x\nweb\n")
            .file("/etc/selinux/config", "")
            .folder("/usr/lib/modules/6.1.0-9-amd64")
            .folder("/usr/lib/modules/6.1.0-13-amd64")
            .folder("/usr/lib/aarch64-linux-gnu")
            .link("/lib", "usr/lib");
    var profile = Profile.of(machine(tree));
    assertEquals("yes", profile.fact("first-boot").value());
    assertEquals("web", profile.fact("host-name").value());
    assertEquals("arm64", profile.fact("architecture").value());
    assertEquals("6.1.0-13-amd64", profile.fact("kernel-version").value());
    assertEquals("audit,selinux", profile.fact("security").value());
    assertEquals("De bian", profile.fact("os-release:PRETTY_NAME").value());
    var nspawn = profile.with("virtualization", "systemd-nspawn");
    assertEquals("none", nspawn.fact("security").value());
    assertEquals(Origin.DEFAULT, nspawn.fact("kernel-version").origin());
    assertTrue(nspawn.assumptions().size() > 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "virtualisation | kvm | unknown fact `virtualisation`; did you mean `virtualization`?",
        "first-boot | perhaps | `perhaps` is neither true nor false in `first-boot`",
        "virtualization | nspawn | `nspawn` is no value of `virtualization`; did you mean"
            + " `systemd-nspawn`?",
        "architecture | amd64 | `amd64` is no value of `architecture`; did you mean `x86-64`?",
        "cgroup-version | 2 | `2` is no value of `cgroup-version`; it takes `v1`, `v2`",
        "memory | lots | `lots` is no size in `memory`, such as `4G`",
        "cpus | -1 | `-1` is no number in `cpus`",
        "path:etc | file | `etc` is no absolute path in `path:etc`",
        "path:/etc | foldr | `foldr` is no value of `path:`; did you mean `folder`?",
        "path:/etc | file,folder | `file,folder` contradicts itself in `path:`",
        "path: | file | nothing follows the colon of `path:`"
      })
  void refusals(String key, String value, String message) {
    assertEquals(Optional.of(message), Profile.refusal(key, value));
    var profile = Profile.of(machine(tree("")));
    assertThrows(IllegalArgumentException.class, () -> profile.with(key, value));
  }

  @Test
  void whatTheUserSaysCountsMoreThanARecording() {
    var profile = Profile.of(machine(tree("")));
    var set = profile.with("first-boot", "YES").recorded("first-boot", "no");
    assertEquals(new Fact("first-boot", "yes", Origin.SET), set.fact("first-boot"));
    var recorded = profile.recorded("virtualization", "kvm");
    assertEquals(Origin.RECORDED, recorded.fact("virtualization").origin());
    assertEquals("no", profile.fact("first-boot").value(), "the first one is as it was");
  }

  @Test
  void aProfileFileHasOneFactALine() {
    var file =
        ProfileFile.parse("# mine\n\n virtualization = kvm \r\nnonsense\nfirst-boot=maybe\n");
    assertEquals(List.of(new ProfileFile.Line(3, "virtualization", "kvm")), file.facts());
    assertEquals(
        List.of(
            new ProfileFile.Flaw(4, "`nonsense` is no `KEY=VALUE`"),
            new ProfileFile.Flaw(5, "`maybe` is neither true nor false in `first-boot`")),
        file.flaws());
    var profile = file.over(Profile.of(machine(tree(""))));
    assertEquals("kvm", profile.fact("virtualization").value());
  }

  @Test
  void allDefaultsAreAllowedValues() {
    for (FactKey key : Profile.keys()) {
      for (String value : key.defaults()) {
        if (!value.isEmpty()) {
          assertEquals(Optional.empty(), key.refusal(value), key.name());
          assertEquals(value, key.normal(value), key.name());
        }
      }
    }
    for (RunTimePath path : RunTimePath.all().values()) {
      for (String state : path.states()) {
        assertTrue(
            path.target().isPresent() || PathState.parse(state).isPresent(), path.toString());
      }
    }
  }

  @Test
  void initramfsToolsChecksTheRootThatFstabTellsToCheck() {
    var tree = tree("ConditionPathExists=!/run/initramfs/fsck-root").folder("/etc/initramfs-tools");
    assertTrue(verdict(tree).starts());
    tree.file("/etc/fstab", "# x\n/dev/vda1 / ext4 defaults 0 1\n");
    assertEquals(Outcome.SKIPPED, verdict(tree).outcome());
    assertTrue(verdict(tree, "virtualization", "lxc").starts());
  }

  @Test
  void anyValueHasAnAnswer() {
    var random = new Random(1);
    var directives =
        Catalog.standard().directives("Unit").stream()
            .map(d -> d.name())
            .filter(n -> n.startsWith("Condition") || n.startsWith("Assert"))
            .toList();
    String signs = "|!<>=$%*?[]{},.:/~^-\\\"' 0123456789vbmHaKMG\u2030e\u00e9(\ud800)";
    for (String directive : directives) {
      for (int i = 0; i < 40; i++) {
        var value = new StringBuilder(i % 2 == 0 ? "/" : "");
        for (int length = random.nextInt(12); length >= 0; length--) {
          value.append(signs.charAt(random.nextInt(signs.length())));
        }
        var verdict = verdict(directive + "=" + value, "virtualization", "docker");
        assertEquals(verdict.starts(), verdict.reason().isEmpty(), verdict.toString());
      }
    }
  }
}
