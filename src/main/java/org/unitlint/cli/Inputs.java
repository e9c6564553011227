package org.unitlint.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.UnitName;
import org.unitlint.report.Findings;
import org.unitlint.rule.Linter;
import org.unitlint.rule.Rule;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.OverlayTree;
import org.unitlint.source.Paths;

/**
 * What a command line asks to look at: whole machines, and files that are looked at in their
 * folders or as if installed on a machine.
 */
final class Inputs {
  private static final int MAX_STDIN_BYTES = 64 << 20;

  private final Scope scope;
  private final int version;
  private final boolean emulate;
  private final Terminal terminal;
  private final List<FileTree> machines = new ArrayList<>();
  private final List<NamedFile> files = new ArrayList<>();
  private Optional<FileTree> root = Optional.empty();
  private boolean unreadable;

  private Inputs(Lookup lookup) {
    this.scope = lookup.scope();
    this.version = lookup.version();
    this.emulate = lookup.emulate();
    this.terminal = lookup.terminal();
  }

  /**
   * The inputs of a command line.
   *
   * @param stdin what the file on standard input is called; may be empty
   */
  static Inputs of(List<String> paths, String stdin, Lookup lookup) throws Trouble {
    var root = lookup.root();
    var inputs = new Inputs(lookup);
    if (root.isPresent()) {
      inputs.root = Optional.of(inputs.root(root.get()));
    } else if (paths.isEmpty()) {
      inputs.machines.add(inputs.searchable(new DiskTree(Path.of("/"), p -> p), "this machine"));
    }
    if (root.isPresent() && paths.isEmpty()) {
      inputs.machines.add(inputs.searchable(inputs.root.get(), root.get()));
    }
    for (String path : paths) {
      inputs.add(path, stdin);
    }
    return inputs;
  }

  /** What was found, and whether something that was asked for could not be read. */
  record Checked(Findings findings, boolean unreadable) {}

  /** Checks everything. */
  Checked check(List<Rule> rules) {
    var found = new ArrayList<Diagnostic>();
    int files = 0;
    int units = 0;
    for (FileTree tree : machines) {
      var machine = Machines.of(tree, Setup.machine(scope, version), emulate);
      var result = new Linter(machine, rules).check(path -> true);
      found.addAll(result.diagnostics());
      files += result.files();
      units += result.units();
      unreadable |= machine.hasUnreadable();
    }
    for (Batch batch : Batch.of(this.files)) {
      var job = job(batch);
      var result = new Linter(job.machine, rules).check(job.wanted);
      found.addAll(result.diagnostics());
      files += result.files();
      units += result.units();
      unreadable |= job.machine.hasUnreadable();
    }
    return new Checked(new Findings(found, files, units), unreadable);
  }

  /** A machine, and which of its paths are to be reported. */
  private record Job(Machine machine, Predicate<String> wanted) {}

  /** All inputs as one tree, and the units of the files that were named, each once. */
  record Whole(FileTree tree, Setup setup, List<UnitName> units) {}

  /** All inputs as one machine; of two files of one name that of the first folder counts. */
  Whole whole() throws Trouble {
    if (machines.size() + (files.isEmpty() ? 0 : 1) > 1) {
      throw Trouble.usage("only one root can be looked at, and no other files beside it");
    }
    if (machines.size() == 1) {
      return new Whole(machines.get(0), Setup.machine(scope, version), List.of());
    }
    if (files.isEmpty()) {
      throw Trouble.unreadable("no units there");
    }
    var laid = lay(new Batch(files, List.of()));
    var units = new TreeSet<UnitName>();
    files.forEach(f -> f.owner().ifPresent(units::add));
    return new Whole(laid.tree, laid.setup, List.copyOf(units));
  }

  /** Whether something that was named could not be read. */
  boolean unreadable() {
    return unreadable;
  }

  private Job job(Batch batch) {
    var laid = lay(batch);
    return new Job(Machines.of(laid.tree, laid.setup, emulate), laid.paths::contains);
  }

  /** Files laid over a tree, and where. */
  private record Laid(FileTree tree, Setup setup, Set<String> paths) {}

  private Laid lay(Batch batch) {
    var laid = new TreeMap<String, OverlayTree.Origin>();
    var folders = new LinkedHashSet<String>();
    for (NamedFile file : batch.files()) {
      String folder = root.isPresent() ? scope.adminFolder() : file.folder();
      folders.add(folder);
      laid.putIfAbsent(
          Paths.join(folder, file.installName()), new OverlayTree.Origin(file.tree(), file.path()));
    }
    folders.addAll(batch.context());
    var base = root.orElseGet(() -> new DiskTree(Path.of("/"), p -> p));
    var setup =
        root.isPresent()
            ? Setup.machine(scope, version)
            : Setup.folders(scope, version, List.copyOf(folders));
    return new Laid(new OverlayTree(base, laid), setup, laid.keySet());
  }

