package org.unitlint.boot.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;
import org.unitlint.support.Shared;

/** Conditions about this machine hold where {@code systemd-analyze condition} says so. */
@Tag("differential")
class AnalyzeDifferentialTest {
  private static final String ANALYZE = "/usr/bin/systemd-analyze";
  private static final String UNIT = "/etc/systemd/system/a.service";
  private static final List<String> FIXED =
      List.of(
          "Architecture=native",
          "Architecture=x86_64",
          "Architecture=!x86_64",
          "Architecture=x86-64",
          "Architecture=arm64",
          "Virtualization=yes",
          "Virtualization=no",
          "Virtualization=vm",
          "Virtualization=container",
          "Virtualization=docker",
          "Virtualization=none",
          "Virtualization=nonsense",
          "Virtualization=!nonsense",
          "User=root",
          "User=0",
          "User=0x0",
          "User=@system",
          "User=@nonsense",
          "User=daemon",
          "User=!daemon",
          "Group=0",
          "Group=root",
          "Group=65533",
          "Environment=UNITLINT_NONE",
          "Environment=!UNITLINT_NONE",
          "Environment=PATH",
          "Environment=PATH=nonsense",
          "ControlGroupController=nonsense",
          "ControlGroupController=!nonsense",
          "KernelCommandLine=unitlint.none",
          "KernelCommandLine=!unitlint.none",
          "Credential=unitlint",
          "FirstBoot=maybe",
          "FirstBoot=!maybe",
          "ACPower=maybe",
          "NeedsUpdate=/usr",
          "NeedsUpdate=/nonsense",
          "OSRelease=UNITLINT=x",
          "OSRelease=UNITLINT!=x",
          "OSRelease=UNITLINT$=*",
          "OSRelease=UNITLINT<1",
          "OSRelease=nonsense",
          "OSRelease=ID!=x VERSION_ID>1",
          "OSRelease=\"ID!=x\"",
          "Memory=1GB",
          "Memory=>",
          "Memory=1T 1",
          "Memory=1024K 5B",
          "Memory=.5G",
          "CPUs=>=many",
          "CPUs=",
          "CPUFeature=FPU",
          "CPUFeature=nonsense",
          "PathIsReadWrite=/nonsense",
          "PathIsReadWrite=!/nonsense",
          "PathIsEncrypted=/nonsense",
          "PathIsMountPoint=/proc",
          "PathIsMountPoint=/",
          "PathIsMountPoint=/nonsense",
          "PathExistsGlob=/{proc,nonsense}",
          "PathExistsGlob=/[o-q]roc",
          "PathExistsGlob=/nonsense*",
          "PathIsDirectory=/proc/",
          "DirectoryNotEmpty=/proc",
          "DirectoryNotEmpty=/nonsense",
          "Firmware=nonsense",
          "Firmware=smbios-field(x)",
          "Capability=CAP_NONSENSE",
          "Capability=!CAP_NONSENSE",
          "Capability=64",
          "Security=nonsense",
          "Security=!nonsense",
          "Host=nonsense",
          "Host=!nonsense",
          "Host=*");

  @Test
  void sameAnswers() throws IOException, InterruptedException {
    Shared.needsProgram(ANALYZE);
    var facts = facts();
    var theirs = new TreeMap<String, Boolean>();
    var ours = new TreeMap<String, Boolean>();
    for (String condition : conditions(facts)) {
      String line = "Condition" + condition;
      theirs.put(line, status(List.of(ANALYZE, "condition", line)) == 0);
      ours.put(line, holds(line, facts));
    }
    assertEquals(theirs, ours);
  }

  private static boolean holds(String line, Map<String, String> facts) throws IOException {
    var tree =
        new MemoryTree()
            .file(UNIT, "[Unit]\n" + line + "\n[Service]\nExecStart=/bin/true\n")
            .file("/etc/os-release", Files.readString(Path.of("/etc/os-release")));
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, 252));
    var profile = Profile.of(machine);
    for (var fact : facts.entrySet()) {
      profile = profile.with(fact.getKey(), fact.getValue());
    }
    return new Conditions(machine, profile)
        .verdict(machine.unit("a.service").orElseThrow())
        .starts();
  }

  /** What is so here. */
  private static Map<String, String> facts() throws IOException, InterruptedException {
    var facts = new TreeMap<String, String>();
    facts.put("virtualization", output(List.of("systemd-detect-virt")));
    facts.put("kernel-version", Shared.run(List.of("uname", "-r")).strip());
    facts.put("host-name", Shared.run(List.of("uname", "-n")).strip());
    facts.put("cpus", Shared.run(List.of("nproc")).strip());
    var capabilities = new ArrayList<String>();
    long bound = Long.parseLong(field("/proc/self/status", "CapBnd"), 16);
    Catalog.standard()
        .capabilities()
        .all()
        .forEach((name, number) -> addIf((bound >> number & 1) == 1, name, capabilities));
    facts.put("capabilities", capabilities.isEmpty() ? "none" : String.join(",", capabilities));
    return facts;
  }

  private static void addIf(boolean right, String name, List<String> names) {
    if (right) {
      names.add(name);
    }
  }

  private static String field(String file, String name) throws IOException {
    return Files.readString(Path.of(file))
        .lines()
        .filter(l -> l.startsWith(name + ":"))
        .map(l -> l.substring(name.length() + 1).strip())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> conditions(Map<String, String> facts) {
    var all = new ArrayList<>(FIXED);
    String kernel = facts.get("kernel-version");
    String start = kernel.substring(0, kernel.indexOf('.'));
    for (String operator : List.of("", "<", "<=", "=", "==", "!=", "<>", ">=", ">", "$=", "!$=")) {
      for (String version : List.of(kernel, start, start + ".*", "1", kernel + "~rc1", "999")) {
        all.add("KernelVersion=" + operator + version);
      }
      all.add("KernelVersion=" + operator + " " + start + ".*");
      all.add("KernelVersion=>1 " + operator + kernel);
      all.add("OSRelease=VERSION_ID" + (operator.isEmpty() ? "=" : operator) + "12");
      if (!operator.contains("$")) {
        all.add("CPUs=" + operator + facts.get("cpus"));
        all.add("CPUs=" + operator + " 100");
        all.add("Memory=" + operator + "1T");
        all.add("Memory=" + operator + " 1M");
      }
    }
    String host = facts.get("host-name");
    all.add("Host=" + host);
    all.add("Host=" + host.toUpperCase(java.util.Locale.ROOT));
    all.add("Host=" + host.charAt(0) + "*");
    for (String name : Catalog.standard().capabilities().all().keySet()) {
      all.add("Capability=" + name);
    }
    return all;
  }

  private static int status(List<String> command) throws IOException, InterruptedException {
    var process = start(command);
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  private static String output(List<String> command) throws IOException, InterruptedException {
    var process = start(command);
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return text;
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .start();
  }
}
