package org.unitlint.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.UnitName;
import org.unitlint.host.xinetd.XinetdSetup;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.FolderTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.OverlayTree;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/**
 * What a command line asks to look at: whole machines, and files that are looked at in their
 * folders or as if installed on a machine.
 */
final class Inputs {
  private static final int MAX_STDIN_BYTES = 64 << 20;

  private final Scope scope;
  private final int version;
  private final Terminal terminal;
  private final Optional<FileTree> instead;
  private final List<Root> machines = new ArrayList<>();
  private final List<NamedFile> files = new ArrayList<>();
  private final List<XinetdPath> xinetd = new ArrayList<>();
  private Optional<FileTree> root = Optional.empty();
  private Optional<OverlayTree.Origin> stdin = Optional.empty();
  private boolean unreadable;

  /**
   * A whole machine.
   *
   * @param folder the absolute path of its root on this machine
   */
  private record Root(FileTree tree, String folder) {}

  private Inputs(Lookup lookup, Optional<FileTree> instead) {
    this.instead = instead;
    this.scope = lookup.scope();
    this.version = lookup.version();
    this.terminal = lookup.terminal();
  }

  /**
   * The inputs of a command line.
   *
   * @param stdin what the file on standard input is called; may be empty
   */
  static Inputs of(List<String> paths, String stdin, Lookup lookup) throws Trouble {
    return of(paths, stdin, lookup, Optional.empty());
  }

  /** The inputs of a command line whose paths are those of another tree than the disk's. */
  static Inputs in(FileTree tree, List<String> paths, Lookup lookup) throws Trouble {
    return of(paths, "", lookup, Optional.of(tree));
  }

  private static Inputs of(
      List<String> paths, String stdin, Lookup lookup, Optional<FileTree> instead) throws Trouble {
    var root = lookup.root();
    var inputs = new Inputs(lookup, instead);
    if (root.isPresent()) {
      inputs.root = Optional.of(inputs.root(root.get()));
    } else if (paths.isEmpty() && instead.isEmpty()) {
      var tree = new DiskTree(Path.of("/"), p -> p);
      inputs.machines.add(new Root(inputs.searchable(tree, "this machine"), "/"));
    }
    if (root.isPresent() && paths.isEmpty()) {
      var tree = inputs.searchable(inputs.root.get(), root.get());
      inputs.machines.add(new Root(tree, inputs.absolute(root.get())));
    }
    for (String path : paths) {
      inputs.add(path, stdin);
    }
    return inputs;
  }

  /**
   * Something to check at once: a whole machine, or files in their folders or on a machine.
   *
   * @param folder the absolute path of the machine's root; empty for files
   * @param files where each file that was named lies on this machine, by its path in the tree
   */
  record Part(
      FileTree tree, Setup setup, Optional<String> folder, SortedMap<String, String> files) {
    /** The same of another tree. */
    Part of(FileTree other) {
      return new Part(other, setup, folder, files);
    }

    /** Whether the file at the path of the tree is one that was asked for. */
    boolean asksFor(String path) {
      return folder.isPresent() || files.containsKey(path);
    }
  }

  /** All inputs, in parts that can be checked at once. */
  List<Part> parts() {
    var parts = new ArrayList<Part>();
    for (Root machine : machines) {
      var setup = Setup.machine(scope, version);
      parts.add(new Part(machine.tree, setup, Optional.of(machine.folder), new TreeMap<>()));
    }
    for (Batch batch : Batch.of(files)) {
      var laid = lay(batch);
      parts.add(new Part(laid.tree, laid.setup, Optional.empty(), laid.paths));
    }
    var setup = root.isPresent() ? Setup.machine(scope, version) : Setup.files(scope, version);
    parts.addAll(XinetdParts.of(xinetd, root, setup));
    return parts;
  }

  /**
   * What standard input holds, with all that was written there; empty where nobody asked for it.
   */
  Optional<String> standardInput() throws Trouble {
    if (stdin.isEmpty()) {
      return Optional.empty();
    }
    try {
      var file = stdin.get();
      return Optional.of(Utf8.decode(file.tree().read(file.path(), MAX_STDIN_BYTES)));
    } catch (IOException e) {
      throw Trouble.unreadable("cannot read standard input: " + reason(e));
    }
  }

  /** All inputs as one tree, and the units of the files that were named, each once. */
  record Whole(FileTree tree, Setup setup, List<UnitName> units) {}

  /** All inputs as one machine; of two files of one name that of the first folder counts. */
  Whole whole() throws Trouble {
    if (machines.size() + (files.isEmpty() ? 0 : 1) > 1) {
      throw Trouble.usage("only one root can be looked at, and no other files beside it");
    }
    if (machines.size() == 1) {
      return new Whole(machines.get(0).tree, Setup.machine(scope, version), List.of());
    }
    if (files.isEmpty()) {
      throw Trouble.unreadable("no units there");
    }
    var laid = lay(new Batch(files, List.of()));
    var units = new TreeSet<UnitName>();
    files.forEach(f -> f.owner().ifPresent(units::add));
    return new Whole(laid.tree, laid.setup, List.copyOf(units));
  }

  /** The machine of {@code --root} with all files that are named installed on it. */
  Whole installed() throws Trouble {
    var laid = new TreeMap<String, OverlayTree.Origin>();
    for (XinetdPath file : xinetd) {
      String path = file.installPath();
      laid.put(path, LinkedFile.of(new OverlayTree.Origin(file.tree(), file.path())));
    }
    root = Optional.of(new OverlayTree(root.orElseThrow(), laid));
    var setup = Setup.machine(scope, version);
    return files.isEmpty() ? new Whole(root.get(), setup, List.of()) : whole();
  }

