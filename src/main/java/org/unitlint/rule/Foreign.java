package org.unitlint.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.Nearest;
import org.unitlint.catalog.UnitType;
import org.unitlint.source.Source;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.Section;
import org.unitlint.syntax.UnitFile;

/** What a file is that is named like a unit but is none. */
public enum Foreign {
  DBUS_ACTIVATION(
      "a D-Bus activation file",
      "D-Bus looks for it in `/usr/share/dbus-1/services` or `/usr/share/dbus-1/system-services`",
      true),
  DESKTOP_ENTRY(
      "a desktop entry",
      "desktops look for it in `/usr/share/applications`, under a name that ends in `.desktop`",
      true),
  AVAHI_SERVICE(
      "an Avahi service description", "Avahi looks for it in `/etc/avahi/services`", true),
  INIT_SCRIPT(
      "a SysV init script",
      "it belongs in `/etc/init.d`; or write a unit whose `ExecStart=` runs the program itself",
      true),
  SHELL_SCRIPT(
      "a script", "keep it where programs are, and write a unit whose `ExecStart=` runs it", true),
  QUADLET("a container description", "Podman looks for it in `/etc/containers/systemd`", true),
  NETWORK(
      "a network configuration",
      "systemd-networkd and udev look for it in `/etc/systemd/network`",
      true),
  CONFIGURATION(
      "a configuration of systemd itself",
      "it belongs beside `system.conf` and `logind.conf` in `/etc/systemd`, or in their `.conf.d`",
      true),
  INI("an ini file of another program", "keep it where that program looks for it", true),
  XML("an XML file", "keep it where its program looks for it", true),
  HTML(
      "a web page",
      "the download went wrong: fetch the raw file, not the page that shows it",
      false),
  BINARY(
      "a binary file", "keep it where programs are, and name it in a unit's `ExecStart=`", false),
  UTF16("a text in UTF-16", "save it in UTF-8", false),
  ENVIRONMENT(
      "a list of environment variables",
      "name it in `EnvironmentFile=`, or write `Environment=` lines below `[Service]`",
      false),
  TEXT(
      "a text without any section",
      "units begin with `[Unit]`; if this is not meant to be one, give it another name",
      false);

  private static final int LOOKED_AT = 2048;
  private static final int NAMES_LOOKED_AT = 1000;
  private static final Pattern TAG =
      Pattern.compile("<(\\?|!|[a-zA-Z][\\w:-]*[\\s/>]).*", Pattern.DOTALL);
  private static final Pattern VARIABLE = Pattern.compile("(export\\s+)?[A-Z_][A-Z0-9_]*");
  private static final Pattern ALMOST_HEADER = Pattern.compile("[\\[({<]\\w+|\\w+[\\])}>]");
  private static final List<String> OF_INIT_SCRIPTS =
      List.of("### BEGIN INIT INFO", "openrc-run", "chkconfig:", "init.d/functions", "rc.subr");
  private static final Set<String> OWN_SECTIONS =
      Stream.of(UnitType.values()).map(UnitType::section).collect(Collectors.toSet());
  private static final Map<String, Foreign> SECTIONS =
      Map.ofEntries(
          Map.entry("D-BUS Service", DBUS_ACTIVATION),
          Map.entry("Desktop Entry", DESKTOP_ENTRY),
          Map.entry("Container", QUADLET),
          Map.entry("Pod", QUADLET),
          Map.entry("Kube", QUADLET),
          Map.entry("Match", NETWORK),
          Map.entry("NetDev", NETWORK),
          Map.entry("Network", NETWORK),
          Map.entry("Manager", CONFIGURATION),
          Map.entry("Login", CONFIGURATION),
          Map.entry("Journal", CONFIGURATION),
          Map.entry("Resolve", CONFIGURATION),
          Map.entry("uwsgi", INI),
          Map.entry("supervisord", INI),
          Map.entry("global", INI),
          Map.entry("mysqld", INI));

