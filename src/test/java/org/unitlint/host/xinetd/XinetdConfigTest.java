package org.unitlint.host.xinetd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unitlint.host.Accounts;
import org.unitlint.host.Machine;
import org.unitlint.host.Programs;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.value.IpAddress;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.Utf8;

/** What xinetd makes of its files. */
class XinetdConfigTest {
  private static final String BASE =
      "type = UNLISTED\nsocket_type = stream\nprotocol = tcp\nwait = no\nuser = root\n"
          + "server = /bin/cat\n";

  private static MemoryTree machine() {
    return new MemoryTree()
        .program("/bin/cat")
        .folder("/bin/folder")
        .folder("/var/log")
        .file("/etc/services", "telnet 23/tcp\nhttp 80/tcp www\ntftp 69/udp\nauth 113/tcp\n")
        .file("/etc/hosts", "127.0.0.1 localhost\n10.9.8.7 both\n2001:db8::7 both\n")
        .file("/etc/passwd", "root:x:0:0::/:/bin/sh\nnobody:x:9:9::/:/bin/sh\n")
        .file("/etc/group", "root:x:0:\n");
  }

  private static XinetdConfig read(MemoryTree tree) {
    var setup = XinetdSetup.machine(XinetdConfig.readsInetd(tree));
    return XinetdConfig.read(tree, Programs.of(tree), Accounts.of(tree), setup);
  }

  private static XinetdConfig read(String text) {
    return read(machine().file("/etc/xinetd.conf", text));
  }

  private static String service(String name, String lines) {
    return "service " + name + "\n{\n" + lines + "}\n";
  }

  private static XinetdService only(String lines) {
    return read(service("demo", BASE + "port = 9\n" + lines)).services().get(0);
  }

  private static List<TroubleKind> kinds(XinetdService service) {
    return service.troubles().stream().map(Trouble::kind).toList();
  }

