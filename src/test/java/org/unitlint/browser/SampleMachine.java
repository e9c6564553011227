package org.unitlint.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A machine with little in it and that hostile: a target that wants twelve parts, a web server that
 * needs a database, a socket that triggers, a unit that is masked, one that closes a cycle, and
 * texts that try to be markup.
 */
final class SampleMachine {
  /** Named like a tag, as far as a unit may be. */
  static final String HOSTILE = "tag@\\x3cscript\\x3e.service";

  /** What a unit says of itself. */
  static final String GREETING = "Serves <b>pages</b> & \"more\"</title><script>alert(1)</script>";

  private static final String FILES =
      """
      @ etc/hostname
      quay
      @ executables.txt
      /usr/bin/db
      /usr/bin/part
      /usr/bin/pump
      /usr/bin/tag
      /usr/bin/web
      @ usr/lib/systemd/system/graphical.target
      [Unit]
      Description=Graphical
      AllowIsolate=yes
      Requires=multi-user.target
      After=multi-user.target
      @ usr/lib/systemd/system/multi-user.target
      [Unit]
      Description=Many users
      Requires=basic.target
      After=basic.target
      Wants=web.service db.socket pump.service %PARTS%
      @ usr/lib/systemd/system/basic.target
      [Unit]
      Description=Basic
      @ usr/lib/systemd/system/sysinit.target
      [Unit]
      Description=Early
      @ usr/lib/systemd/system/shutdown.target
      [Unit]
      Description=Shutdown
      @ etc/systemd/system/web.service
      [Unit]
      Description=%GREETING%
      Documentation=https://example.org/web
      Requires=db.service
      After=db.service
      Wants=%HOSTILE%
      [Service]
      Type=<script>alert(2)</script>
      ExecStart=/usr/bin/web --greet "<script>alert(3)</script>"
      Restart=always
      NoNewPrivileges=yes
      NoNewPrivileges=no
      @ etc/systemd/system/db.service
      [Unit]
      Description=Keeps what is sold
      Documentation=https://example.org/db
      Conflicts=off.service
      [Service]
      ExecStart=/usr/bin/db
      ExecStrat=<img src=x onerror=alert(4)>
      Restart=on-failure
      PIDFile=/var/run/db.pid
      @ etc/systemd/system/db.socket
      [Unit]
      Description=Door of the database
      [Socket]
      ListenStream=5432
      @ etc/systemd/system/pump.service
      [Unit]
      Description=Waits for what waits for it
      Documentation=https://example.org/pump
      After=graphical.target
      [Service]
      ExecStart=/usr/bin/pump
      @ usr/lib/systemd/system/tag@.service
      [Unit]
      Description=Tag %i
      Documentation=https://example.org/tag
      [Service]
      ExecStart=/usr/bin/tag
      @ etc/systemd/system/off.service
      @ etc/xinetd.conf
      includedir /etc/xinetd.d
      @ etc/xinetd.d/<i>tilted<i>
      service <script>alert(5)<script>
      {
      disable = <b>
      }
      """;

  /** A file: its path behind an at sign, and its lines. */
  private static final Pattern FILE = Pattern.compile("(?m)^@ (.+)\\n((?:[^@].*\\n)*)");

  private static final String UNITS = "usr/lib/systemd/system/";
  private static final List<String> PARTS =
      IntStream.rangeClosed(1, 12).mapToObj("part-%02d.service"::formatted).toList();

  private SampleMachine() {}

  /** Lays it down in a folder that is empty. */
  static void layDown(Path root) throws IOException {
    var text =
        FILES
            .replace("%PARTS%", String.join(" ", PARTS))
            .replace("%HOSTILE%", HOSTILE)
            .replace("%GREETING%", GREETING);
    var files = FILE.matcher(text);
    while (files.find()) {
      write(root.resolve(files.group(1)), files.group(2));
    }
    for (String part : PARTS) {
      var lines = "[Unit]\nDescription=A part\n[Service]\nExecStart=/usr/bin/part\n";
      write(root.resolve(UNITS + part), lines);
    }
    Files.createSymbolicLink(root.resolve(UNITS + "default.target"), Path.of("graphical.target"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
