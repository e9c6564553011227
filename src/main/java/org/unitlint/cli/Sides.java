package org.unitlint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.cli.Checker.Checked;
import org.unitlint.cli.Checker.Told;
import org.unitlint.diff.Comparison;
import org.unitlint.diff.Finding;
import org.unitlint.diff.Side;
import org.unitlint.host.Machine;
import org.unitlint.host.Setup;
import org.unitlint.host.xinetd.XinetdDaemon;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import picocli.CommandLine.ParseResult;

/** Makes the two sides of a comparison of what the command line names. */
final class Sides {
  /** Deeper folders are no roots that anybody means. */
  private static final int DEEPEST = 6;

  private final ParseResult arguments;
  private final Terminal terminal;
  private final Lookup lookup;
  private final Checker checker;
  private boolean unreadable;

  Sides(ParseResult arguments, Terminal terminal) throws Trouble {
    this.arguments = arguments;
    this.terminal = terminal;
    this.lookup = Lookup.of(arguments, terminal);
    this.checker = CheckCommand.checker(Configuration.of(arguments, terminal), lookup);
  }

  /** Whether something could not be read; it was talked of. */
  boolean unreadable() {
    return unreadable;
  }

  /** The machine of {@code --root} with those files installed. */
  Side installed(List<String> paths) throws Trouble {
    var inputs = Inputs.of(paths, "", lookup);
    unreadable |= inputs.unreadable();
    if (paths.isEmpty()) {
      return side(inputs.whole(), inputs.parts(), List.of("/"));
    }
    var whole = inputs.installed();
    var folder = Paths.normalize(terminal.path(lookup.root().orElseThrow()).toString());
    var part = new Inputs.Part(whole.tree(), whole.setup(), Optional.of(folder), new TreeMap<>());
    return side(whole, List.of(part), List.of("/"));
  }

  /**
   * What is otherwise than in a state before, which is looked at in the same way.
   *
   * @param now what is looked at
   * @param prospect of that
   * @param checked what was found there
   */
  Comparison since(
      String before, Inputs now, List<String> paths, Prospect prospect, Checked checked)
      throws Trouble {
    boolean root = lookup.root().isPresent() || paths.isEmpty();
    var disk = new DiskTree(Path.of("/"), p -> p);
    if (root && !Paths.resolve(disk, absolute(before)).node().is(Node.Kind.FOLDER)) {
      throw Trouble.unreadable("--since " + before + ": no such folder");
    }
    var inputs = root ? root(before) : readable(Inputs.of(List.of(before), "", lookup));
    var whole = now.whole();
    var old = inputs.hasUnits() ? inputs.whole() : empty(whole.setup());
    refuseUnlike(old.setup(), whole.setup());
    var first = side(old, inputs.parts(), bases(before));
    if (root && !paths.isEmpty()) {
      return Comparison.of(first, installed(paths));
    }
    var bases = new ArrayList<String>();
    for (String path : paths) {
      bases.addAll(bases(path));
    }
    boolean same =
        prospect.machine() == prospect.found().completed()
            && prospect.target().equals(Prospect.DEFAULT_TARGET);
    var second = same ? prospect : prospect(prospect.found(), checked);
    return Comparison.of(first, side(second, checked, now.parts(), bases));
  }

  /** Two roots, or two folders or files. */
  Comparison of(String before, String after) throws Trouble {
    var disk = new DiskTree(Path.of("/"), p -> p);
    var old = inputs(before, disk);
    return compared(old, before, inputs(after, disk), after);
  }

  private Inputs inputs(String path, FileTree disk) throws Trouble {
    return Inputs.isRoot(disk, absolute(path))
        ? root(path)
        : readable(Inputs.of(List.of(path), "", lookup));
  }

  private Inputs root(String path) throws Trouble {
    var asked =
        new Lookup(Optional.of(path), lookup.scope(), lookup.version(), lookup.emulate(), terminal);
    return readable(Inputs.of(List.of(), "", asked));
  }

