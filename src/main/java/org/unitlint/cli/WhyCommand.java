package org.unitlint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Starts;
import org.unitlint.graph.WhyOrdered;
import org.unitlint.graph.WhyStarted;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.UnitName;
import org.unitlint.report.WhyJson;
import org.unitlint.report.WhyOrderedText;
import org.unitlint.report.WhyQuestion;
import org.unitlint.report.WhyStartedText;
import org.unitlint.source.Paths;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint why}: why a unit is started, or how two stand to each other. */
final class WhyCommand implements Command {
  static final String SUMMARY = "Tell why a unit is started, or what orders two units.";

  private static final int LIMIT = 10;
  private static final int LIMIT_OF_ORDERS = 3;

  @Override
  public String name() {
    return "why";
  }

  @Override
  public String summary() {
    return SUMMARY;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    Lookup.addWords(
        spec,
        "UNIT",
        "1..*",
        "One unit: why it is started, or why not. Two: which of them waits for which, and why."
            + " Without a type it is a service.");
    spec.addOption(
        Options.text("--anchor", "UNIT", "What starts everything; default: default.target."));
    spec.addOption(
        Options.text(
            "--limit",
            "N",
            "How many chains of a kind to show; default: "
                + LIMIT
                + ", for orderings "
                + LIMIT_OF_ORDERS
                + "; 0: all."));
    Lookup.addTo(spec);
    Options.addAnswer(spec, "text (default) or json.");
    spec.usageMessage()
        .footer("", "unitlint why nginx", "unitlint why nginx network-online.target");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    boolean json = Options.json(arguments);
    var limit = Options.number(arguments, "--limit");
    var anchor = UnitWord.of(arguments.matchedOptionValue("--anchor", "default.target")).name();
    var words = Lookup.words(arguments);
    var found = Lookup.of(arguments, terminal).find(words);
    var asked = asked(words, found);
    var machine = found.machine();
    var graph = graph(machine, asked, anchor);
    for (UnitName name : asked) {
      known(graph, name);
    }
    String start = start(graph, anchor, terminal);
    int few = asked.size() == 1 ? LIMIT : LIMIT_OF_ORDERS;
    int most = limit.map(n -> n == 0 ? Integer.MAX_VALUE : n).orElse(few);
    var question =
        new WhyQuestion(
            asked.stream().map(UnitName::toString).toList(),
            anchor(anchor, start),
            machine.setup().scope(),
            most);
    var starts = Starts.by(graph, own(graph, start));
    answer(arguments, terminal, graph, starts, question, json);
    return found.isComplete() ? Exit.CLEAN : Exit.UNREADABLE;
  }

  private static void answer(
      ParseResult arguments,
      Terminal terminal,
      DependencyGraph graph,
      Starts starts,
      WhyQuestion question,
      boolean json)
      throws Trouble {
    var palette = Options.palette(arguments, terminal);
    String unit = own(graph, question.units().get(0));
    if (question.units().size() == 1) {
      var why = WhyStarted.of(graph, starts, unit);
      Options.write(
          arguments,
          terminal,
          json
              ? out -> WhyJson.write(why, question, out)
              : out -> out.write(WhyStartedText.of(why, question, palette)));
      return;
    }
    String other = own(graph, question.units().get(1));
    if (unit.equals(other)) {
      throw Trouble.usage("`" + question.units().get(1) + "` is `" + unit + "` itself");
    }
    var why = WhyOrdered.of(graph, starts, unit, other);
    Options.write(
        arguments,
        terminal,
        json
            ? out -> WhyJson.write(why, question, out)
            : out -> out.write(WhyOrderedText.of(why, question, palette)));
  }

  /** The units that were asked for, in order: by name, or as files. */
  private static List<UnitName> asked(List<String> words, Lookup.Found found) throws Trouble {
    var asked = new ArrayList<UnitName>();
    for (String word : words) {
      if (found.words().contains(word)) {
        asked.add(name(UnitWord.of(word), found.machine()));
      } else {
        UnitName.parse(Paths.name(word)).filter(found.files()::contains).ifPresent(asked::add);
      }
    }
    if (asked.isEmpty() || asked.size() > 2) {
      throw Trouble.usage("one unit is needed, or two; here are " + asked.size());
    }
    return asked;
  }

  private static UnitName name(UnitWord word, Machine machine) throws Trouble {
    var template = UnitName.parse(word.text()).filter(UnitName::isTemplate);
    if (template.isPresent() && !word.isPattern()) {
      var instances =
          DependencyGraph.load(machine, DependencyGraph.everything(machine))
              .units()
              .values()
              .stream()
              .map(u -> u.name())
              .filter(n -> n.isInstance() && n.template().equals(template.get()))
              .toList();
      if (!instances.isEmpty()) {
        String names = String.join("`, `", instances.stream().map(UnitName::toString).toList());
        throw Trouble.usage(
            "`" + word.text() + "` is a template; ask for one of its instances: `" + names + "`");
      }
    }
    return word.name();
  }

  private static DependencyGraph graph(Machine machine, List<UnitName> asked, UnitName anchor) {
    var roots = new TreeSet<>(DependencyGraph.everything(machine));
    roots.addAll(asked);
    roots.addAll(DependencyGraph.start(machine, anchor));
    return DependencyGraph.load(machine, roots);
  }

  /** A unit that is not there is known all the same if another names it. */
  private static void known(DependencyGraph graph, UnitName name) throws Trouble {
    var unit = graph.unit(name.toString());
    boolean there = unit.filter(u -> u.state() != LoadState.NOT_FOUND).isPresent();
    String own = own(graph, name.toString());
    if (!there && graph.in(own).findAny().isEmpty() && graph.out(own).findAny().isEmpty()) {
      var names = new TreeSet<>(graph.machine().names());
      names.removeIf(n -> n.contains("@."));
      names.remove(name.toString());
      throw new UnitWord(name.toString()).missing(names);
    }
  }

  /** The anchor, or what systemd starts where it cannot be loaded. */
  private static String start(DependencyGraph graph, UnitName anchor, Terminal terminal)
      throws Trouble {
    var all = DependencyGraph.start(graph.machine(), anchor);
    String start = all.get(all.size() - 1).toString();
    if (all.size() > 1) {
      if (!anchor.toString().equals("default.target")) {
        known(graph, anchor);
      }
      terminal.say(anchor + " cannot be loaded; systemd starts " + start + " instead");
    }
    return start;
  }

  private static String anchor(UnitName anchor, String start) {
    return start.equals("rescue.target") ? start : anchor.toString();
  }

  private static String own(DependencyGraph graph, String name) {
    return graph.unit(name).map(u -> u.name().toString()).orElse(name);
  }
}
