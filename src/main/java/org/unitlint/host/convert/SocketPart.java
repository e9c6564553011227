package org.unitlint.host.convert;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.unitlint.host.value.IpAddress;
import org.unitlint.host.xinetd.Listener;
import org.unitlint.host.xinetd.Setting;
import org.unitlint.host.xinetd.SettingNumbers;

/** Writes the socket unit. See systemd.socket(5). */
final class SocketPart {
  /** What xinetd without a limit comes to; systemd has no word for it, and takes 64. */
  private static final String UNLIMITED = "100000";

  /** How many connections or starts in two seconds stop a socket for good. */
  private static final int TRIGGERS_ACCEPTING = 200;

  private static final int TRIGGERS = 20;
  private static final String UNWRAPPED =
      "systemd asks no tcp wrappers; a firewall, or tcpd before the server, does the same";

  private static final Set<String> USUAL = Set.of("tcp", "udp");
  private static final int LOOPBACK = 127;

  private final Translation to;
  private final UnitDraft unit;
  private final Listener listener;

  private SocketPart(Translation to) {
    this.to = to;
    this.unit = to.socket;
    this.listener = to.service.listeners().get(0);
  }

  /** Writes all of it but the end. */
  static void write(Translation to) {
    new SocketPart(to).write();
  }

  private void write() {
    unit.section("Unit");
    unit.set("Description", ServerPart.described(to) + " socket");
    unit.section("Socket");
    listen();
    to.exact("wait", unit, "Accept", to.accepts ? "yes" : "no");
    limits();
    rate();
    flags();
    Clients.write(to);
    lost();
    unit.section("Install");
    unit.set("WantedBy", "sockets.target");
  }

  private void listen() {
    boolean stream = listener.socketType().equals("stream");
    to.exact("port", unit, stream ? "ListenStream" : "ListenDatagram", address());
    String protocol = listener.protocol().toLowerCase(Locale.ROOT);
    if (!USUAL.contains(protocol)) {
      to.exact("protocol", unit, "SocketProtocol", protocol);
    }
    if (listener.v6() && listener.isWildcard()) {
      boolean asked = to.service.traits().flags().contains("IPv6");
      String attribute = listener.v6only() ? "v6only" : asked ? "flags" : "bind";
      to.exact(attribute, unit, "BindIPv6Only", listener.v6only() ? "ipv6-only" : "both");
    }
    if (listener.address().filter(a -> !isAlwaysThere(a)).isPresent()) {
      to.exact("bind", unit, "FreeBind", "yes");
    }
    for (String attribute : List.of("socket_type", "id", "disable")) {
      to.setting(attribute).ifPresent(s -> to.implied(attribute));
    }
  }

  private String address() {
    int port = listener.port().orElseThrow();
    if (listener.address().isEmpty()) {
      return listener.v6() ? String.valueOf(port) : "0.0.0.0:" + port;
    }
    var address = listener.address().get();
    if (!address.v6()) {
      return address + ":" + port;
    }
    String written = to.setting("bind").map(Setting::text).orElse("");
    int scope = written.indexOf('%');
    String device = scope < 0 ? "" : Quoting.path(written.substring(scope));
    return "[" + address + "]:" + port + device;
  }

  /** Whether one can bind to it before any network is up. */
  private static boolean isAlwaysThere(IpAddress address) {
    int shift = address.length() - 8;
    return address.bits().signum() == 0
        || !address.v6() && address.bits().shiftRight(shift).intValue() == LOOPBACK
        || address.v6() && address.bits().intValue() == 1 && address.bits().bitLength() == 1;
  }

  private void limits() {
    var instances = to.setting("instances").flatMap(SettingNumbers::integer);
    var perSource = to.setting("per_source").flatMap(SettingNumbers::integer);
    if (!to.accepts) {
      alone(instances.isPresent(), perSource.isPresent());
      return;
    }
    if (instances.isPresent()) {
      to.exact("instances", unit, "MaxConnections", instances.get().toString());
    } else {
      unit.comment("xinetd sets no limit here; without this line systemd would take 64");
      to.exact("instances", unit, "MaxConnections", UNLIMITED);
    }
    if (perSource.isPresent() && to.knows("Socket", "MaxConnectionsPerSource")) {
      to.exact("per_source", unit, "MaxConnectionsPerSource", perSource.get().toString());
    } else if (perSource.isPresent()) {
      to.lost("per_source", "`MaxConnectionsPerSource=` came with systemd 232");
    } else {
      to.setting("per_source").ifPresent(s -> to.implied("per_source"));
    }
  }

