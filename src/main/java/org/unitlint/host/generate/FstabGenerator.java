package org.unitlint.host.generate;

import java.util.Optional;
import org.unitlint.source.Node;

/** Writes units for the lines of {@code /etc/fstab}. See systemd-fstab-generator(8). */
final class FstabGenerator {
  static final String FSTAB = "/etc/fstab";

  private static final String NAME = "systemd-fstab-generator";

  private final Root root;
  private final Output.Writer writer;
  private final Fsck fsck;

  FstabGenerator(Root root, Output output) {
    this.root = root;
    this.writer = output.writer(Output.NORMAL, NAME);
    this.fsck = new Fsck(root.tree());
  }

  void run() {
    var crash = new Crash();
    var fstab = root.read(FSTAB);
    if (fstab.isPresent()) {
      for (FstabLine line : FstabLines.read(fstab.get())) {
        entry(line, crash);
        if (crash.happened()) {
          return;
        }
      }
    }
    writer.depend("local-fs.target", "wants", Units.SHIPPED + "systemd-remount-fs.service");
  }

  /** Step "parse_fstab", for one line. */
  private void entry(FstabLine line, Crash crash) {
    String what = Devices.node(line.what());
    var named = writer.because(line.place());
    if (line.type().equals("swap")) {
      new SwapUnit(named, line, what, crash).write();
      return;
    }
    if (!line.where().contains("/")) {
      return;
    }
    String where = RawPaths.simplify(line.where());
    String real = RealPath.of(root.tree(), where).orElse(where);
    Optional<String> written = real.equals(where) ? Optional.empty() : Optional.of(where);
    boolean checked =
        line.check() != 0
            && !(RawPaths.isSame(real, "/usr")
                && !root.node("/run/initramfs/fsck-usr").is(Node.Kind.MISSING));
    new MountUnit(named, line, what, real, written, checked, fsck, crash).write();
  }
}
