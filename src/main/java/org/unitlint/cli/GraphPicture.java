package org.unitlint.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.Question;
import org.unitlint.boot.Request;
import org.unitlint.boot.WhatIf;
import org.unitlint.boot.profile.Profile;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.graph.Cycle;
import org.unitlint.graph.Cycles;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;
import org.unitlint.graph.PulledIn;
import org.unitlint.graph.Selection;
import org.unitlint.graph.Subgraph;
import org.unitlint.report.GraphFormat;
import org.unitlint.report.draw.Detail;
import org.unitlint.report.draw.DiagramPage;
import org.unitlint.report.draw.Grouping;
import org.unitlint.report.draw.Marked;
import org.unitlint.report.draw.Picture;
import org.unitlint.report.draw.Usual;
import org.unitlint.report.draw.Wish;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the options of {@code graph} say about pictures, and the diagram that they ask for. */
final class GraphPicture {
  /** With more units these are drawn in frames. */
  private static final int MANY = 80;

  /** How many units a title names. */
  private static final int MOST_NAMED = 4;

  private final ParseResult arguments;
  private final Lookup.Found found;
  private final Asked asked;
  private final Selection selection;
  private final DependencyGraph graph;
  private final SortedSet<String> started = new TreeSet<>();
  private final List<Cycle> cycles;

  /** The picture of that part of a graph. */
  GraphPicture(ParseResult arguments, Lookup.Found found, Asked asked, Selection selection) {
    this.arguments = arguments;
    this.found = found;
    this.asked = asked;
    this.selection = selection;
    this.graph = asked.graph();
    for (String anchor : anchors()) {
      started.addAll(PulledIn.by(graph, anchor).units());
    }
    this.cycles = cycles();
  }

