package org.unitlint.host.generate;

import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.Catalog;
import org.unitlint.source.Place;
import org.unitlint.source.Source;

/** Reads the comments at the top of a SysV script, step "load_sysv". */
final class SysvHeader {
  private static final String NETWORK_ONLINE = "network-online.target";
  private static final List<String> NEEDS =
      List.of("required-start:", "should-start:", "x-start-before:", "x-start-after:");
  private static final List<String> RELOADS =
      List.of("{reload|", "{reload}", "{reload\"", "|reload|", "|reload}", "|reload\"");

  private enum State {
    NORMAL,
    DESCRIPTION,
    LSB,
    LSB_DESCRIPTION,
    USAGE
  }

  private final Catalog catalog = Catalog.standard();
  private final SysvScript script;
  private final Output.Writer writer;
  private State state = State.NORMAL;
  private Optional<Place> start = Optional.empty();
  private String shortText = "";
  private final StringBuilder longText = new StringBuilder();
  private final StringBuilder chkconfigText = new StringBuilder();
  private String pidFile = "";
  private boolean reloads;

  private SysvHeader(SysvScript script, Output.Writer writer) {
    this.script = script;
    this.writer = writer;
  }

  /**
   * The header of the script; the other names it gives itself are written at once. Empty for a text
   * that systemd does not read to its end.
   */
  static Optional<SysvHeader> read(SysvScript script, Source source, Output.Writer writer) {
    var header = new SysvHeader(script, writer);
    for (TabLine line : TabLine.read(source)) {
      if (line.isTooLong()) {
        return Optional.empty();
      }
      header.line(line);
    }
    return Optional.of(header);
  }

  /** Whether it has a block as LSB wants it. */
  boolean isLsb() {
    return start.isPresent();
  }

  /** The line that begins the block. */
  Optional<Place> start() {
    return start;
  }

  /** What the script does; empty where it does not say. */
  String description() {
    String text =
        shortText.isEmpty()
            ? (chkconfigText.isEmpty() ? longText : chkconfigText).toString()
            : shortText;
    return text.isEmpty() ? "" : (isLsb() ? "LSB: " : "SYSV: ") + text;
  }

  /** The file with the number of the service's process; empty where it does not say. */
  String pidFile() {
    return pidFile;
  }

  /** Whether it seems to understand {@code reload}. */
  boolean reloads() {
    return reloads;
  }

  private void line(TabLine line) {
    String text = Bytes.strip(line.bytes());
    if (!text.startsWith("#")) {
      usage(text);
      return;
    }
    boolean inBlock = state == State.LSB || state == State.LSB_DESCRIPTION;
    if (state == State.NORMAL && text.equals("### BEGIN INIT INFO")) {
      state = State.LSB;
      start = Optional.of(line.place());
    } else if (inBlock && text.equals("### END INIT INFO")) {
      state = State.NORMAL;
    } else if (inBlock) {
      lsb(line, stripStart(text.substring(1)));
    } else if (state == State.NORMAL) {
      chkconfig(stripStart(text.substring(1)));
    } else if (state == State.DESCRIPTION) {
      join(chkconfigText, continued(stripStart(text.substring(1))));
    }
  }

  private static String stripStart(String text) {
    int at = 0;
    while (at < text.length() && Bytes.isBlank(text.charAt(at))) {
      at++;
    }
    return text.substring(at);
  }

  private static boolean startsWith(String text, String lowerCaseStart) {
    return text.regionMatches(true, 0, lowerCaseStart, 0, lowerCaseStart.length());
  }

  private static boolean contains(String text, String lowerCase) {
    for (int at = 0; at + lowerCase.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, lowerCase, 0, lowerCase.length())) {
        return true;
      }
    }
    return false;
  }

  /** A script that names {@code reload} where it tells its usage is taken to understand it. */
  private void usage(String text) {
    if (state != State.USAGE && !(state == State.NORMAL && contains(text, "usage"))) {
      return;
    }
    boolean names = RELOADS.stream().anyMatch(r -> contains(text, r));
    reloads |= names;
    state = !names && text.endsWith("\\") ? State.USAGE : State.NORMAL;
  }

  private void chkconfig(String text) {
    if (startsWith(text, "description:")) {
      state = text.endsWith("\\") ? State.DESCRIPTION : State.NORMAL;
      String shown = text.endsWith("\\") ? text.substring(0, text.length() - 1) : text;
      chkconfigText.setLength(0);
      chkconfigText.append(value(shown));
    } else if (startsWith(text, "pidfile:")) {
      String file = value(text);
      pidFile = file.startsWith("/") ? file : pidFile;
    }
  }

  private String continued(String text) {
    if (text.endsWith("\\")) {
      return Bytes.strip(text.substring(0, text.length() - 1));
    }
    state = State.NORMAL;
    return Bytes.strip(text);
  }

  private static void join(StringBuilder text, String more) {
    text.append(text.isEmpty() || more.isEmpty() ? "" : " ").append(more);
  }

  private static String value(String text) {
    return Bytes.strip(text.substring(text.indexOf(':') + 1));
  }

  private void lsb(TabLine line, String text) {
    if (startsWith(text, "provides:")) {
      state = State.LSB;
      provides(line, value(text));
    } else if (NEEDS.stream().anyMatch(need -> startsWith(text, need))) {
      state = State.LSB;
      needs(value(text), startsWith(text, "x-start-before:"));
    } else if (startsWith(text, "description:")) {
      state = State.LSB_DESCRIPTION;
      longText.setLength(0);
      longText.append(value(text));
    } else if (startsWith(text, "short-description:")) {
      state = State.LSB;
      shortText = value(text);
    } else if (state == State.LSB_DESCRIPTION) {
      if (line.bytes().startsWith("#\t") || line.bytes().startsWith("#  ")) {
        join(longText, Bytes.strip(text));
      } else {
        state = State.LSB;
      }
    }
  }

  /** Step "handle_provides": another name of the service, or a target that it reaches. */
  private void provides(TabLine line, String list) {
    for (String word : Split.unquoted(list)) {
      var unit = unit(word);
      if (unit.filter(u -> u.endsWith(".service")).isPresent()) {
        writer.because(line.place()).link(unit.get(), script.unit());
      } else if (unit.filter(u -> u.endsWith(".target")).isPresent()) {
        reaches(unit.get());
        if (unit.get().equals(NETWORK_ONLINE)) {
          reaches("network.target");
        }
      }
    }
  }

  private void reaches(String target) {
    script.before().add(target);
    script.wants().add(target);
  }

  /** Step "handle_dependencies". */
  private void needs(String list, boolean before) {
    for (String word : Split.unquoted(list)) {
      var unit = unit(word);
      if (unit.isEmpty()) {
        continue;
      }
      (before ? script.before() : script.after()).add(unit.get());
      if (!before && unit.get().equals(NETWORK_ONLINE)) {
        script.wants().add(unit.get());
      }
    }
  }

  /** Step "sysv_translate_facility"; empty for what is always there and for the script itself. */
  private Optional<String> unit(String facility) {
    String name = facility.startsWith("$") ? facility.substring(1) : facility;
    var target = catalog.facilityTarget(name);
    if (target.isPresent()) {
      return target.filter(t -> !t.isEmpty());
    }
    if (facility.startsWith("$")) {
      return Optional.of(name + ".target").filter(t -> !t.contains("@") && UnitNames.isValid(t));
    }
    return name.equals(script.bareName()) ? Optional.empty() : SysvGenerator.unit(name);
  }
}
