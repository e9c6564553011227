package org.unitlint.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.unitlint.catalog.Catalog;

/** Services with invented settings of a sandbox, some of them odd, over several files. */
final class RandomServices {
  private static final String FOLDER = "etc/systemd/system";
  private static final List<String> FLAGS =
      List.of(
          "PrivateDevices",
          "PrivateMounts",
          "PrivateNetwork",
          "PrivateTmp",
          "PrivateUsers",
          "ProtectControlGroups",
          "ProtectKernelModules",
          "ProtectKernelTunables",
          "ProtectKernelLogs",
          "ProtectClock",
          "ProtectHostname",
          "LockPersonality",
          "MemoryDenyWriteExecute",
          "NoNewPrivileges",
          "DynamicUser",
          "RemoveIPC",
          "RestrictRealtime",
          "RestrictSUIDSGID");
  private static final List<String> TRUTHS =
      List.of("yes", "no", "true", "off", "1", "0", "T", "On", "", "maybe", "yes no");

  private final Random random;
  private final List<String> capabilities =
      List.copyOf(Catalog.standard().capabilities().all().keySet());
  private final List<String> families =
      List.copyOf(Catalog.standard().addressFamilies().all().keySet());
  private final List<String> calls = List.copyOf(Catalog.standard().syscalls().names());
  private final List<String> groups = List.copyOf(Catalog.standard().syscalls().groups(252));

  RandomServices(Random random) {
    this.random = random;
  }

