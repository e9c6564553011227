package org.unitlint.host.generate;

import java.util.List;
import java.util.regex.Pattern;
import org.unitlint.source.Node;

/** The generators that only make links. */
final class LinkGenerators {
  private static final String RC_LOCAL = "/etc/rc.local";
  private static final String UPDATE = "/system-update";
  private static final String ACTIVE_CONSOLES = "/sys/class/tty/console/active";
  private static final Pattern VIRTUAL_TERMINAL = Pattern.compile("tty(?:[0-9]|[1-5][0-9]|6[0-3])");
  private static final List<String> VIRTUALIZER_CONSOLES =
      List.of("hvc0", "xvc0", "hvsi0", "sclp_line0", "ttysclp0", "3270/tty1");

  private final Root root;
  private final Output output;

  LinkGenerators(Root root, Output output) {
    this.root = root;
    this.output = output;
  }

  /** See systemd-rc-local-generator(8). */
  void rcLocal() {
    Node node = root.node(RC_LOCAL);
    if (node.executable() || node.is(Node.Kind.FOLDER)) {
      output
          .writer(Output.NORMAL, "systemd-rc-local-generator")
          .because(root.named(RC_LOCAL))
          .link("multi-user.target.wants/rc-local.service", Units.SHIPPED + "rc-local.service");
    }
  }

  /** See systemd-system-update-generator(8). */
  void systemUpdate() {
    if (!root.nodeItself(UPDATE).is(Node.Kind.MISSING)) {
      output
          .writer(Output.EARLY, "systemd-system-update-generator")
          .because(root.named(UPDATE))
          .link("default.target", Units.SHIPPED + "system-update.target");
    }
  }

  /**
   * Adds a getty for each console of the kernel that is no virtual terminal. See
   * systemd-getty-generator(8).
   */
  void getty() {
    var writer = output.writer(Output.NORMAL, "systemd-getty-generator");
    var active = root.read(ACTIVE_CONSOLES);
    if (active.isPresent()) {
      String first = active.get().text(active.get().lineSpan(1));
      for (String terminal : Split.unquoted(Bytes.of(first))) {
        if (isTerminal(terminal) && !VIRTUAL_TERMINAL.matcher(terminal).matches()) {
          serialGetty(writer.because(active.get().whole()), terminal);
        }
      }
    }
    for (String terminal : VIRTUALIZER_CONSOLES) {
      if (!root.node("/dev/" + terminal).is(Node.Kind.MISSING)) {
        serialGetty(writer.because(root.named("/dev/" + terminal)), terminal);
      }
    }
  }

  private boolean isTerminal(String name) {
    return RawPaths.isPossible(name)
        && root.nodeItself("/dev/" + Bytes.text(name)).is(Node.Kind.SPECIAL);
  }

  private static void serialGetty(Output.Writer writer, String terminal) {
    UnitNames.serviceOfPath("serial-getty", terminal)
        .ifPresent(
            name ->
                writer.link("getty.target.wants/" + name, Units.SHIPPED + "serial-getty@.service"));
  }
}