  private FileTree root(String folder) throws Trouble {
    var tree = new DiskTree(Path.of("/"));
    var node = Paths.resolve(tree, absolute(folder)).node();
    if (node.is(Node.Kind.MISSING)) {
      throw Trouble.unreadable("--root " + folder + ": no such folder");
    }
    if (!node.is(Node.Kind.FOLDER)) {
      throw Trouble.unreadable("--root " + folder + ": not a folder");
    }
    return new DiskTree(path(folder));
  }

  /** The tree, which must hold some folder of units. */
  private FileTree searchable(FileTree tree, String name) throws Trouble {
    if (scope.searchPath().stream().noneMatch(p -> isFolder(tree, p))) {
      throw Trouble.unreadable(
          name + " holds no units: there is no etc/systemd, usr/lib/systemd or the like in it");
    }
    return tree;
  }

  private static boolean isFolder(FileTree tree, String path) {
    return Paths.resolve(tree, path).node().is(Node.Kind.FOLDER);
  }

  private void add(String path, String stdin) throws Trouble {
    if (path.equals("-")) {
      addStdin(stdin);
      return;
    }
    String absolute = absolute(path);
    var whole = new DiskTree(Path.of("/"), p -> Given.display(p, absolute, path));
    var resolved = Paths.resolve(whole, absolute);
    switch (resolved.node().kind()) {
      case FOLDER -> {
        if (root.isEmpty() && isRoot(whole, absolute)) {
          var tree = new DiskTree(path(path), p -> Given.join(path, p));
          machines.add(searchable(tree, path));
        } else {
          var contents = new Folder(whole, absolute).contents();
          files.addAll(contents.files());
          contents.unreadable().forEach(f -> fail(whole.display(f), "permission denied"));
        }
      }
      case FILE -> {
        var file = NamedFile.of(whole, absolute);
        if (file.isPresent()) {
          files.add(file.get());
        } else {
          terminal.say(path + ": not a kind of file that is checked, left out");
        }
      }
      case MISSING ->
          fail(path, resolved.loop() ? "a link that leads to itself" : "no such file or folder");
      case SPECIAL -> fail(path, "not a regular file");
      default -> fail(path, "permission denied");
    }
  }

  private void fail(String path, String reason) {
    terminal.say(path + ": " + reason);
    unreadable = true;
  }

  private static boolean isRoot(FileTree tree, String path) {
    for (String inside : List.of("etc/systemd", "usr/lib/systemd", "lib/systemd")) {
      if (isFolder(tree, Paths.join(path, inside))) {
        return true;
      }
    }
    return false;
  }

  private void addStdin(String name) throws Trouble {
    byte[] bytes;
    try {
      bytes = terminal.in().readNBytes(MAX_STDIN_BYTES);
    } catch (IOException e) {
      throw Trouble.unreadable("cannot read standard input: " + reason(e));
    }
    String shown = name.isEmpty() ? "<stdin>" : name;
    String absolute = name.isEmpty() ? "/stdin" : absolute(name);
    var tree = new StdinTree(new MemoryTree().file(absolute, bytes, false), shown);
    var file = NamedFile.of(tree, absolute);
    if (file.isEmpty()) {
      throw Trouble.usage(
          shown + ": not a kind of file that is checked; say with --stdin-filename what it is");
    }
    files.add(file.get());
  }

  private String absolute(String path) throws Trouble {
    return Paths.normalize(path(path).toString());
  }

  private Path path(String path) throws Trouble {
    try {
      return terminal.folder().resolve(path);
    } catch (InvalidPathException e) {
      throw Trouble.unreadable("no file can have that name: " + e.getReason());
    }
  }

  /** Why something could not be read or written, in a few words. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
  }

  /** The file on standard input, under the name that the user gave it. */
  private record StdinTree(FileTree tree, String shown) implements FileTree {
    @Override
    public Node node(String path) {
      return tree.node(path);
    }

    @Override
    public List<String> children(String path) throws IOException {
      return tree.children(path);
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
      return tree.read(path, limit);
    }

    @Override
    public String display(String path) {
      return shown;
    }
  }

  /** How to show a path, given one that the user wrote. */
  private static final class Given {
    static String display(String path, String absolute, String given) {
      return path.equals(absolute)
          ? given
          : path.startsWith(absolute + "/") ? join(given, path.substring(absolute.length())) : path;
    }

    static String join(String given, String below) {
      String plain = below.startsWith("/") ? below.substring(1) : below;
      if (plain.isEmpty()) {
        return given;
      }
      return given.equals(".") ? plain : given.endsWith("/") ? given + plain : given + "/" + plain;
    }
  }
}