  /** Limits of a service of which there is one process. */
  private void alone(boolean instances, boolean perSource) {
    boolean redirected = to.service.redirect().isPresent();
    if (instances && !redirected) {
      to.implied("instances");
    }
    if (perSource && redirected) {
      to.lost("per_source", "systemd-socket-proxyd has no limit for one client");
    } else if (perSource) {
      to.implied("per_source");
    }
  }

  private void rate() {
    var words = to.setting("cps").map(Setting::words).filter(w -> w.size() == 2);
    if (words.isEmpty()) {
      usualRate();
      return;
    }
    long rate = SettingNumbers.unsigned(words.get().get(0)).orElse(0L);
    if (rate == 0) {
      unlimited();
      return;
    }
    int usual = to.accepts ? TRIGGERS_ACCEPTING : TRIGGERS;
    boolean pauses = to.knows("Socket", "PollLimitBurst");
    if (pauses) {
      to.nearly(
          "cps",
          unit,
          "PollLimitBurst",
          String.valueOf(rate),
          "systemd pauses till the second is over, not for " + words.get().get(1) + " seconds");
      unit.set("PollLimitIntervalSec", "1s");
    }
    if (2 * rate > usual && to.knows("Socket", "TriggerLimitBurst")) {
      unit.comment("without this, more than " + usual + " in two seconds stop the socket for good");
      unit.set("TriggerLimitBurst", String.valueOf(2 * rate));
    }
    if (!pauses) {
      to.lost("cps", "a pause needs `PollLimitBurst=`, which came with systemd 255");
    }
  }

  /** What holds without {@code cps}: before PollLimitBurst= a socket fails where xinetd pauses. */
  private void usualRate() {
    boolean fails = !to.knows("Socket", "PollLimitBurst");
    if (!to.accepts && fails && to.knows("Socket", "TriggerLimitBurst")) {
      unit.comment(
          "xinetd pauses at 50 starts in a second; without this, more than 20 in two seconds stop"
              + " the socket for good");
      unit.set("TriggerLimitBurst", "100");
    }
  }

  private void unlimited() {
    if (to.knows("Socket", "TriggerLimitBurst")) {
      to.exact("cps", unit, "TriggerLimitBurst", "0");
    }
    if (to.knows("Socket", "PollLimitBurst")) {
      to.exact("cps", unit, "PollLimitBurst", "0");
    }
  }

  private void flags() {
    var flags = to.service.traits().flags();
    boolean tcp = listener.protocol().equalsIgnoreCase("tcp");
    if (flags.contains("NODELAY") && tcp) {
      to.exact("flags", unit, "NoDelay", "yes");
    }
    if (flags.contains("KEEPALIVE") && tcp) {
      to.exact("flags", unit, "KeepAlive", "yes");
    }
    if (flags.contains("LABELED")) {
      to.exact("flags", unit, "SELinuxContextFromNet", "yes");
    }
    if (to.setting("flags").isPresent()) {
      to.implied("flags");
    }
    if (flags.contains("INTERCEPT")) {
      to.lost("flags", "INTERCEPT", "systemd does not look at single datagrams");
    }
    if (flags.contains("IDONLY")) {
      to.lost("flags", "IDONLY", "systemd asks no ident server");
    }
  }

  private void lost() {
    lost("access_times", "timers could start and stop the socket");
    lost("max_load", "systemd does not look at the load");
    for (String banner : List.of("banner", "banner_success", "banner_fail")) {
      lost(banner, "a script around the server could print it");
    }
    lost("deny_time", "systemd shuts nobody out for a time");
    boolean wrapped = to.isWrapped() && to.setting("libwrap").isEmpty();
    if (wrapped) {
      to.lost("libwrap", "hosts.allow, hosts.deny", UNWRAPPED);
    }
    lost("libwrap", UNWRAPPED);
  }

  private void lost(String attribute, String words) {
    if (to.setting(attribute).isPresent()) {
      to.lost(attribute, words);
    }
  }
}
