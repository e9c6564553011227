package org.unitlint.host.convert;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.unitlint.host.xinetd.Redirect;
import org.unitlint.host.xinetd.Setting;
import org.unitlint.host.xinetd.SettingNumbers;

/** Writes the service unit. See systemd.service(5), systemd.exec(5). */
final class ServerPart {
  private static final String PROXY = "/usr/lib/systemd/systemd-socket-proxyd";
  private static final int PROXY_LIMIT_SINCE = 233;
  private static final String PROXY_UNLIMITED = "100000";

  /** Who owns what has no owner here, such as files of the users of other machines. */
  private static final String NOBODY = "nobody";

  private static final String OWN_USER =
      "systemd calls it unsafe, so each start has a user of its own, who owns no files and can gain"
          + " no rights";

  private static final Set<String> ROOT = Set.of("root", "0");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern PLAIN_SIZE = Pattern.compile("([1-9][0-9]*)([KkMm]?)");

  private static final Map<String, String> LIMITS =
      Map.of(
          "rlimit_as", "LimitAS",
          "rlimit_cpu", "LimitCPU",
          "rlimit_data", "LimitDATA",
          "rlimit_files", "LimitNOFILE",
          "rlimit_rss", "LimitRSS",
          "rlimit_stack", "LimitSTACK");

  private final Translation to;
  private final UnitDraft unit;

  private ServerPart(Translation to) {
    this.to = to;
    this.unit = to.server;
  }

  /** Writes all of it. */
  static void write(Translation to) {
    new ServerPart(to).write();
  }

  /** What the units are about. */
  static String described(Translation to) {
    return to.socket.name().replaceFirst("\\.socket$", "");
  }

  private void write() {
    unit.section("Unit");
    unit.set("Description", described(to) + kind());
    var redirect = to.service.redirect();
    if (redirect.isPresent()) {
      unit.set("Requires", to.socket.name());
      unit.set("After", to.socket.name());
    } else if (!to.accepts) {
      starts();
    }
    unit.section("Service");
    if (redirect.isPresent()) {
      proxy(redirect.get());
    } else {
      command();
    }
    account();
    if (redirect.isEmpty()) {
      streams();
    }
    process();
    environment();
    logs();
  }

  private String kind() {
    return to.accepts
        ? " per-connection server"
        : to.service.redirect().isPresent() ? " proxy" : " server";
  }

  /** A server may be started as often as the socket asks for it. */
  private void starts() {
    unit.comment("requests may start it again and again; that is no failure");
    if (to.knows("Unit", "StartLimitIntervalSec")) {
      unit.set("StartLimitIntervalSec", "0");
    } else {
      unit.set("StartLimitInterval", "0");
    }
  }

  private void proxy(Redirect redirect) {
    boolean v6 = redirect.host().indexOf(':') >= 0;
    String host = v6 ? "[" + redirect.host() + "]" : redirect.host();
    String target = Quoting.argument(host + ":" + redirect.port());
    String limit =
        to.setting("instances")
            .flatMap(SettingNumbers::integer)
            .map(String::valueOf)
            .orElse(PROXY_UNLIMITED);
    boolean limits = !to.isBefore(PROXY_LIMIT_SINCE);
    to.nearly(
        "redirect",
        unit,
        "ExecStart",
        PROXY + (limits ? " --connections-max=" + limit : "") + " " + target,
        "one proxy has all connections, where xinetd had a process for each");
    if (to.setting("instances").isPresent() && limits) {
      to.implied("instances");
    } else if (to.setting("instances").isPresent()) {
      to.lost("instances", "the limit of systemd-socket-proxyd came with systemd 233");
    }
  }

  /** A failure of one connection is nothing that systemd has to keep in mind. */
  private void command() {
    var run = to.service.run();
    var arguments = new ArrayList<>(run.arguments());
    if (!arguments.isEmpty() && arguments.get(0).isEmpty() && arguments.size() > 1) {
      // NAMEINARGS behind server_args: xinetd hands over no name at all, and the name as argument.
      arguments.remove(0);
      unit.comment("flags = NAMEINARGS stands too late in xinetd's file; this is what it means");
    }
    String name = arguments.isEmpty() ? "" : arguments.remove(0);
    String base = run.server().substring(run.server().lastIndexOf('/') + 1);
    boolean plain = name.equals(base) && run.server().indexOf('$') < 0;
    var line = new StringBuilder(to.accepts ? "-" : "");
    line.append(plain ? "" : "@").append(Quoting.path(run.server()));
    if (!plain) {
      line.append(' ').append(Quoting.argument(name));
    }
    arguments.forEach(a -> line.append(' ').append(Quoting.argument(a)));
    to.exact("server", unit, "ExecStart", line.toString());
    if (to.setting("server_args").isPresent()) {
      to.implied("server_args");
    }
  }

