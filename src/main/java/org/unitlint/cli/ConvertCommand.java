package org.unitlint.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.unitlint.catalog.Nearest;
import org.unitlint.host.convert.Conversion;
import org.unitlint.host.convert.Conversions;
import org.unitlint.host.convert.Converter;
import org.unitlint.host.convert.Refusal;
import org.unitlint.report.ConversionJson;
import org.unitlint.report.ConversionText;
import org.unitlint.syntax.AsciiCase;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint convert}: services of xinetd as socket units. */
final class ConvertCommand implements Command {
  static final String SUMMARY = "Turn services of xinetd into socket units of systemd.";

  @Override
  public String name() {
    return "convert";
  }

  @Override
  public String summary() {
    return SUMMARY;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "xinetd.conf, files or the folder xinetd.d, inetd.conf; - is standard input."
                    + " Without: all that the machine's xinetd reads.")
            .build());
    spec.addOption(
        Options.text(
            "--root", "DIR", "Take DIR as /, its users, programs and units too; see FILE."));
    spec.addOption(
        Options.texts("--service", "ID", "Only this service; may be given several times."));
    spec.addOption(Options.flag("--all", "Services that are disabled, too."));
    spec.addOption(
        Options.text(
            "--target-version",
            "N",
            "The systemd version to write for, or a distribution such as debian-12; default: the"
                + " newest known."));
    spec.addOption(
        Options.text(
            "--output", "DIR", "Write the units there, not to standard output; made if missing."));
    spec.addOption(Options.flag("--force", "Replace units that are there already."));
    spec.addOption(Options.text("--format", "FORMAT", "text (default) or json."));
    spec.addOption(Options.stdinFilename());
    spec.usageMessage()
        .footer(
            "",
            "unitlint convert xinetd.d/tftp --output units/",
            "unitlint convert --all --format json xinetd.d/*");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    boolean json = Options.json(arguments);
    var files = arguments.matchedPositionalValue(0, List.<String>of());
    String stdin = arguments.matchedOptionValue("--stdin-filename", "");
    var lookup = Lookup.of(arguments, terminal);
    var all = new ArrayList<Conversions>();
    for (var part : XinetdFiles.of(files, stdin, lookup, terminal)) {
      all.add(asked(Converter.of(part.machine(), part.setup()), part));
    }
    var picked = picked(joined(all), arguments);
    var folder = Optional.ofNullable(arguments.<String>matchedOptionValue("--output", null));
    if (folder.isPresent()) {
      var units = picked.told.conversions().stream().flatMap(c -> c.units().stream()).toList();
      new UnitFolder(terminal.path(folder.get()), folder.get())
          .write(units, arguments.hasMatchedOption("--force"));
    }
    if (json) {
      Options.print(terminal, out -> ConversionJson.write(picked.told, out));
    } else if (folder.isEmpty()) {
      Options.print(terminal, out -> out.write(ConversionText.units(picked.told)));
    }
    terminal.err().print(ConversionText.talk(picked.told, picked.asleep, folder));
    boolean clean =
        picked.told.refusals().isEmpty()
            && picked.told.conversions().stream().allMatch(c -> c.collisions().isEmpty());
    return clean ? Exit.CLEAN : Exit.FINDINGS;
  }

  private static Conversions asked(Conversions found, XinetdFiles.Part part) {
    return new Conversions(
        found.conversions().stream().filter(c -> part.asksFor(c.service().path())).toList(),
        found.refusals().stream().filter(r -> part.asksFor(r.path())).toList());
  }

  /** All of them; of two that have units of the same names the second is refused. */
  private static Conversions joined(List<Conversions> all) {
    var conversions = new ArrayList<Conversion>();
    var refusals = new ArrayList<Refusal>();
    var first = new HashMap<String, Conversion>();
    for (Conversions each : all) {
      for (Conversion conversion : each.conversions()) {
        var other = first.putIfAbsent(conversion.socket().name(), conversion);
        if (other == null) {
          conversions.add(conversion);
        } else {
          refusals.add(twin(conversion, other));
        }
      }
      refusals.addAll(each.refusals());
    }
    return new Conversions(conversions, refusals);
  }

  private static Refusal twin(Conversion conversion, Conversion other) {
    var service = conversion.service();
    return new Refusal(
        service.id(),
        service.path(),
        service.place(),
        conversion.disabled(),
        conversion.socket().name() + " is made of " + other.service().place() + " already");
  }

  /**
   * What was asked for.
   *
   * @param asleep how many services are left out since they are disabled
   */
  private record Picked(Conversions told, int asleep) {}

  private static Picked picked(Conversions found, ParseResult arguments) throws Trouble {
    var ids = arguments.matchedOptionValue("--service", List.<String>of());
    boolean all = arguments.hasMatchedOption("--all");
    if (ids.isEmpty()) {
      var awake =
          new Conversions(
              found.conversions().stream().filter(c -> all || !c.disabled()).toList(),
              found.refusals().stream().filter(r -> all || !r.disabled()).toList());
      return new Picked(awake, size(found) - size(awake));
    }
    for (String id : ids) {
      demand(id, found);
    }
    return new Picked(
        new Conversions(
            found.conversions().stream()
                .filter(c -> names(ids, c.service().id()) || names(ids, c.service().name()))
                .toList(),
            found.refusals().stream().filter(r -> names(ids, r.service())).toList()),
        0);
  }

  private static int size(Conversions conversions) {
    return conversions.conversions().size() + conversions.refusals().size();
  }

  private static boolean names(List<String> ids, String id) {
    return ids.stream().anyMatch(i -> AsciiCase.equal(i, id));
  }

  private static void demand(String id, Conversions found) throws Trouble {
    var known = new TreeSet<String>();
    found.conversions().forEach(c -> known.addAll(List.of(c.service().id(), c.service().name())));
    found.refusals().forEach(r -> known.add(r.service()));
    if (!names(List.copyOf(known), id)) {
      var near = Nearest.of(id, known).map(n -> "; did you mean `" + n + "`?").orElse("");
      throw Trouble.usage("there is no service `" + id + "`" + near);
    }
  }
}