  /** Writes so many units below the root, and returns their names. */
  List<String> write(Path root, int count) throws IOException {
    var names = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      String name = i == 0 ? "root.service" : i == 1 ? "nobody.service" : "s" + i + ".service";
      names.add(name);
      write(
          root.resolve(FOLDER).resolve(name),
          "[Unit]\nDescription=x\n"
              + (random.nextInt(6) == 0 ? "DefaultDependencies=" + pick(TRUTHS) + "\n" : "")
              + "[Service]\nExecStart=/bin/true\n"
              + settings());
      for (int n = random.nextInt(3); n > 0; n--) {
        write(
            root.resolve(FOLDER)
                .resolve(name + ".d")
                .resolve(pick(List.of("a", "b", "c")) + ".conf"),
            "[Service]\n" + settings());
      }
    }
    return names;
  }

  /**
   * Writes a unit for every sample of a setting, alone, behind another, or between two with a reset
   * behind it; returns the names.
   */
  List<String> writeSamples(Path root) throws IOException {
    var names = new ArrayList<String>();
    for (Map.Entry<String, List<String>> samples : samples().entrySet()) {
      for (String value : samples.getValue()) {
        String line = samples.getKey() + "=";
        String other = line + pick(samples.getValue()) + "\n";
        String all =
            switch (random.nextInt(4)) {
              case 0 -> other + line + value + "\n";
              case 1 -> line + value + "\n" + other;
              case 2 -> other + line + value + "\n" + line + "\n" + other;
              default -> line + value + "\n";
            };
        boolean general = samples.getKey().equals("DefaultDependencies");
        String name = "s" + names.size() + ".service";
        names.add(name);
        write(
            root.resolve(FOLDER).resolve(name),
            "[Service]\nExecStart=/bin/true\n"
                + (general ? "[Unit]\n" : "")
                + all
                + "[Service]\n"
                + (random.nextBoolean() ? "DevicePolicy=closed\n" : ""));
      }
    }
    return names;
  }

  private static Map<String, List<String>> samples() throws IOException {
    var samples = new TreeMap<String, List<String>>();
    try (var in = RandomServices.class.getResourceAsStream("sandbox-samples.tsv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] cells = line.split("\t", 2);
        samples.computeIfAbsent(cells[0], d -> new ArrayList<>()).add(cells[1]);
      }
    }
    return samples;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Some settings, a line each. */
  String settings() {
    var lines = new StringBuilder();
    for (int n = random.nextInt(14); n > 0; n--) {
      lines.append(setting()).append('\n');
    }
    return lines.toString();
  }

  private String setting() {
    return switch (random.nextInt(24)) {
      case 0, 1, 2, 3, 4, 5 -> pick(FLAGS) + "=" + pick(TRUTHS);
      case 6 -> "User=" + pick(List.of("root", "0", "nobody", "daemon", "", "%p", "65534", "1000"));
      case 7 -> "SupplementaryGroups=" + pick(List.of("", "adm", "adm daemon", "\"adm\""));
      case 8 -> "ProtectHome=" + pick(List.of("yes", "read-only", "tmpfs", "no", "on", "", "full"));
      case 9 -> "ProtectSystem=" + pick(List.of("yes", "full", "strict", "no", "1", "", "tmpfs"));
      case 10 ->
          pick(List.of("RootDirectory=", "RootImage="))
              + pick(List.of("/", "/srv", "//", "", "/./", "/srv/../"));
      case 11, 12 ->
          pick(List.of("CapabilityBoundingSet=", "CapabilityBoundingSet=~", "AmbientCapabilities="))
              + list(random.nextInt(4), capabilities, "CAP_NONE", "cap_chown", "~");
      case 13 ->
          "UMask=" + pick(List.of("0077", "0027", "022", "0", "7777", "8", "", "0007", "002"));
      case 14 ->
          pick(
              List.of(
                  "KeyringMode=shared",
                  "KeyringMode=private",
                  "KeyringMode=inherit",
                  "KeyringMode=",
                  "NotifyAccess=all",
                  "NotifyAccess=main",
                  "NotifyAccess=",
                  "ProcSubset=pid",
                  "ProcSubset=all",
                  "ProtectProc=invisible",
                  "ProtectProc=noaccess",
                  "ProtectProc=ptraceable",
                  "ProtectProc=default",
                  "ProtectProc=x"));
      case 15 ->
          "Delegate=" + pick(List.of("yes", "no", "", "cpu memory", "nothing", "cpu no", "\"cpu"));
      case 16 ->
          "RestrictNamespaces="
              + pick(List.of("", "~", "yes", "no"))
              + list(
                  random.nextInt(3),
                  List.of("user", "mnt", "ipc", "pid", "cgroup", "net", "uts"),
                  "x",
                  "time");
      case 17, 18 ->
          "RestrictAddressFamilies="
              + pick(List.of("", "~", "", "~", "none"))
              + (random.nextBoolean()
                  ? ""
                  : list(
                      1 + random.nextInt(3),
                      random.nextBoolean()
                          ? families
                          : List.of("AF_UNIX", "AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET"),
                      "AF_X",
                      "none",
                      "af_unix"));
      case 19 ->
          "SystemCallArchitectures="
              + list(random.nextInt(3), List.of("native", "native", "x86", "x86-64", "arm"), "z80");
      case 20, 21 ->
          "SystemCallFilter="
              + pick(List.of("", "~", "~"))
              + (random.nextInt(3) == 0
                  ? list(
                      random.nextInt(4), calls, "nothing", "read:EPERM", "swapon:5", "ptrace:kill")
                  : list(
                      random.nextInt(5),
                      groups,
                      "@nothing",
                      "@clock:EPERM",
                      "@swap:kill",
                      "@raw-io:0"));
      case 22 ->
          pick(List.of("IPAddressDeny=", "IPAddressAllow="))
              + list(
                  random.nextInt(3),
                  List.of(
                      "any",
                      "localhost",
                      "0.0.0.0/0",
                      "::/0",
                      "127.0.0.1",
                      "::1",
                      "link-local",
                      "multicast",
                      "10.0.0.0/8",
                      "127.0.0.0/1"),
                  "example.org",
                  "1.2.3");
      default ->
          pick(
              List.of(
                  "DevicePolicy=closed",
                  "DevicePolicy=strict",
                  "DevicePolicy=auto",
                  "DevicePolicy=",
                  "DevicePolicy=open",
                  "DeviceAllow=/dev/null rw",
                  "DeviceAllow=",
                  "DeviceAllow=char-pts",
                  "DeviceAllow=/etc/passwd r",
                  "MountImages=/a.raw:/mnt",
                  "MountImages=",
                  "MountImages=/a.raw",
                  "LoadCredentialEncrypted=",
                  "SetCredentialEncrypted=a:Zm9v",
                  "SetCredentialEncrypted=",
                  "LoadCredentialEncrypted=a:/etc/a",
                  "SetCredential=a:b",
                  "LoadCredential=a:/etc/a",
                  "LoadCredential=",
                  "IPIngressFilterPath=/sys/fs/bpf/x",
                  "IPEgressFilterPath=/sys/fs/bpf/y",
                  "IPIngressFilterPath="));
    };
  }

  private String list(int length, List<String> words, String... odd) {
    var some = new ArrayList<String>();
    for (int i = 0; i < length; i++) {
      some.add(random.nextInt(12) == 0 ? odd[random.nextInt(odd.length)] : pick(words));
    }
    return String.join(" ", some);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