  /** The files of units that are looked at by themselves. */
  List<NamedFile> files() {
    return List.copyOf(files);
  }

  /**
   * The same with some of these files only.
   *
   * @param others whether all that is no such file is there, too
   */
  Inputs only(Predicate<NamedFile> wanted, boolean others) {
    var some = new Inputs(new Lookup(Optional.empty(), scope, version, false, terminal), instead);
    files.stream().filter(wanted).forEach(some.files::add);
    if (others) {
      some.machines.addAll(machines);
      some.xinetd.addAll(xinetd);
    }
    return some;
  }

  /** Whether there is nothing that could be looked at. */
  boolean isEmpty() {
    return machines.isEmpty() && files.isEmpty() && xinetd.isEmpty();
  }

  /** Whether there is a machine, or a file of a unit. */
  boolean hasUnits() {
    return !machines.isEmpty() || !files.isEmpty();
  }

  /** Whether something that was named could not be read. */
  boolean unreadable() {
    return unreadable;
  }

  /** Files laid over a tree, and from where to where. */
  private record Laid(FileTree tree, Setup setup, SortedMap<String, String> paths) {}

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
    var base = root.orElseGet(() -> whole(this::fromFolder));
    var setup =
        root.isPresent()
            ? Setup.machine(scope, version)
            : Setup.folders(scope, version, List.copyOf(folders));
    var paths = new TreeMap<String, String>();
    laid.forEach((path, origin) -> paths.put(path, host(origin)));
    return new Laid(new OverlayTree(base, laid), setup, paths);
  }

  /** What to call a file that was not named itself. */
  private String fromFolder(String path) {
    String name = terminal.name(Path.of(path));
    return name.isEmpty() ? "." : name;
  }

  /** Where a file lies on this machine; one without a name lies in the working folder. */
  static String host(OverlayTree.Origin origin) {
    return origin.tree() instanceof StdinTree stdin ? stdin.host() : origin.path();
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
    return new DiskTree(terminal.path(folder));
  }

  /** The tree, which must hold some folder of units. */
  private FileTree searchable(FileTree tree, String name) throws Trouble {
    boolean xinetd = isThere(tree, XinetdSetup.MAIN_FILE) || isThere(tree, XinetdSetup.INETD_FILE);
    if (!xinetd && scope.searchPath().stream().noneMatch(p -> isFolder(tree, p))) {
      throw Trouble.unreadable(
          name + " holds no units: there is no etc/systemd, usr/lib/systemd or the like in it");
    }
    return tree;
  }

  private static boolean isThere(FileTree tree, String path) {
    return !Paths.resolve(tree, path).node().is(Node.Kind.MISSING);
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
    var whole = whole(p -> Given.display(p, absolute, path));
    var resolved = Paths.resolve(whole, absolute);
    switch (resolved.node().kind()) {
      case FOLDER -> {
        if (root.isEmpty() && isRoot(whole, absolute)) {
          var tree = below(path, resolved.path());
          machines.add(new Root(searchable(tree, path), absolute));
        } else {
          var contents = new Folder(whole, absolute).contents();
          files.addAll(contents.files());
          xinetd.addAll(contents.xinetd());
          contents.unreadable().forEach(f -> fail(whole.display(f), "permission denied"));
        }
      }
      case FILE -> {
        if (!take(whole, absolute)) {
          terminal.say(path + ": not a kind of file that is checked, left out");
        }
      }
      case MISSING ->
          fail(path, resolved.loop() ? "a link that leads to itself" : "no such file or folder");
      case SPECIAL -> fail(path, "not a regular file");
      default -> fail(path, "permission denied");
    }
  }

  /** The whole tree that paths are of. */
  private FileTree whole(UnaryOperator<String> display) {
    return instead
        .<FileTree>map(t -> new FolderTree(t, "/", display))
        .orElseGet(() -> new DiskTree(Path.of("/"), display));
  }

  /** The part of it below a folder that was named. */
  private FileTree below(String path, String resolved) throws Trouble {
    UnaryOperator<String> display = p -> Given.join(path, p);
    return instead.isPresent()
        ? new FolderTree(instead.get(), resolved, display)
        : new DiskTree(terminal.path(path), display);
  }

  /** Whether the file is of a kind that is checked, so that it is taken. */
  private boolean take(FileTree tree, String path) {
    var unit = NamedFile.byName(tree, path);
    var other = unit.isPresent() ? Optional.<XinetdPath>empty() : XinetdPath.named(tree, path);
    if (unit.isEmpty() && other.isEmpty()) {
      unit = NamedFile.of(tree, path);
      other = unit.isPresent() ? other : XinetdPath.of(tree, path);
    }
    unit.ifPresent(files::add);
    other.ifPresent(xinetd::add);
    return unit.isPresent() || other.isPresent();
  }

  private void fail(String path, String reason) {
    terminal.say(path + ": " + reason);
    unreadable = true;
  }

  /** Whether the folder is taken for the root of a machine. */
  static boolean isRoot(FileTree tree, String path) {
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
    var memory = new MemoryTree().file(absolute, bytes, false);
    var tree = new StdinTree(memory, shown, absolute(name.isEmpty() ? "stdin" : name));
    if (!take(tree, absolute)) {
      throw Trouble.usage(
          shown + ": not a kind of file that is checked; say with --stdin-filename what it is");
    }
    stdin = Optional.of(new OverlayTree.Origin(tree, absolute));
  }

  private String absolute(String path) throws Trouble {
    return Paths.normalize(terminal.path(path).toString());
  }

  /** Why something could not be read or written, in a few words. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason().toLowerCase(Locale.ROOT);
    }
    return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
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
