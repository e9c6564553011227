package org.unitlint.host.xinetd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Invents files of xinetd, right ones and odd ones. */
final class RandomXinetd {
  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry("socket_type", List.of("stream", "dgram", "STREAM", "raw", "tcp")),
          Map.entry("protocol", List.of("tcp", "udp", "TCP", "6", "bogus")),
          Map.entry("wait", List.of("yes", "no", "NO", "true", "1")),
          Map.entry("user", List.of("root", "nobody", "0", "99999999999", "nosuch", "-1")),
          Map.entry("group", List.of("root", "nogroup", "65534", "nosuch")),
          Map.entry("groups", List.of("yes", "no", "wheel")),
          Map.entry("server", List.of("/bin/cat", "/nonexistent/x", "/etc/passwd", "/bin", "cat")),
          Map.entry("server_args", List.of("-a", "-a -b", "cat", "", "# c", "\"a b\"")),
          Map.entry(
              "instances", List.of("5", "0", "UNLIMITED", "unlimited", "-1", "4294967297", "x")),
          Map.entry("per_source", List.of("5", "0", "3000000000", "5 # c", "+7", "0x5")),
          Map.entry("cps", List.of("25 30", "5", "-5 10", "0 1", "a b", "1 2 3")),
          Map.entry("max_load", List.of("2.5abc", "0", "-1", "x", "nan", "1e-400")),
          Map.entry("nice", List.of("5", "-20", "high", "99999999999", "9999999999999999999")),
          Map.entry("umask", List.of("022", "999", "1777", "-1", "0")),
          Map.entry("rlimit_as", List.of("8M", "8G", "UNLIMITED", "k", "-5", "-1k")),
          Map.entry("rlimit_cpu", List.of("5", "5k", "UNLIMITED", "20 # c")),
          Map.entry("rlimit_files", List.of("5K", "18446744073709551615k", "0")),
          Map.entry(
              "log_type",
              List.of(
                  "SYSLOG daemon",
                  "SYSLOG cron",
                  "SYSLOG auth info",
                  "SYSLOG auth loud",
                  "FILE /var/log/x",
                  "FILE /nonexistent/x",
                  "FILE /var/log/x 8M 1M",
                  "FILE /var/log/x 1k",
                  "FILE",
                  "STDOUT",
                  "")),
          Map.entry("log_on_success", List.of("HOST PID", "USERID", "TRAFFIC", "RECORD", "")),
          Map.entry("log_on_failure", List.of("HOST", "PID", "host attempt", "")),
          Map.entry(
              "only_from",
              List.of(
                  "10.0.0.0/8 ::1",
                  "",
                  "10.0.0.1,10.0.0.2",
                  "10.{1,2}",
                  "10.{1,}",
                  "300.1.2.3",
                  ".1.2",
                  "10..1",
                  "10.0.0.0/255.0.0.0",
                  "localhost",
                  "no.such.invalid",
                  "*",
                  "10..0/8")),
          Map.entry("no_access", List.of("10.0.0.1", "ALL", "::/0 0.0.0.0", "1.2.3.4.{5}")),
          Map.entry(
              "access_times",
              List.of("8:00-17:00", "22:00-6:00", "1:00-24:00", "", "1-2", "1:0-1:1")),
          Map.entry(
              "type",
              List.of(
                  "UNLISTED",
                  "INTERNAL",
                  "UNLISTED INTERNAL",
                  "TCPMUX",
                  "TCPMUX UNLISTED",
                  "X",
                  "")),
          Map.entry("id", List.of("a", "b", "a b")),
          Map.entry(
              "flags",
              List.of(
                  "REUSE",
                  "NAMEINARGS",
                  "IPv4",
                  "IPv6",
                  "IPv4 IPv6",
                  "INTERCEPT",
                  "SENSOR",
                  "LABELED",
                  "A,B",
                  "NODELAY KEEPALIVE IDONLY NORETRY NOLIBWRAP")),
          Map.entry(
              "port", List.of("9001", "9002", "23", "0", "65536", "http", "4294976297", "113")),
          Map.entry("env", List.of("A=b", "A", "A=b C=d")),
          Map.entry("passenv", List.of("PATH", "NO_SUCH_VARIABLE", "")),
          Map.entry(
              "redirect",
              List.of("127.0.0.1 80", "127.0.0.1 http", "127.0.0.1:80", "127.0.0.1 0", "[::1] 80")),
          Map.entry(
              "bind",
              List.of("127.0.0.1", "::1", "0.0.0.0", "lo", "127.0.0.1:9", "1.2.3", "localhost")),
          Map.entry("interface", List.of("127.0.0.2", "::", "*")),
          Map.entry("disable", List.of("no", "yes", "no", "true", "NO")),
          Map.entry("v6only", List.of("yes", "no", "maybe")),
          Map.entry("deny_time", List.of("FOREVER", "5", "soon", "-5")),
          Map.entry("rpc_version", List.of("1", "4-2", "1-", "-1")),
          Map.entry("banner", List.of("/etc/motd", "a b")),
          Map.entry("libwrap", List.of("x")),
          Map.entry("enabled", List.of("a demo", "")),
          Map.entry("disabled", List.of("a", "other")),
          Map.entry("mdns", List.of("yes")));
  private static final List<String> NAMES = List.copyOf(new TreeSet<>(VALUES.keySet()));
  private static final List<String> SERVICES =
      List.of("demo", "telnet", "echo", "other", "servers", "time", "auth", "demo");
  private static final List<String> OPERATORS = List.of("=", "=", "=", "=", "+=", "-=");
  private static final List<String> ODD_LINES =
      List.of(
          "nice",
          "port=1",
          "x : 1",
          "}",
          "} # end",
          "};",
          "{",
          "service x",
          "// c",
          "# c",
          "",
          "y ");

  private RandomXinetd() {}

  static String file(Random random) {
    var text = new StringBuilder();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      switch (random.nextInt(12)) {
        case 0, 1 -> entry("defaults", false, random, text);
        case 2 -> text.append(pick(ODD_LINES, random)).append('\n');
        default -> entry("service " + pick(SERVICES, random), true, random, text);
      }
    }
    String file = text.toString();
    return random.nextInt(15) == 0 ? file.replace("\n", "\r\n") : file;
  }

  private static void entry(String head, boolean service, Random random, StringBuilder text) {
    var lines = new ArrayList<String>();
    if (service) {
      lines.addAll(
          List.of(
              "type = UNLISTED",
              "port = " + (9001 + random.nextInt(4)),
              "socket_type = stream",
              "protocol = tcp",
              "wait = no",
              "user = root",
              "server = /bin/cat"));
      lines.removeIf(l -> random.nextInt(12) == 0);
    }
    for (int n = random.nextInt(service ? 4 : 3); n > 0; n--) {
      String name = pick(NAMES, random);
      String value = pick(VALUES.get(name), random);
      String line = name + " " + pick(OPERATORS, random) + " " + value;
      int at = random.nextInt(lines.size() + 1);
      boolean replace = at < lines.size() && random.nextBoolean();
      if (replace) {
        lines.set(at, line);
      } else {
        lines.add(at, line);
      }
    }
    if (random.nextInt(8) == 0) {
      lines.add(random.nextInt(lines.size() + 1), pick(ODD_LINES, random));
    }
    String indent = random.nextInt(4) == 0 ? "" : "\t";
    text.append(head).append("\n{\n");
    lines.forEach(l -> text.append(indent).append(l).append('\n'));
    text.append(random.nextInt(12) == 0 ? indent + "}\n" : random.nextInt(15) == 0 ? "" : "}\n");
  }

  private static String pick(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
