package org.unitlint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Selection;
import org.unitlint.graph.Subgraph;
import org.unitlint.graph.demand.Activator;
import org.unitlint.graph.demand.Activators;
import org.unitlint.report.GraphFormat;
import org.unitlint.report.GraphJson;
import org.unitlint.report.GraphText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint graph}: the dependencies between units, and where each comes from. */
final class GraphCommand implements Command {
  static final String SUMMARY = "Show the dependencies between units, and where each comes from.";

  private static final List<String> SELECTING =
      List.of(
          "--kind",
          "--from",
          "--to",
          "--depth",
          "--reverse",
          "--after",
          "--before",
          "--without-default",
          "--reduce",
          "--around");

  /** With these a tree is not about what is started. */
  private static final List<String> UNTOLD =
      List.of("--plain", "--reverse", "--kind", "--after", "--before");

  @Override
  public String name() {
    return "graph";
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
        "0..*",
        "Names, patterns, or files and folders alone; default: default.target.");
    Lookup.addTo(spec);
    spec.addOption(
        Options.flag("--all", "Load every unit of the search path; text: unfold every unit."));
    Options.addAnswer(spec, "text (default), json, dot, svg or html.");
    addSelection(spec);
    GraphPicture.addTo(spec);
    spec.addOption(
        Options.flag(
            "--verbose", "text: say which dependency it is and why, and what units listen for."));
    spec.addOption(Options.flag("--plain", "text: each unit once, a line each."));
    spec.usageMessage()
        .footer(
            "",
            "text: the tree below each UNIT; × cannot be started, ○ masked, … unfolded elsewhere.",
            "svg, html, dot: what is near each UNIT, or what default.target starts.",
            "json: all that starting each UNIT loads; where something is selected, the edges near"
                + " it.",
            "",
            "unitlint graph --format svg --output boot.svg --root /mnt/image",
            "unitlint graph --kind ordering --from 'ssh*' --depth 2 --reduce");
    return spec;
  }

  private static void addSelection(CommandSpec spec) {
    spec.addOption(
        Options.texts(
            "--kind",
            "KINDS",
            "requirement, ordering, conflict, trigger, other, all, or names as After,Wants."));
    spec.addOption(Options.texts("--from", "UNIT", "Only dependencies of these units."));
    spec.addOption(Options.texts("--to", "UNIT", "Only dependencies on these units."));
    spec.addOption(
        Options.text(
            "--depth", "N", "As far as N edges away; default: 1; text: all levels of targets."));
    spec.addOption(Options.flag("--reverse", "What depends on UNIT, not what it depends on."));
    spec.addOption(Options.flag("--after", "As --kind After; text: what UNIT is ordered after."));
    spec.addOption(
        Options.flag("--before", "As --kind Before; text: what UNIT is ordered before."));
    spec.addOption(Options.flag("--without-default", "Not what systemd adds by default."));
    spec.addOption(Options.flag("--reduce", "Not the ordering that follows from other ordering."));
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    var format = Options.choice(arguments, "--format", "text", GraphFormat::ofWord);
    var palette = Options.palette(arguments, terminal);
    var kinds = kinds(arguments, format);
    var style = style(arguments, kinds);
    var words = Lookup.words(arguments);
    var found = Lookup.of(arguments, terminal).find(words);
    var asked = Asked.of(found, scope(arguments, format), terminal);
    boolean focus = asked.named() && !(format.isPicture() && Lookup.areFolders(words, terminal));
    var selection = selection(arguments, format, kinds, asked, focus);
    if (format.isPicture()) {
      int status = new GraphPicture(arguments, found, asked, selection).write(format, terminal);
      return found.isComplete() ? status : Exit.UNREADABLE;
    }
    var subgraph = selection.of(asked.graph());
    Options.write(
        arguments,
        terminal,
        format == GraphFormat.JSON
            ? out -> GraphJson.write(target(words), subgraph, out)
            : out ->
                GraphText.write(
                    subgraph, asked.units(), listeners(arguments, subgraph), style, palette, out));
    return found.isComplete() ? Exit.CLEAN : Exit.UNREADABLE;
  }

  /** What is told of units that listen: of xinetd always, of others where all is told. */
  private static List<Activator> listeners(ParseResult arguments, Subgraph graph) {
    if (UNTOLD.stream().anyMatch(arguments::hasMatchedOption)) {
      return List.of();
    }
    boolean all = arguments.hasMatchedOption("--verbose");
    return Activators.of(graph.graph(), graph.units()).stream()
        .filter(a -> all || a.kind() == Activator.Kind.XINETD)
        .toList();
  }

  private static String target(List<String> words) {
    return words.isEmpty() ? Asked.DEFAULT_TARGET : String.join(" ", words);
  }

  private static boolean isSelecting(ParseResult arguments) {
    return SELECTING.stream().anyMatch(arguments::hasMatchedOption);
  }

  private static Asked.Scope scope(ParseResult arguments, GraphFormat format) {
    if (arguments.hasMatchedOption("--all")) {
      return Asked.Scope.ALL;
    }
    return format == GraphFormat.JSON && !isSelecting(arguments)
        ? Asked.Scope.NAMED
        : Asked.Scope.STARTED;
  }

  /** The kinds as they are followed downwards in a tree; elsewhere both ends of each count. */
  private static Kinds kinds(ParseResult arguments, GraphFormat format) throws Trouble {
    var words = new ArrayList<>(arguments.matchedOptionValue("--kind", List.<String>of()));
    if (arguments.hasMatchedOption("--after")) {
      words.add("After");
    }
    if (arguments.hasMatchedOption("--before")) {
      words.add("Before");
    }
    if (words.isEmpty()) {
      return usual(format);
    }
    return Kinds.of(words);
  }

  private static Kinds usual(GraphFormat format) {
    return switch (format) {
      case TEXT -> Kinds.REQUIREMENT;
      case DOT, SVG, HTML -> Kinds.usual();
      case JSON -> Kinds.all();
    };
  }

  private static Selection selection(
      ParseResult arguments, GraphFormat format, Kinds kinds, Asked asked, boolean focus)
      throws Trouble {
    boolean tree = format == GraphFormat.TEXT;
    boolean reverse = arguments.hasMatchedOption("--reverse");
    boolean whole = format == GraphFormat.JSON && !isSelecting(arguments);
    boolean ends = arguments.hasMatchedOption("--from") || arguments.hasMatchedOption("--to");
    var around = units(arguments, "--around", asked.graph());
    boolean near = focus || !ends && (reverse || arguments.hasMatchedOption("--depth"));
    return new Selection(
        !around.isEmpty() ? around : near && !tree && !whole ? asked.units() : Set.of(),
        units(arguments, "--from", asked.graph()),
        units(arguments, "--to", asked.graph()),
        kinds.ofEdges(),
        Options.number(arguments, "--depth").orElse(1),
        reverse,
        arguments.hasMatchedOption("--without-default"),
        arguments.hasMatchedOption("--reduce"));
  }

  private static Set<String> units(ParseResult arguments, String option, DependencyGraph graph)
      throws Trouble {
    var units = new TreeSet<String>();
    for (String word : arguments.matchedOptionValue(option, List.<String>of())) {
      units.addAll(Asked.matches(UnitWord.of(word), graph));
    }
    return units;
  }

  private static GraphText.Style style(ParseResult arguments, Kinds kinds) throws Trouble {
    var depth = Options.number(arguments, "--depth");
    return new GraphText.Style(
        (arguments.hasMatchedOption("--reverse") ? kinds.reversed() : kinds).followed(),
        depth.orElse(Integer.MAX_VALUE),
        depth.isPresent() || arguments.hasMatchedOption("--all"),
        arguments.hasMatchedOption("--plain"),
        arguments.hasMatchedOption("--verbose"));
  }
}
