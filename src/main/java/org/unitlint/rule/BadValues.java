package org.unitlint.rule;

import java.util.List;

/** The rules about values: one for each family of kinds. */
final class BadValues {
  /** By code. */
  static final List<BadValue> ALL =
      List.of(
          new BadValue(
                  "U307",
                  "relative-path",
                  "path for which systemd refuses the unit",
                  "path",
                  "path-with-prefix")
              .where(true),
          new BadValue(
              "U401", "bad-boolean", "value that is neither true nor false", "boolean", "tristate"),
          new BadValue(
              "U402",
              "bad-number",
              "value that is no number, or one out of range",
              "cpu-weight",
              "integer",
              "integer-or-percent-or-infinity",
              "io-weight",
              "unsigned",
              "unsigned-or-infinity"),
          new BadValue(
              "U403",
              "bad-time-span",
              "value that is no time span",
              "timespan",
              "timespan-ns",
              "timespan-or-empty",
              "timespan-or-infinity",
              "timespan-or-infinity-or-empty"),
          new BadValue("U406", "bad-calendar-event", "value that is no calendar event", "calendar"),
          new BadValue(
              "U407",
              "bad-size",
              "value that is no size",
              "size",
              "size-or-percent-or-infinity",
              "size-or-percent-or-off"),
          new BadValue(
              "U408",
              "bad-percentage",
              "value that is no percentage",
              "percent",
              "percent-unbounded"),
          new BadValue("U409", "bad-file-mode", "value that is no file mode", "mode"),
          new BadValue(
              "U410", "bad-resource-limit", "value that is no resource limit", "resource-limit"),
          new BadValue(
              "U411",
              "bad-device-limit",
              "value that is no device and its limit",
              "device-timespan",
              "device-weight-list",
              "io-limit"),
          new BadValue(
              "U412",
              "bad-cpu-list",
              "value that is no list of processors or memory nodes",
              "cpu-list"),
          new BadValue(
              "U413",
              "bad-word",
              "word that a directive does not take",
              "enum",
              "enum-or-integer",
              "boolean-or-enum"),
          new BadValue(
              "U414",
              "bad-word-list",
              "unknown word in a list",
              "enum-list",
              "boolean-or-enum-list",
              "enum-list-or-hex"),
          new BadValue("U415", "bad-signal", "unknown signal", "signal"),
          new BadValue("U416", "bad-exit-status", "unknown exit status", "exit-status-list"),
          new BadValue("U417", "bad-errno", "unknown error of system calls", "errno-or-kill"),
          new BadValue("U418", "bad-system-call", "unknown system call", "syscall-filter"),
          new BadValue("U419", "bad-capability", "unknown capability", "capability-set").silent(),
          new BadValue(
              "U420", "bad-address-family", "unknown address family", "address-family-list"),
          new BadValue(
              "U421", "bad-namespace", "unknown kind of namespace", "boolean-or-namespace-set"),
          new BadValue(
              "U422", "bad-file-system", "unknown group of file systems", "filesystem-list"),
          new BadValue(
              "U423", "bad-image-policy", "policy for disk images that is none", "image-policy"),
          new BadValue(
                  "U426",
                  "bad-path",
                  "path that systemd ignores",
                  "path",
                  "path-glob",
                  "path-list-single",
                  "path-or-relative",
                  "path-with-prefix")
              .where(false),
          new BadValue(
              "U427",
              "bad-path-list",
              "list of paths with one that systemd ignores",
              "path-list",
              "path-list-colon",
              "path-list-with-prefix",
              "path-options-list"),
          new BadValue(
              "U428",
              "bad-mount-list",
              "list of binds, images or their options with a mistake",
              "bind-list-with-prefix",
              "image-list-with-prefix",
              "mount-option-list"),
          new BadValue(
              "U429",
              "bad-own-folder",
              "folder that systemd cannot make for a service",
              "relative-path-list"),
          new BadValue(
              "U430",
              "bad-environment",
              "variable of the environment that systemd does not set",
              "environment-assignments",
              "environment-names",
              "environment-names-or-assignments"),
          new BadValue(
              "U431", "bad-condition", "condition that systemd cannot make sense of", "condition"),
          new BadValue(
              "U432",
              "bad-user-name",
              "what cannot be the name of a user or group",
              "user-name",
              "group-name",
              "group-list"),
          new BadValue(
              "U433",
              "bad-credential",
              "credential that systemd ignores",
              "credential-assignment",
              "credential-path",
              "credential-glob"),
          new BadValue(
              "U434",
              "bad-documentation",
              "documentation that is no URI",
              "documentation-uri-list"),
          new BadValue("U435", "bad-bus-name", "what cannot be a name on the bus", "bus-name"),
          new BadValue(
              "U436", "bad-descriptor", "descriptor that systemd ignores", "fd-name", "open-file"),
          new BadValue(
              "U437",
              "bad-journal-field",
              "field that the journal does not take",
              "journal-fields"),
          new BadValue(
              "U438",
              "bad-encoding",
              "data that is not encoded as it must be",
              "string-cescaped",
              "base64",
              "path-or-base64",
              "hex-or-path"),
          new BadValue(
              "U439",
              "bad-text",
              "text that systemd ignores, or that was hardly meant so",
              "string",
              "string-with-prefix"),
          new BadValue(
              "U440",
              "bad-listen-address",
              "address that a socket cannot listen on",
              "socket-address",
              "netlink-address",
              "mqueue-name"),
          new BadValue(
              "U441", "bad-ip-range", "no address or range of addresses", "ip-prefix-list"),
          new BadValue(
              "U442", "bad-port-rule", "rule about ports that cannot be read", "socket-bind-rule"),
          new BadValue(
              "U443", "bad-device", "rule about devices that cannot be read", "device-allow"),
          new BadValue(
              "U444",
              "bad-interface-name",
              "no name of a network interface",
              "interface-name",
              "interface-list"),
          new BadValue(
              "U445",
              "bad-kernel-hook",
              "packet filter or kernel program that cannot be read",
              "nft-set-list",
              "bpf-program"));

  private BadValues() {}
}