  /** Adds the options. */
  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.texts("--around", "UNIT", "As UNIT: what is near these, in any direction."));
    spec.addOption(
        Options.flag("--critical", "Diagrams: what the simulated boot waits for, and in between."));
    spec.addOption(Options.flag("--cycles", "Diagrams: the ordering cycles, and what to cut."));
    spec.addOption(
        Options.text(
            "--fold",
            "WHAT",
            "Diagrams: overview, leaves, edges or nothing; default: by their size."));
    spec.addOption(
        Options.text(
            "--cluster",
            "BY",
            "Diagrams: frames by target (default where much is drawn), slice or none."));
    spec.addOption(
        Options.text(
            "--engine", "NAME", "svg, html: embedded (default), or Graphviz's dot, if installed."));
    spec.addOption(
        Options.flag(
            "--findings", "svg: mark the units at which check finds something; html does always."));
    Configuration.addFinding(spec);
  }

  private SortedSet<String> anchors() {
    var anchors = new TreeSet<String>();
    graph
        .unit(Asked.DEFAULT_TARGET)
        .filter(u -> u.isLoaded())
        .ifPresentOrElse(u -> anchors.add(u.toString()), () -> anchors.addAll(asked.units()));
    return anchors;
  }

  /** Those that a boot runs into; all where they are asked for, or nothing is booted. */
  private List<Cycle> cycles() {
    if (has("--cycles") || !boots()) {
      return Cycles.of(graph);
    }
    var found = new ArrayList<Cycle>();
    for (String anchor : anchors()) {
      for (Cycle cycle : Cycles.of(graph, anchor)) {
        if (found.stream().noneMatch(c -> c.edges().equals(cycle.edges()))) {
          found.add(cycle);
        }
      }
    }
    return found;
  }

  private boolean boots() {
    return graph.unit(Asked.DEFAULT_TARGET).filter(u -> u.isLoaded()).isPresent();
  }

  private boolean has(String option) {
    return arguments.hasMatchedOption(option);
  }

  private boolean isFocused() {
    return !selection.units().isEmpty()
        || !selection.from().isEmpty()
        || !selection.to().isEmpty()
        || has("--critical")
        || has("--cycles");
  }

  /** What a check finds at the units. */
  private UnitFindings findings(Terminal terminal) throws Trouble {
    var configuration = Configuration.of(arguments, terminal);
    var lookup = Lookup.of(arguments, terminal);
    var checked = CheckCommand.checker(configuration, lookup).check(found.inputs().parts());
    return UnitFindings.of(graph, checked.told());
  }

  private static SortedMap<String, Marked> marks(UnitFindings findings, boolean page) {
    var marks = new TreeMap<String, Marked>();
    findings
        .byUnit()
        .forEach(
            (unit, found) ->
                marks.put(
                    unit,
                    new Marked(
                        found.get(0).severity(),
                        found.size(),
                        found.stream().map(GraphPicture::line).toList(),
                        page ? DiagramPage.findings(unit) : "")));
    return marks;
  }

  private static String line(Diagnostic finding) {
    return finding.severity().word()
        + " "
        + finding.rule().code()
        + ": "
        + finding.message().replace("`", "");
  }

  /** The picture; on a page units lead to what is said of them. */
  private Picture picture(UnitFindings findings, boolean page) throws Trouble {
    var detail = detail();
    boolean whole = !isFocused();
    boolean many = whole && boots() && started.size() > MANY;
    var grouping =
        Options.choice(arguments, "--cluster", many ? "target" : "none", GraphPicture::grouping);
    var rings = new TreeSet<Edge>(Edge.ORDER);
    cycles.forEach(c -> rings.addAll(c.edges()));
    var critical = has("--critical") ? critical() : List.<String>of();
    var within = within(critical);
    boolean all = whole || detail == Detail.EVERYTHING;
    var part =
        selection.of(
            graph,
            e ->
                (within.isEmpty() || within.contains(e.from()) && within.contains(e.to()))
                    && (all || !Usual.is(e) && !isElsewhere(e) || rings.contains(e)));
    var shown = whole || has("--cycles") ? cycles : near(part);
    return new Picture(
        new Wish(
                title(),
                part,
                whole,
                whole || focus().size() > MOST_NAMED ? new TreeSet<>() : focus(),
                started,
                shown,
                critical,
                page ? DiagramPage.links(graph.units().keySet(), shown) : new TreeMap<>(),
                detail,
                grouping)
            .marked(marks(findings, page)));
  }

  /** Whether it is a conflict with what is not started, such as a shutdown, and not asked for. */
  private boolean isElsewhere(Edge edge) {
    return edge.kind() == Dependency.CONFLICTS
        && !has("--kind")
        && !(isHere(edge.from()) && isHere(edge.to()));
  }

  private boolean isHere(String unit) {
    return started.contains(unit) || focus().contains(unit);
  }

  /** The units that alone are drawn; none for no such limit. */
  private Set<String> within(List<String> critical) {
    var within = new TreeSet<String>(critical);
    if (has("--cycles")) {
      cycles.forEach(c -> within.addAll(c.units()));
      within.add("");
    }
    return focus().isEmpty() ? within : Set.of();
  }

  private SortedSet<String> focus() {
    var focus = new TreeSet<String>(selection.units());
    focus.addAll(selection.from());
    focus.addAll(selection.to());
    return focus;
  }

  /** The cycles that are part of it. */
  private List<Cycle> near(Subgraph part) {
    var near = part.edges().collect(Collectors.toSet());
    return cycles.stream().filter(c -> near.containsAll(c.edges())).toList();
  }

  private Detail detail() throws Trouble {
    boolean part = isFocused() || has("--all") || has("--cluster") || !boots();
    boolean few = part || Detail.ofAll(started.size()) == Detail.LEAVES;
    return Options.choice(arguments, "--fold", few ? "leaves" : "overview", GraphPicture::detail);
  }

  private List<String> critical() throws Trouble {
    var anchor = anchors().first();
    var request = Request.boot(graph, anchor);
    if (request.isEmpty()) {
      throw Trouble.usage("--critical: " + anchor + " cannot be started");
    }
    var question =
        new Question(
            request.get(),
            Profile.of(graph.machine()),
            List.of(),
            Map.of(),
            Optional.empty(),
            OptionalInt.empty(),
            WhatIf.NOTHING,
            0,
            false,
            false);
    return Forecast.of(graph, question, (done, all) -> {}).timeline().criticalPath();
  }

  private String title() {
    if (has("--cycles")) {
      return cycles.isEmpty() ? "No ordering cycles" : "Ordering cycles";
    }
    if (has("--critical")) {
      return "What the boot waits for";
    }
    if (isFocused()) {
      var names = List.copyOf(focus());
      int more = names.size() - MOST_NAMED;
      return "Around "
          + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
          + (more > 0 ? " and " + more + " more" : "");
    }
    var names = List.copyOf(anchors());
    int more = names.size() - MOST_NAMED;
    return "What "
        + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
        + (more > 0 ? " and " + more + " more start" : names.size() > 1 ? " start" : " starts");
  }

  /** Writes the picture in that format; returns the exit status. */
  int write(GraphFormat format, Terminal terminal) throws Trouble {
    boolean page = format == GraphFormat.HTML;
    var findings = page || has("--findings") ? findings(terminal) : UnitFindings.NONE;
    var picture = picture(findings, page);
    boolean dot = Options.choice(arguments, "--engine", "embedded", GraphPicture::isDot);
    if (format == GraphFormat.DOT) {
      Options.write(arguments, terminal, picture::dot);
      return Exit.CLEAN;
    }
    if (!dot && picture.isTooLarge()) {
      Options.write(arguments, terminal, picture::dot);
      terminal.say(
          "too much to draw: "
              + picture.diagram().boxes().size()
              + " boxes, "
              + picture.diagram().arrows().size()
              + " arrows; written as dot instead; --fold overview, --around, --from, --to,"
              + " --critical or --cycles draw less");
      return Exit.UNREADABLE;
    }
    String svg = drawn(picture, dot, format == GraphFormat.SVG, terminal);
    Options.write(
        arguments,
        terminal,
        format == GraphFormat.SVG
            ? out -> out.write(svg)
            : out -> picture.page(svg, findings.byUnit(), findings.others(), out));
    return Exit.CLEAN;
  }

  private static String drawn(Picture picture, boolean dot, boolean styled, Terminal terminal)
      throws Trouble {
    try {
      if (!dot) {
        return picture.drawn(styled);
      }
      String folders = terminal.environment().getOrDefault("PATH", "");
      if (!isThere("dot", folders)) {
        throw Trouble.unreadable("--engine dot: there is no program `dot` in PATH");
      }
      return picture.drawnByDot(folders);
    } catch (IOException e) {
      var reason = Optional.ofNullable(e.getMessage()).orElse("it failed");
      throw Trouble.unreadable("--engine dot: " + reason.lines().findFirst().orElse("it failed"));
    }
  }

  private static boolean isThere(String program, String folders) {
    for (String folder : folders.split(Pattern.quote(File.pathSeparator))) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Boolean> isDot(String word) {
    return switch (word) {
      case "embedded" -> Optional.of(false);
      case "dot" -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  private static Optional<Grouping> grouping(String word) {
    return of(word, Grouping.values());
  }

  private static Optional<Detail> detail(String word) {
    return switch (word) {
      case "overview" -> Optional.of(Detail.OVERVIEW);
      case "leaves" -> Optional.of(Detail.LEAVES);
      case "edges" -> Optional.of(Detail.UNITS);
      case "nothing" -> Optional.of(Detail.EVERYTHING);
      default -> Optional.empty();
    };
  }

  private static <E extends Enum<E>> Optional<E> of(String word, E[] values) {
    for (E value : values) {
      if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