  private final String words;
  private final String advice;
  private final boolean normalElsewhere;

  Foreign(String words, String advice, boolean normalElsewhere) {
    this.words = words;
    this.advice = advice;
    this.normalElsewhere = normalElsewhere;
  }

  /** What to call it: {@code a web page}. */
  public String words() {
    return words;
  }

  /** What to do with it, in a few words. */
  public String advice() {
    return advice;
  }

  /** Whether such files carry such names for good reasons, only not among units. */
  public boolean isNormalElsewhere() {
    return normalElsewhere;
  }

  /** What the file is; empty for what may be a unit file, however broken. */
  public static Optional<Foreign> of(UnitFile file) {
    return byStart(file.source())
        .or(() -> file.sections().isEmpty() ? bySomeLines(file) : bySections(file));
  }

  private static Optional<Foreign> byStart(Source source) {
    String text = source.text();
    String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
    if (isWide(start)) {
      return Optional.of(UTF16);
    }
    if (start.startsWith("\u007FELF") || start.startsWith("PK\u0003\u0004") || isBinary(start)) {
      return Optional.of(BINARY);
    }
    start = (start.startsWith("\uFEFF") ? start.substring(1) : start).stripLeading();
    if (start.startsWith("#!")) {
      boolean init = OF_INIT_SCRIPTS.stream().anyMatch(start::contains);
      return Optional.of(init ? INIT_SCRIPT : SHELL_SCRIPT);
    }
    return TAG.matcher(start).matches() ? Optional.of(tagged(start)) : Optional.empty();
  }

  private static Foreign tagged(String start) {
    if (start.contains("service-group")) {
      return AVAHI_SERVICE;
    }
    return start.toLowerCase(Locale.ROOT).contains("<html") || start.startsWith("<!") ? HTML : XML;
  }

  /** Whether the text begins with the bytes FF FE or FE FF. */
  private static boolean isWide(String start) {
    return start.startsWith("\uDCFF\uDCFE") || start.startsWith("\uDCFE\uDCFF");
  }

  private static boolean isBinary(String start) {
    int odd = 0;
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      odd += c < ' ' && !Character.isWhitespace(c) ? 1 : 0;
    }
    return odd * 10 > start.length() && !start.contains("[Unit]");
  }

  private static Optional<Foreign> bySections(UnitFile file) {
    if (file.sections().stream().anyMatch(s -> OWN_SECTIONS.contains(s.name()))) {
      return Optional.empty();
    }
    return file.sections().stream().map(Section::name).flatMap(Foreign::ofSection).findFirst();
  }

  private static Stream<Foreign> ofSection(String name) {
    return name.startsWith("program:") ? Stream.of(INI) : Stream.ofNullable(SECTIONS.get(name));
  }

  private static Optional<Foreign> bySomeLines(UnitFile file) {
    boolean empty = file.orphans().isEmpty() && file.stray().isEmpty();
    if (empty || Placeholders.of(file).any()) {
      return Optional.empty();
    }
    boolean unit =
        file.stray().stream().anyMatch(l -> isLikeUnit(l.text().text()))
            || hasDirective(file.orphans());
    if (unit) {
      return Optional.empty();
    }
    boolean variables =
        file.stray().isEmpty()
            && file.orphans().stream().allMatch(o -> VARIABLE.matcher(o.name()).matches());
    return Optional.of(variables ? ENVIRONMENT : TEXT);
  }

  private static boolean isLikeUnit(String line) {
    return line.startsWith(".include") || ALMOST_HEADER.matcher(line).matches();
  }

  private static boolean hasDirective(List<Assignment> lines) {
    var known = Catalog.standard().directives().stream().map(Directive::name).distinct().toList();
    return lines.stream()
        .map(Assignment::name)
        .filter(name -> !VARIABLE.matcher(name).matches())
        .distinct()
        .limit(NAMES_LOOKED_AT)
        .anyMatch(name -> name.startsWith("X-") || Nearest.of(name, known).isPresent());
  }
}
