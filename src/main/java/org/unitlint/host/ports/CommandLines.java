package org.unitlint.host.ports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.ListeningProgram;
import org.unitlint.catalog.Program;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Accepted;
import org.unitlint.host.Machine;
import org.unitlint.host.ServiceType;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.xinetd.NetNames;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;
import org.unitlint.syntax.Command;
import org.unitlint.syntax.CommandLine;

/**
 * Where services listen by themselves, as far as their command lines say so, or as their programs
 * usually do.
 */
final class CommandLines {
  private static final String SECTION = "Service";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}|^\\$(\\w+)$");

  /** What socat listens on: {@code TCP4-LISTEN:8080,fork}. */
  private static final Pattern SOCAT =
      Pattern.compile("(?i)(TCP|UDP|SCTP)([46]?)-(?:LISTEN|L|RECV|RECVFROM):(\\d{1,5})(?:,.*)?");

  private final Machine machine;
  private final NetNames names;

  CommandLines(Machine machine, NetNames names) {
    this.machine = machine;
    this.names = names;
  }

  /** What one command line says. */
  private record Said(String protocol, Address address, Evidence evidence, Place place) {}

  /** All that the unit listens on by itself; nothing for other units and for templates. */
  List<Listening> of(Unit unit) {
    var found = new ArrayList<Listening>();
    if (unit.name().type() != UnitType.SERVICE
        || unit.name().isTemplate()
        || ServiceType.of(machine, unit).equals("oneshot")) {
      return found;
    }
    for (Setting setting : unit.settings(SECTION, "ExecStart")) {
      for (Command command :
          CommandLine.parse(setting.value(), machine.setup().version()).commands()) {
        for (Said said : said(unit, command)) {
          found.add(listening(unit, setting, command, said));
        }
      }
    }
    return found;
  }

  private Listening listening(Unit unit, Setting setting, Command command, Said said) {
    var sort = said.protocol.equals("udp") ? Sort.DATAGRAM : Sort.STREAM;
    var network = Services.network(machine, unit, SECTION);
    var endpoint = new Endpoint(sort, said.protocol, said.address, false, network);
    return new Listening(
        endpoint,
        endpoint.isPort()
            ? names.portName((int) said.address.port(), said.protocol)
            : Optional.empty(),
        Activation.STANDALONE,
        said.evidence,
        Optional.of(unit),
        unit.name().toString(),
        new Listening.Started("", Services.user(machine, unit), command.path().text()),
        setting.file().path(),
        said.place);
  }

  private List<Said> said(Unit unit, Command command) {
    String path = command.path().text();
    String name = Paths.name(path);
    var traits = machine.catalog().program(name).map(Program::traits).orElse(Set.of());
    boolean other = traits.contains(Program.Trait.SHELL) || traits.contains(Program.Trait.RUNS);
    if (path.startsWith("/etc/") || other || command.has(Command.Prefix.SHELL)) {
      return List.of();
    }
    var arguments = arguments(unit, command);
    if (name.equals("socat")) {
      return socat(arguments);
    }
    var known = machine.catalog().listeningProgram(name);
    return known.isPresent() ? known(known.get(), arguments, command) : unknown(arguments, command);
  }

  /** An argument with its variables replaced; those that are not known stay. */
  private record Argument(String text, Place place) {}

  private List<Argument> arguments(Unit unit, Command command) {
    var variables = variables(unit);
    UnaryOperator<String> expand =
        text ->
            VARIABLE
                .matcher(machine.specifiers().expand(text, unit.name()).orElse(text))
                .replaceAll(
                    m ->
                        Matcher.quoteReplacement(
                            value(m.group(), m.group(1), m.group(2), variables)));
    var arguments = new ArrayList<Argument>();
    for (var word : command.arguments()) {
      arguments.add(new Argument(expand.apply(word.text()), word.place()));
    }
    return arguments;
  }

  private static String value(
      String written, String braced, String plain, Map<String, String> variables) {
    return variables.getOrDefault(braced == null ? plain : braced, written);
  }

  /** What the unit itself sets; nothing where a file may say otherwise. */
  private Map<String, String> variables(Unit unit) {
    var variables = new LinkedHashMap<String, String>();
    if (unit.settings(SECTION, "EnvironmentFile").isEmpty()) {
      for (var item : Accepted.items(machine, unit, SECTION, "Environment")) {
        int equals = item.text().indexOf('=');
        if (equals > 0) {
          variables.put(item.text().substring(0, equals), item.text().substring(equals + 1));
        }
      }
    }
    return variables;
  }

  private static List<Said> socat(List<Argument> arguments) {
    var said = new ArrayList<Said>();
    for (Argument argument : arguments) {
      var listen = SOCAT.matcher(argument.text);
      if (listen.matches() && !argument.text.contains("bind=")) {
        var family =
            switch (listen.group(2)) {
              case "4" -> Address.Family.V4;
              case "6" -> Address.Family.V6;
              default -> Address.Family.V4_AT_LEAST;
            };
        var address = Address.port(family, Optional.empty(), Integer.parseInt(listen.group(3)), "");
        String protocol = listen.group(1).toLowerCase(Locale.ROOT);
        said.add(new Said(protocol, address, Evidence.WRITTEN, argument.place));
      }
    }
    return said;
  }

  private static List<Said> known(
      ListeningProgram program, List<Argument> arguments, Command command) {
    boolean listens =
        program.needs().isEmpty()
            || program.needs().stream()
                .anyMatch(n -> arguments.stream().anyMatch(a -> isOption(a.text, n)));
    if (!listens) {
      return List.of();
    }
    var options = new Options(program, arguments);
    if (options.hasPort()) {
      return options.said(Evidence.WRITTEN);
    }
    return options.usual(command.path().place());
  }

  private static List<Said> unknown(List<Argument> arguments, Command command) {
    var catalog = Catalog.standard();
    var plain =
        new Options(catalog.listeningProgram(ListeningProgram.ANY).orElseThrow(), arguments);
    if (plain.hasPort()) {
      return plain.said(Evidence.WRITTEN);
    }
    var doubtful =
        new Options(catalog.listeningProgram(ListeningProgram.DOUBTFUL).orElseThrow(), arguments);
    if (!doubtful.hasPort() || !plain.hasHost() && doubtful.isElsewhere()) {
      return List.of();
    }
    boolean local = plain.hasHost() || doubtful.hasWildcard();
    return doubtful.said(local ? Evidence.WRITTEN : Evidence.LIKELY);
  }

  private static boolean isOption(String argument, String option) {
    return argument.equals(option) || argument.startsWith(option + "=");
  }

  /** Where the options of one command line say that it listens. */
  private static final class Options {
    private record Port(int number, Place place) {}

    private final ListeningProgram program;
    private final List<Port> ports = new ArrayList<>();
    private final List<HostPort> hosts = new ArrayList<>();
    private final List<Said> endpoints = new ArrayList<>();

    /** Whether a port is given that is none, as 0 often means. */
    private boolean off;

    Options(ListeningProgram program, List<Argument> arguments) {
      this.program = program;
      for (int i = 0; i < arguments.size(); i++) {
        var next =
            i + 1 < arguments.size()
                ? Optional.of(arguments.get(i + 1))
                : Optional.<Argument>empty();
        read(arguments.get(i), next);
      }
    }

    private void read(Argument argument, Optional<Argument> next) {
      for (String option : program.ports()) {
        value(argument, next, option).ifPresent(this::port);
      }
      for (String option : program.addresses()) {
        value(argument, next, option).ifPresent(this::hosts);
      }
      for (String option : program.endpoints()) {
        value(argument, next, option).ifPresent(this::endpoint);
      }
    }

    private void port(Argument value) {
      var port = HostPort.port(value.text);
      port.ifPresent(p -> ports.add(new Port(p, value.place)));
      off |= port.isEmpty() && value.text.matches("-?[0-9]+");
    }

    private void hosts(Argument value) {
      for (String host : value.text.split(",")) {
        var read = HostPort.of(host);
        if (read.port().isEmpty() && !read.isForeign()) {
          hosts.add(read);
        }
      }
    }

    private void endpoint(Argument value) {
      var local = HostPort.local(value.text);
      if (local.isPresent()) {
        endpoints.add(new Said("unix", local.get(), Evidence.WRITTEN, value.place));
        return;
      }
      var read = HostPort.of(value.text);
      if (read.port().isEmpty()) {
        hosts(value);
        return;
      }
      for (String protocol : program.protocols()) {
        var address = read.address(read.port().get());
        endpoints.add(new Said(protocol, address, Evidence.WRITTEN, value.place));
      }
    }

    /** The value of the option, written in the same word or the next. */
    private static Optional<Argument> value(
        Argument argument, Optional<Argument> next, String option) {
      String text = argument.text;
      if (text.equals(option)) {
        return next;
      }
      boolean isLong = option.startsWith("--");
      if (isLong && text.startsWith(option + "=")) {
        return Optional.of(new Argument(text.substring(option.length() + 1), argument.place));
      }
      boolean joined = !isLong && option.length() == 2 && text.startsWith(option);
      return joined && HostPort.of(text.substring(2)).port().isPresent()
          ? Optional.of(new Argument(text.substring(2), argument.place))
          : Optional.empty();
    }

    boolean hasPort() {
      return !ports.isEmpty() || !endpoints.isEmpty();
    }

    boolean hasHost() {
      return !hosts.isEmpty();
    }

    boolean hasWildcard() {
      return hosts.stream().anyMatch(HostPort::isWildcard);
    }

    /** Whether an address is named that may well be that of another machine. */
    boolean isElsewhere() {
      return hosts.stream().anyMatch(h -> !h.isWildcard() && !h.isLoopback());
    }

    List<Said> said(Evidence evidence) {
      var said = new ArrayList<>(endpoints);
      ports.forEach(p -> said.addAll(at(p.number, evidence, p.place)));
      return said;
    }

    List<Said> usual(Place place) {
      var said = new ArrayList<Said>();
      if (off) {
        return said;
      }
      program.usual().forEach(p -> said.addAll(at(p, Evidence.USUAL, place)));
      return said;
    }

    private List<Said> at(int port, Evidence evidence, Place place) {
      var said = new ArrayList<Said>();
      var on = hosts.isEmpty() ? List.of(HostPort.of(program.host())) : hosts;
      for (String protocol : program.protocols()) {
        on.forEach(h -> said.add(new Said(protocol, h.address(port), evidence, place)));
      }
      return said;
    }
  }
}