  private static String outcomes(XinetdConfig config) {
    return config.services().stream()
        .map(s -> s.id() + " " + s.outcome().state())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "instances = 4294967297 | OVERFLOW instances 4294967297 1",
        "instances = 3000000000 | OVERFLOW instances 3000000000 -1294967296; OUT_OF_RANGE instances"
            + " 3000000000",
        "instances = 0 | SERVES_NOBODY instances",
        "instances = 0x5 | BAD_NUMBER instances 0x5",
        "user = nobody | ALREADY_SET user",
        "group = 99999999999 | OVERFLOW group 99999999999 1215752191",
        "group = staff | UNKNOWN_GROUP staff",
        "cps = 0 10 | NO_RATE",
        "cps = -5 10 | OVERFLOW cps -5 4294967291",
        "cps = 5 | WRONG_COUNT cps 2 1",
        "nice = 30 | NICE_OUT_OF_RANGE 30",
        "umask = 999 | BAD_NUMBER umask 999",
        "umask = 1777 | OUT_OF_RANGE umask 1777",
        "rlimit_as = 8G | BAD_NUMBER rlimit_as 8G",
        "rlimit_files = -5 | OVERFLOW rlimit_files -5 18446744073709551611",
        "rlimit_data = k | BAD_NUMBER rlimit_data k",
        "max_load = -1.5x | SERVES_NOBODY max_load",
        "max_load = 0 | OUT_OF_RANGE max_load 0",
        "access_times = 22:00-6:00 | BAD_INTERVAL 22:00-6:00",
        "access_times = 1:00-24:00 | BAD_INTERVAL 1:00-24:00",
        "access_times = 001:0-1:1 | ''",
        "log_type = FILE /nonexistent/x | NO_LOG /nonexistent/x",
        "log_type = FILE /var/log/x 5M 1M | LIMITS_REVERSED 5M 1M",
        "log_type = SYSLOG cron | UNKNOWN_WORD log_type cron facility",
        "log_on_failure = PID | UNKNOWN_WORD log_on_failure PID log_on_failure",
        "log_on_failure += HOST | NO_LOG_TYPE log_on_failure",
        "log_on_success = TRAFFIC | TRAFFIC_NOT_REDIRECTED; NO_LOG_TYPE log_on_success",
        "only_from = 10.0.0.1,10.0.0.2 | COMMA only_from 10.0.0.1,10.0.0.2",
        "only_from = 10.0.0.0/255.0.0.0 | MASK_MEANS_ONE_HOST only_from 10.0.0.0/255.0.0.0",
        "only_from = 10.0.0.0/33 | PREFIX_TOO_LONG only_from 10.0.0.0/33",
        "only_from = ::1/128 | PREFIX_MATCHES_NOBODY only_from ::1/128",
        "only_from = 10.1.2 | SHORT_ADDRESS only_from 10.1.2 10.1.0.2",
        "only_from = 10.1.2.3/8 | HOST_BITS only_from 10.1.2.3/8",
        "only_from = 172.16.0.0 | ZEROS_MEAN_NETWORK only_from 172.16.0.0 172.16.0.0/16",
        "only_from = 0.0.0.0 | ONLY_V4_CLIENTS only_from",
        "only_from = 0.0.0.0 ::/0 | ''",
        "only_from = | NOBODY_ALLOWED only_from",
        "only_from = ALL | UNPARSABLE_ADDRESS only_from ALL; NOBODY_ALLOWED only_from",
        "only_from = 10.{1,} | BAD_FACTORS only_from 10.{1,}",
        "only_from = .1.2 | BAD_FACTORS only_from .1.2",
        "bind = lo | INTERFACE_NAME bind lo",
        "bind = 127.0.0.1:9 | BAD_ADDRESS bind 127.0.0.1:9",
        "flags = REUSE,NODELAY | UNKNOWN_WORD flags REUSE,NODELAY flag",
        "flags = NAMEINARGS | NO_NAME_IN_ARGUMENTS",
        "flags = IPv4 IPv6 | BOTH_FAMILIES",
        "flags = IDONLY | IDONLY_WITHOUT_USERID",
        "flags = INTERCEPT | INTERCEPT_NOWAIT",
        "v6only = no | V6ONLY_ANYWAY",
        "deny_time = 5 | DENY_TIME_WITHOUT_SENSOR",
        "env = A | NO_EQUALS env A",
        "env -= A | ENV_MINUS",
        "passenv = PATH MINE | UNDEFINED_VARIABLE MINE",
        "server_args = cat -a | NAME_IN_ARGUMENTS cat",
        "server_args = 'a | QUOTES_IN_ARGUMENTS 'a",
        "server_args = # c | COMMENT_IN_VALUES server_args",
        "server_args += a | WRONG_OPERATOR server_args +=",
        "redirect = 10.0.0.1:80 | WRONG_COUNT redirect 2 1",
        "redirect = 10.0.0.1 www | SERVER_UNUSED",
        "redirect = localhost 9 | SERVER_UNUSED; REDIRECT_TO_ITSELF",
        "mdns = yes | UNKNOWN_ATTRIBUTE mdns",
        "disabled = a | UNKNOWN_ATTRIBUTE disabled"
      })
  void aLineHasItsTroubles(String line, String expected) {
    var service = only(line + "\n");
    assertEquals(
        expected,
        service.troubles().stream()
            .map(t -> (t.kind() + " " + String.join(" ", t.words())).strip())
            .collect(Collectors.joining("; ")));
    boolean lost =
        service.troubles().stream()
            .map(Trouble::kind)
            .anyMatch(k -> k.isReported() && k.cost() == TroubleKind.Cost.SERVICE);
    assertEquals(!lost, service.outcome().isServed());
  }

  @Test
  void aBadValueIsForgottenWithDisableNo() {
    var service = only("nice = high\ndisable = no\n");
    assertEquals(List.of(TroubleKind.BAD_NUMBER, TroubleKind.REVIVED), kinds(service));
    assertTrue(service.outcome().isServed());
    assertTrue(service.setting("nice").isEmpty());
    assertFalse(only("disable = no\nnice = high\n").outcome().isServed());
  }

  @Test
  void listsAreTakenFromDefaultsThatStandBefore() {
    String defaults = "defaults\n{\nonly_from = 10.0.0.0/8\ninstances = 3\n}\n";
    String service = service("demo", BASE + "port = 9\n");
    var before = read(defaults + service).services().get(0);
    assertEquals(Origin.DEFAULTS, before.setting("only_from").orElseThrow().origin());
    assertEquals(List.of(), kinds(before));
    var late = read(service + defaults).services().get(0);
    assertTrue(late.access().isOpen());
    assertEquals(List.of(TroubleKind.DEFAULTS_TOO_LATE), kinds(late));
    assertEquals("3", late.setting("instances").orElseThrow().text());
  }

  @Test
  void aServiceChangesTheListsOfTheDefaults() {
    String defaults = "defaults\n{\nonly_from = 10.0.0.0/8 192.168.0.0/16\n}\n";
    var less =
        read(defaults + service("a", BASE + "port = 9\nonly_from -= 10.0.0.0/8\n"))
            .services()
            .get(0);
    assertEquals("192.168.0.0/16", less.setting("only_from").orElseThrow().text());
    assertEquals(Origin.BOTH, less.setting("only_from").orElseThrow().origin());
    var own = read(defaults + service("a", BASE + "port = 9\nonly_from = ::1\n")).services().get(0);
    assertEquals("::1", own.setting("only_from").orElseThrow().text());
    assertEquals(Origin.SERVICE, own.setting("only_from").orElseThrow().origin());
  }

  @Test
  void noAccessWinsOverOnlyFrom() {
    var access = only("only_from = 10.0.0.0/8 .example.com\nno_access = 10.1.0.0\n").access();
    assertEquals("Optional[true]", admits(access, "10.2.3.4"));
    assertEquals("Optional[false]", admits(access, "10.1.3.4"));
    assertEquals("Optional.empty", admits(access, "192.0.2.1"));
    assertFalse(access.isOpen());
  }

  private static String admits(Access access, String client) {
    return access.admits(IpAddress.parse(client).orElseThrow()).toString();
  }

  @Test
  void aFlagMayOpenWhatBindCloses() {
    var service = only("bind = 127.0.0.1\nflags = IPv6\n");
    assertEquals(List.of(TroubleKind.FAMILY_CLASH), kinds(service));
    var listener = service.listeners().get(0);
    assertTrue(listener.v6() && listener.isWildcard());
    listener = only("bind = 127.0.0.1\n").listeners().get(0);
    assertFalse(listener.v6() || listener.isWildcard());
  }

  @Test
  void theFlagChoosesAmongTheAddressesOfAName() {
    var both = only("bind = both\n").listeners().get(0);
    assertEquals("2001:db8::7", both.address().orElseThrow().toString());
    var v4 = only("bind = both\nflags = IPv4\n").listeners().get(0);
    assertEquals("10.9.8.7", v4.address().orElseThrow().toString());
  }

  @Test
  void portsComeFromServices() {
    String lines = "socket_type = stream\nwait = no\nuser = root\nserver = /bin/cat\n";
    var config =
        read(
            service("telnet", lines)
                + service("www", lines)
                + service("nosuch", lines)
                + service("http", lines + "id = other\nport = 81\n"));
    assertEquals("telnet SERVED, www SERVED, nosuch DROPPED, other DROPPED", outcomes(config));
    assertEquals(80, config.services().get(1).listeners().get(0).port().orElseThrow());
    assertEquals(List.of(TroubleKind.OTHER_PORT), kinds(config.services().get(3)));
  }

  @Test
  void anUnlistedServiceMayHaveAListedName() {
    var config =
        read(service("telnet", BASE + "port = 23\n") + service("http", BASE + "port = 8080\n"));
    assertEquals(List.of(TroubleKind.LISTED_ANYWAY), kinds(config.services().get(0)));
    assertEquals(List.of(TroubleKind.PORT_CONTRADICTS_NAME), kinds(config.services().get(1)));
  }

  @Test
  void whatIsDisabledSaysByWhat() {
    String defaults = "defaults\n{\nenabled = a b C\ndisabled = B x\n}\n";
    var config =
        read(
            defaults
                + service("a", BASE + "port = 1\n")
                + service("b", BASE + "port = 2\n")
                + service("c", "disable = yes\nport = 3\n")
                + service("d", BASE + "port = 4\n"));
    assertEquals("a SERVED, b DISABLED_BY_DEFAULTS, c DISABLED, d NOT_ENABLED", outcomes(config));
    var said = config.troubles().stream().map(t -> t.kind() + " " + t.word(0)).toList();
    assertEquals(List.of("ENABLED_BUT_DISABLED C", "DISABLED_NAMES_NOTHING x"), said);
  }

  @Test
  void aBadDefaultEndsXinetd() {
    var config = read("defaults\n{\nmax_load = 0\n}\n" + service("a", BASE + "port = 1\n"));
    assertEquals("a NOT_RUN", outcomes(config));
    assertEquals(TroubleKind.DEFAULTS_END_XINETD, config.exit().orElseThrow().kind());
  }

  @Test
  void malformedTextSwallowsServices() {
    var config =
        read(
            service("a", BASE + "port= 1\n")
                + "servce x\n"
                + service("b", BASE)
                + service("c", BASE + "port = 1\n"));
    assertEquals("a DROPPED, b SWALLOWED, c SERVED", outcomes(config));
  }

  @Test
  void filesAreIncludedInOrder() {
    var tree =
        machine()
            .file("/etc/xinetd.conf", "include /etc/more\nincludedir /etc/xinetd.d\n")
            .file("/etc/more", service("m", BASE + "port = 1\n") + "include /etc/more\n")
            .file("/etc/xinetd.d/b", service("b", BASE + "port = 2\n"))
            .file("/etc/xinetd.d/A", service("a", BASE + "port = 3\n"))
            .file("/etc/xinetd.d/c.conf", service("c", BASE + "port = 4\n"))
            .file("/etc/xinetd.d/d~", service("d", BASE + "port = 5\n"))
            .file("/etc/xinetd.d/e_old", service("e", BASE + "port = 6\n"))
            .folder("/etc/xinetd.d/sub")
            .link("/etc/xinetd.d/f", "../more")
            .node("/etc/xinetd.d/g", new Node(Node.Kind.SPECIAL, 0, false, ""));
    var config = read(tree);
    assertEquals("m SERVED, a SERVED, b SERVED, e SERVED, m DROPPED", outcomes(config));
    var said = config.troubles().stream().map(t -> t.kind() + " " + t.word(0)).toList();
    assertEquals(
        List.of(
            "INCLUDE_LOOP /etc/more",
            "FILE_SKIPPED /etc/xinetd.d/c.conf",
            "FILE_SKIPPED /etc/xinetd.d/d~",
            "BACKUP_READ /etc/xinetd.d/e_old",
            "INCLUDE_LOOP /etc/more",
            "NO_REGULAR_FILE /etc/xinetd.d/g",
            "NO_REGULAR_FILE /etc/xinetd.d/sub"),
        said);
  }

  @Test
  void twinsCollideUnlessTheyAreOfDatagrams() {
    String udp = BASE.replace("stream", "dgram").replace("tcp", "udp").replace("no\n", "yes\n");
    var config =
        read(
            service("a", BASE + "port = 9\n")
                + service("b", BASE + "port = 9\nflags = IPv4\n")
                + service("c", udp + "port = 9\n")
                + service("d", udp + "port = 9\n")
                + service("e", BASE + "port = 9\nbind = 10.0.0.1\n"));
    assertEquals("a SERVED, b DROPPED, c SERVED, d SERVED, e DROPPED", outcomes(config));
    assertEquals(List.of(TroubleKind.PORT_TAKEN), kinds(config.services().get(1)));
    assertEquals(List.of(TroubleKind.UDP_TWINS), kinds(config.services().get(3)));
  }

  @Test
  void argumentsBeginWithTheName() {
    assertEquals(List.of("cat", "-a"), only("server_args = -a\n").run().arguments());
    assertEquals(
        List.of("x", "-a"), only("flags = NAMEINARGS\nserver_args = x -a\n").run().arguments());
    var late = only("server_args = x -a\nflags = NAMEINARGS\n");
    assertEquals(List.of("", "x", "-a"), late.run().arguments());
    assertEquals(List.of(TroubleKind.NAMEINARGS_TOO_LATE), kinds(late));
  }

  @Test
  void linesOfInetdAreServicesToo() {
    var tree =
        machine()
            .file("/etc/xinetd.conf", "defaults\n{\ninstances = 5\n}\n")
            .file("/etc/default/xinetd", "INETD_COMPAT=Yes\n")
            .file(
                "/etc/inetd.conf",
                "# c\ntelnet stream tcp nowait root /bin/cat cat -a\n"
                    + "tftp dgram udp wait nobody.root /nonexistent tftpd\n"
                    + "http stream tcp nowait.400 nosuch /bin/cat\n"
                    + "x stream tcp\n");
    var config = read(tree);
    assertEquals("telnet SERVED, tftp SERVED", outcomes(config));
    var telnet = config.services().get(0);
    assertEquals(List.of("cat", "-a"), telnet.run().arguments());
    assertEquals(23, telnet.listeners().get(0).port().orElseThrow());
    assertEquals("root", config.services().get(1).run().group());
    assertEquals(
        List.of(TroubleKind.INETD_WORD, TroubleKind.INETD_FIELDS),
        config.troubles().stream().map(Trouble::kind).toList());
  }

  @Test
  void nothingIsClaimedOfAMachineThatIsNotKnown() {
    var tree =
        new MemoryTree()
            .file(
                "/x/telnet",
                service(
                    "telnet",
                    "log_on_failure += USERID\n"
                        + "socket_type = stream\n"
                        + "wait = no\n"
                        + "user = nosuch\n"
                        + "server = /usr/sbin/in.telnetd\n"));
    var setup = XinetdSetup.alone("/x/telnet");
    var programs = new Machine(tree, Setup.folders(Scope.SYSTEM, 252, List.of("/x"))).programs();
    var config = XinetdConfig.read(tree, programs, Accounts.of(tree), setup);
    assertEquals("telnet SERVED", outcomes(config));
    assertEquals(23, config.services().get(0).listeners().get(0).port().orElseThrow());
  }

  @Test
  void aMissingMainFileIsATrouble() {
    assertEquals(TroubleKind.NO_MAIN_FILE, read(machine()).exit().orElseThrow().kind());
  }

  static Stream<String> examples() {
    var random = new Random(5);
    return IntStream.range(0, 20).mapToObj(i -> RandomXinetd.file(random));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void noTextMakesItFail(String text) {
    var random = new Random(text.hashCode());
    byte[] bytes = Utf8.encode(text);
    for (int i = 0; i < 200; i++) {
      byte[] mutant = bytes.clone();
      for (int n = random.nextInt(6); n > 0; n--) {
        mutant[random.nextInt(mutant.length)] =
            (byte)
                (random.nextInt(7) == 0
                    ? random.nextInt(256)
                    : bytes[random.nextInt(bytes.length)]);
      }
      var tree =
          machine().file("/etc/xinetd.conf", mutant, false).file("/etc/inetd.conf", mutant, false);
      var config =
          XinetdConfig.read(tree, Programs.of(tree), Accounts.of(tree), XinetdSetup.machine(true));
      config.allTroubles().forEach(t -> t.place().endColumn());
      config.services().forEach(s -> s.place().endColumn());
    }
  }

  @Test
  void aThousandServicesTakeNoTime() {
    var one = new StringBuilder();
    var tree = machine().file("/etc/xinetd.conf", "includedir /etc/xinetd.d\n");
    for (int i = 0; i < 1000; i++) {
      String text = service("s" + i, BASE + "port = " + (1000 + i) + "\nonly_from = 10.0.0.0/8\n");
      one.append(text);
      tree.file("/etc/xinetd.d/s" + i, text);
    }
    var all = new ArrayList<Long>();
    assertTimeout(Duration.ofSeconds(5), () -> all.add(read(one.toString()).served().count()));
    assertTimeout(Duration.ofSeconds(5), () -> all.add(read(tree).served().count()));
    assertEquals(List.of(1000L, 1000L), all);
  }
}