  private static Inputs readable(Inputs inputs) throws Trouble {
    if (inputs.unreadable()) {
      throw Trouble.unreadable("nothing is compared");
    }
    return inputs;
  }

  /** The same path of two trees; where a root lies below it, that. */
  Comparison of(String path, FileTree before, FileTree after) throws Trouble {
    var roots = new TreeSet<String>();
    String at = absolute(path);
    roots(before, at, "", DEEPEST, roots);
    roots(after, at, "", DEEPEST, roots);
    if (roots.size() > 1) {
      throw Trouble.usage(
          "several roots are there: "
              + String.join(", ", roots.stream().limit(3).toList())
              + (roots.size() > 3 ? ", …" : "")
              + "; say which");
    }
    String below = roots.isEmpty() ? "" : roots.first();
    String named = below.isEmpty() ? path : path.equals(".") ? below : path + "/" + below;
    if (!below.isEmpty() && (hasOthers(before, path, named) || hasOthers(after, path, named))) {
      terminal.say(
          "only " + named + " is compared, the root of a machine; other units lie outside");
    }
    return compared(in(before, named), named, in(after, named), named);
  }

  /** Whether units lie below the path, but not in that folder. */
  private boolean hasOthers(FileTree tree, String path, String folder) throws Trouble {
    String inside = absolute(folder);
    return in(tree, path).files().stream().anyMatch(f -> !Paths.isWithin(f.path(), inside));
  }

  private Inputs in(FileTree tree, String path) throws Trouble {
    boolean there = !Paths.resolve(tree, absolute(path)).node().is(Node.Kind.MISSING);
    return Inputs.in(tree, there ? List.of(path) : List.of(), lookup);
  }

  private static void roots(
      FileTree tree, String folder, String below, int depth, TreeSet<String> roots) {
    if (Inputs.isRoot(tree, folder)) {
      roots.add(below);
      return;
    }
    if (depth == 0) {
      return;
    }
    try {
      for (String child : tree.children(folder)) {
        String path = Paths.join(folder, child);
        boolean hidden = child.startsWith(".") || child.equals("node_modules");
        if (!hidden && tree.node(path).is(Node.Kind.FOLDER)) {
          roots(tree, path, below.isEmpty() ? child : below + "/" + child, depth - 1, roots);
        }
      }
    } catch (IOException e) {
      // What cannot be read holds no root.
    }
  }

  private Comparison compared(Inputs before, String first, Inputs after, String second)
      throws Trouble {
    if (before.isEmpty() && after.isEmpty()) {
      throw Trouble.unreadable("no units there");
    }
    unreadable |= before.unreadable() || after.unreadable();
    var old = bases(first);
    var now = bases(second);
    var all = Optional.<Comparison>empty();
    for (Set<String> batch : batches(before.files(), old, after.files(), now)) {
      var part =
          compared(
              before.only(f -> batch.contains(place(f.path(), old)), all.isEmpty()),
              old,
              after.only(f -> batch.contains(place(f.path(), now)), all.isEmpty()),
              now);
      all = Optional.of(all.isEmpty() ? part : all.get().and(part));
    }
    return all.orElseThrow();
  }

  /**
   * The places of the files, in as few parts as their names allow: a file has the same part on both
   * sides. There is one part at least.
   */
  private static List<Set<String>> batches(
      List<NamedFile> before, List<String> first, List<NamedFile> after, List<String> second) {
    var old = new TreeMap<String, NamedFile>();
    var now = new TreeMap<String, NamedFile>();
    before.forEach(f -> old.putIfAbsent(place(f.path(), first), moved(f, first)));
    after.forEach(f -> now.putIfAbsent(place(f.path(), second), moved(f, second)));
    var files = new LinkedHashMap<>(old);
    files.keySet().retainAll(now.keySet());
    // What is on both sides comes first, so that what is new puts none of it elsewhere.
    old.forEach(files::putIfAbsent);
    now.forEach(files::putIfAbsent);
    var batches = new ArrayList<Set<String>>();
    for (Batch batch : Batch.of(List.copyOf(files.values()))) {
      var places = new HashSet<String>();
      batch.files().forEach(f -> places.add(f.path()));
      batches.add(places);
    }
    return batches.isEmpty() ? List.of(Set.of()) : batches;
  }