  private void account() {
    var run = to.service.run();
    String user = number(run.user());
    boolean numeric = !user.isEmpty() && user.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean root = ROOT.contains(user) || user.isEmpty();
    if (root) {
      to.setting("user").ifPresent(s -> to.implied("user"));
    } else if (user.equals(NOBODY) && to.knows("Service", "DynamicUser")) {
      to.nearly("user", unit, "DynamicUser", "yes", OWN_USER);
    } else {
      to.exact("user", unit, "User", user);
    }
    if (root && ROOT.contains(run.group())) {
      to.implied("group");
    } else if (!run.group().isEmpty()) {
      to.exact("group", unit, "Group", number(run.group()));
    } else if (numeric && !root) {
      to.exact("user", unit, "Group", user);
    }
    boolean asked = to.setting("groups").isPresent();
    if (asked && run.supplementary()) {
      to.implied("groups");
    } else if (asked && !root) {
      to.nearly("groups", unit, "systemd gives the process all groups of its user");
    }
  }

  /** What systemd's number is where xinetd cuts a larger one. */
  private static String number(String name) {
    boolean digits = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? SettingNumbers.unsigned(name).map(String::valueOf).orElse(name) : name;
  }

  private void streams() {
    unit.comment("as with xinetd; StandardError=journal would keep messages from the client");
    unit.set("StandardInput", "socket");
    unit.set("StandardOutput", "socket");
    unit.set("StandardError", "socket");
  }

  private void process() {
    to.setting("nice").flatMap(SettingNumbers::integer).ifPresent(this::nice);
    var umask = to.setting("umask").flatMap(SettingNumbers::octal);
    umask.ifPresent(m -> to.exact("umask", unit, "UMask", String.format("%04o", m)));
    LIMITS.keySet().stream()
        .sorted()
        .forEach(l -> to.setting(l).ifPresent(s -> limit(s, LIMITS.get(l))));
  }

  private void nice(int number) {
    int nice = Math.max(-20, Math.min(19, number));
    to.exact("nice", unit, "Nice", String.valueOf(nice));
  }

  private void limit(Setting setting, String directive) {
    var plain = PLAIN_SIZE.matcher(setting.text());
    var size = SettingNumbers.size(setting);
    String value =
        SettingNumbers.isUnlimited(setting) || size.filter(s -> s.bitLength() > 63).isPresent()
            ? "infinity"
            : plain.matches()
                ? plain.group(1) + plain.group(2).toUpperCase(Locale.ROOT)
                : size.map(BigInteger::toString).orElse("0");
    if (value.equals("0")) {
      to.implied(setting.id());
    } else {
      to.exact(setting.id(), unit, directive, value);
    }
  }

  private void environment() {
    for (String word : to.setting("env").map(Setting::words).orElse(List.of())) {
      int equals = word.indexOf('=');
      boolean named = VARIABLE.matcher(word.substring(0, equals)).matches();
      if (named && word.chars().allMatch(c -> Quoting.isShown(c) || c > 0x7F && isText(c))) {
        to.exact("env", unit, "Environment", Quoting.word(word));
      } else {
        to.lost("env", "env = " + word, "systemd takes no such variable");
      }
    }
    var passed = to.setting("passenv");
    if (passed.filter(p -> p.words().isEmpty()).isPresent()) {
      to.implied("passenv");
      return;
    }
    passed.ifPresent(this::pass);
  }

  private static boolean isText(int c) {
    return c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE;
  }

  private void pass(Setting passed) {
    var names = passed.words().stream().filter(w -> VARIABLE.matcher(w).matches()).toList();
    if (names.isEmpty()) {
      return;
    }
    String words = "they come from systemd, which need not have what xinetd had";
    String list = String.join(" ", names);
    if (to.knows("Service", "PassEnvironment")) {
      to.nearly("passenv", unit, "PassEnvironment", list, words);
    } else {
      to.lost("passenv", "`PassEnvironment=` came with systemd 228");
    }
  }

  /** The journal has every connection, and none that was turned away by its address. */
  private void logs() {
    if (to.service.log().isEmpty()) {
      return;
    }
    var success = to.setting("log_on_success").map(Setting::words).orElse(List.of());
    var failure = to.setting("log_on_failure").map(Setting::words).orElse(List.of());
    if (success.contains("TRAFFIC")) {
      to.exact("log_on_success", unit, "IPAccounting", "yes");
    }
    var given = new ArrayList<>(List.of("log_type"));
    if (!success.isEmpty()) {
      given.add("log_on_success");
    }
    String units = described(to) + (to.accepts ? "@*" : "");
    String ident = success.contains("USERID") ? "; nobody asks ident servers" : "";
    to.nearly(given, unit, List.of(), "see journalctl -u '" + units + "'" + ident);
    if (!failure.isEmpty()) {
      to.lost("log_on_failure", "nothing is logged of clients turned away by address");
    }
  }
}