  /** The file as if it lay where its place on both sides is. */
  private static NamedFile moved(NamedFile file, List<String> bases) {
    return new NamedFile(
        file.tree(), place(file.path(), bases), place(file.folder(), bases), file.installName());
  }

  private Comparison compared(Inputs before, List<String> first, Inputs after, List<String> second)
      throws Trouble {
    var old = before.hasUnits() ? Optional.of(before.whole()) : Optional.<Inputs.Whole>empty();
    var now = after.hasUnits() ? Optional.of(after.whole()) : Optional.<Inputs.Whole>empty();
    var like = old.or(() -> now).map(Inputs.Whole::setup).orElseGet(this::nothing);
    refuseUnlike(now.map(Inputs.Whole::setup).orElse(like), like);
    return Comparison.of(
        side(old.orElse(empty(like)), before.parts(), first),
        side(now.orElse(empty(like)), after.parts(), second));
  }

  private static void refuseUnlike(Setup one, Setup other) throws Trouble {
    if (one.whole() != other.whole()) {
      throw Trouble.usage("a root of a machine is compared with what is none");
    }
  }

  private Setup nothing() {
    return Setup.files(lookup.scope(), lookup.version());
  }

  private Inputs.Whole empty(Setup like) {
    var setup = like.whole() ? like : nothing();
    return new Inputs.Whole(new MemoryTree(), setup, List.of());
  }

  /** The folders from which on paths are compared. */
  private List<String> bases(String path) throws Trouble {
    String absolute = absolute(path);
    return List.of(absolute, Paths.parent(absolute));
  }

  private String absolute(String path) throws Trouble {
    return Paths.normalize(terminal.path(path).toString());
  }

  private Side side(Inputs.Whole whole, List<Inputs.Part> parts, List<String> bases)
      throws Trouble {
    var checked = checker.check(parts);
    var prospect = prospect(checked.machine(whole, lookup), checked);
    unreadable |= checked.unreadable();
    return side(prospect, checked, parts, bases);
  }

  private Prospect prospect(Machine machine, Checked checked) throws Trouble {
    return Prospect.of(
        machine, machine.completed(), Prospect.DEFAULT_TARGET, checked, arguments, terminal);
  }

  private static Side side(
      Prospect prospect, Checked checked, List<Inputs.Part> parts, List<String> bases) {
    var findings = new ArrayList<Finding>();
    for (Told told : CheckCommand.shown(checked.told())) {
      findings.add(new Finding(told.finding(), place(told.where(), bases)));
    }
    return new Side(
        prospect.found(),
        prospect.graph(),
        prospect.starts(),
        prospect.forecast(),
        services(prospect.found(), parts),
        findings);
  }

  private static String place(Where where, List<String> bases) {
    return where.inRoot().orElseGet(() -> place(where.path(), bases));
  }

  /** A path from what is compared on. */
  private static String place(String path, List<String> bases) {
    return bases.stream()
        .filter(b -> !b.equals("/") && Paths.isWithin(path, b))
        .findFirst()
        .map(b -> path.substring(b.length()))
        .orElse(path);
  }

  private static List<XinetdService> services(Machine machine, List<Inputs.Part> parts) {
    var services = new ArrayList<XinetdService>();
    var machines = new ArrayList<>(List.of(machine));
    for (var part : parts) {
      if (!machine.setup().whole() && part.setup().searchPath().isEmpty()) {
        machines.add(new Machine(part.tree(), part.setup()));
      }
    }
    for (Machine each : machines) {
      XinetdDaemon.of(each).ifPresent(d -> services.addAll(d.read(each).services()));
    }
    return services;
  }
}
