package org.unitlint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.unitlint.host.Machine;
import org.unitlint.host.Setup;
import org.unitlint.host.xinetd.XinetdConfig;
import org.unitlint.host.xinetd.XinetdDaemon;
import org.unitlint.host.xinetd.XinetdSetup;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.OverlayTree;
import org.unitlint.source.Paths;
import org.unitlint.source.Source;
import org.unitlint.syntax.InetdFile;
import org.unitlint.syntax.XinetdEntry;
import org.unitlint.syntax.XinetdFile;
import org.unitlint.syntax.XinetdInclude;

/**
 * Files of xinetd and inetd that a command line names, laid over a machine as xinetd would read
 * them; or all of a machine.
 */
final class XinetdFiles {
  private static final int MAX_BYTES = 4 << 20;
  private static final int MAX_STDIN_BYTES = 64 << 20;
  private static final String FOLDER = "/etc/xinetd.d";
  private static final String FOLDER_NAME = "xinetd.d";
  private static final String OWN_MAIN = "/etc/xinetd.conf.unitlint";

  private static final Pattern KEYWORD =
      Pattern.compile("(?im)^\ufeff?\\s*(?:service|defaults|include|includedir)\\b");

  private final Terminal terminal;
  private final Lookup lookup;
  private final FileTree disk;
  private final Map<String, Home> homes = new LinkedHashMap<>();

  /**
   * One configuration.
   *
   * @param paths of the files that were asked for; empty for all
   */
  record Part(Machine machine, XinetdSetup setup, SortedSet<String> paths) {
    /** Whether the file at the path of the machine was asked for. */
    boolean asksFor(String path) {
      return paths.isEmpty() || paths.contains(path);
    }
  }

  /** What of one folder such as {@code /etc} was named. */
  private static final class Home {
    final String folder;
    final FileTree disk;
    Optional<OverlayTree.Origin> main = Optional.empty();
    boolean whole;
    Optional<OverlayTree.Origin> inetd = Optional.empty();
    final Map<String, OverlayTree.Origin> fragments = new TreeMap<>();

    /** A folder on the disk, with what to call it before people. */
    Home(String folder, String shown) {
      this.folder = folder;
      this.disk =
          new DiskTree(
              Path.of("/"),
              p -> Paths.isWithin(p, folder) ? joined(shown, p.substring(folder.length())) : p);
    }

    private static String joined(String shown, String below) {
      return shown.isEmpty() && below.startsWith("/") ? below.substring(1) : shown + below;
    }
  }

  private XinetdFiles(Terminal terminal, Lookup lookup) {
    this.terminal = terminal;
    this.lookup = lookup;
    this.disk = new DiskTree(Path.of("/"));
  }

  /**
   * The configurations of a command line.
   *
   * @param names files and folders; none for the whole machine
   * @param stdin what the file on standard input is called; may be empty
   */
  static List<Part> of(List<String> names, String stdin, Lookup lookup, Terminal terminal)
      throws Trouble {
    var files = new XinetdFiles(terminal, lookup);
    if (names.isEmpty()) {
      return List.of(files.machine());
    }
    for (String name : names) {
      files.add(name, stdin);
    }
    var parts = new ArrayList<Part>();
    for (Home home : files.homes.values()) {
      parts.add(files.part(home));
    }
    return parts;
  }

  private FileTree root() throws Trouble {
    String root = lookup.root().orElse("/");
    var node = Paths.resolve(disk, absolute(root)).node();
    if (!node.is(Node.Kind.FOLDER)) {
      throw Trouble.unreadable(
          "--root " + root + (node.is(Node.Kind.MISSING) ? ": no such folder" : ": not a folder"));
    }
    return lookup.root().isPresent()
        ? new DiskTree(terminal.path(root))
        : new DiskTree(Path.of("/"), p -> p);
  }

  private String absolute(String name) throws Trouble {
    return Paths.normalize(terminal.path(name).toString());
  }

  private Part machine() throws Trouble {
    var tree = root();
    var setup = Setup.machine(lookup.scope(), lookup.version());
    var machine = Machines.of(tree, setup, lookup.emulate());
    var daemon = XinetdDaemon.of(machine);
    if (daemon.isPresent()) {
      return new Part(machine, daemon.get().setup(), new TreeSet<>());
    }
    if (!Paths.resolve(tree, XinetdSetup.INETD_FILE).node().is(Node.Kind.FILE)) {
      throw Trouble.unreadable(
          lookup.root().orElse("this machine")
              + ": neither etc/xinetd.conf nor etc/inetd.conf is there");
    }
    var laid = new TreeMap<String, OverlayTree.Origin>();
    lay(XinetdSetup.MAIN_FILE, text(XinetdSetup.MAIN_FILE, ""), laid);
    var whole = Machines.of(new OverlayTree(tree, laid), setup, lookup.emulate());
    return new Part(whole, XinetdSetup.machine(true), new TreeSet<>());
  }

  private void add(String name, String stdin) throws Trouble {
    if (name.equals("-")) {
      addStdin(stdin);
      return;
    }
    String absolute = absolute(name);
    var tree = new DiskTree(Path.of("/"), p -> display(p, absolute, name));
    var resolved = Paths.resolve(tree, absolute);
    switch (resolved.node().kind()) {
      case FILE -> add(tree, absolute);
      case FOLDER -> addFolder(tree, absolute, name);
      case MISSING -> throw Trouble.unreadable(name + ": no such file or folder");
      case UNREADABLE -> throw Trouble.unreadable(name + ": permission denied");
      default -> throw Trouble.unreadable(name + ": not a regular file");
    }
  }

  private static String display(String path, String absolute, String given) {
    if (!path.startsWith(absolute + "/")) {
      return path.equals(absolute) ? given : path;
    }
    String below = path.substring(absolute.length());
    return given.equals(".") ? below.substring(1) : given.replaceFirst("/+$", "") + below;
  }

  /** All files of a folder that xinetd reads if it includes the folder. */
  private void addFolder(FileTree tree, String folder, String name) throws Trouble {
    boolean any = false;
    for (String child : children(tree, folder)) {
      if (isRead(tree, Paths.join(folder, child), child)) {
        any = true;
        home(Paths.parent(folder), above(name))
            .fragments
            .put(child, new OverlayTree.Origin(tree, Paths.join(folder, child)));
      }
    }
    if (!any) {
      throw Trouble.unreadable(name + ": there is no file in it that xinetd would read");
    }
  }

  private static List<String> children(FileTree tree, String folder) throws Trouble {
    try {
      return tree.children(Paths.resolve(tree, folder).path());
    } catch (IOException e) {
      throw Trouble.unreadable("cannot read " + tree.display(folder) + ": " + Inputs.reason(e));
    }
  }

  private static boolean isRead(FileTree tree, String path, String name) {
    return name.indexOf('.') < 0
        && !name.endsWith("~")
        && Paths.resolve(tree, path).node().is(Node.Kind.FILE);
  }

  private void addStdin(String name) throws Trouble {
    byte[] bytes;
    try {
      bytes = terminal.in().readNBytes(MAX_STDIN_BYTES);
    } catch (IOException e) {
      throw Trouble.unreadable("cannot read standard input: " + Inputs.reason(e));
    }
    String path = absolute(name.isEmpty() ? "stdin" : name);
    String shown = name.isEmpty() ? "<stdin>" : name;
    add(new StdinTree(new MemoryTree().file(path, bytes, false), shown, path), path);
  }

  private Home home(String folder, String shown) {
    return homes.computeIfAbsent(folder, f -> new Home(f, shown));
  }

  /** What to call the folder above what is called so; empty for the working folder. */
  private static String above(String shown) {
    String plain = shown.replaceFirst("(?<=.)/+$", "");
    int slash = plain.lastIndexOf('/');
    if (plain.isEmpty() || plain.equals(".")) {
      return "..";
    }
    if (plain.endsWith("..")) {
      return plain + "/..";
    }
    return slash < 0 ? "" : plain.substring(0, slash);
  }

  private void add(FileTree tree, String path) throws Trouble {
    String name = Paths.name(path);
    String folder = Paths.parent(path);
    var origin = new OverlayTree.Origin(tree, path);
    var source = source(origin);
    boolean inetd = isInetd(name, source);
    var file = XinetdFile.parse(source);
    String shown = above(tree.display(path));
    boolean fragment = Paths.name(folder).equals(FOLDER_NAME);
    if (!inetd && !fragment && !name.equals("xinetd.conf") && isStrange(file)) {
      throw Trouble.usage(tree.display(path) + ": neither a file of xinetd nor an inetd.conf");
    }
    boolean bare = file.entries().stream().allMatch(e -> e.kind() == XinetdEntry.Kind.SERVICE);
    boolean loose = lookup.root().isPresent() && bare && bare(file) && !name.endsWith(".conf");
    if (inetd) {
      home(folder, shown).inetd = Optional.of(origin);
    } else if (fragment) {
      home(Paths.parent(folder), above(shown)).fragments.put(name, origin);
    } else if (loose) {
      home(folder, shown).fragments.put(name, origin);
    } else {
      var home =
          name.equals("xinetd.conf")
              ? home(folder, shown)
              : homes.computeIfAbsent(path, p -> new Home(folder, shown));
      home.main = Optional.of(origin);
      home.whole = true;
    }
  }

  /** Whether no line of it looks like one of xinetd's. */
  private static boolean isStrange(XinetdFile file) {
    return !file.flaws().isEmpty() && !KEYWORD.matcher(file.source().text()).find();
  }

  private static boolean bare(XinetdFile file) {
    return file.items().stream().noneMatch(XinetdInclude.class::isInstance);
  }

  /** By the name, else by which of the two makes sense of it. */
  private static boolean isInetd(String name, Source source) {
    if (name.endsWith("inetd.conf")) {
      return !name.endsWith("xinetd.conf");
    }
    return XinetdFile.parse(source).items().isEmpty()
        && !InetdFile.parse(source).services().isEmpty()
        && InetdFile.parse(source).services().get(0).fields().size() > 5;
  }

  private static Source source(OverlayTree.Origin origin) throws Trouble {
    String path = Paths.resolve(origin.tree(), origin.path()).path();
    String shown = origin.tree().display(origin.path());
    try {
      return Source.of(shown, origin.tree().read(path, MAX_BYTES));
    } catch (IOException e) {
      throw Trouble.unreadable("cannot read " + shown + ": " + Inputs.reason(e));
    }
  }

  /** What was named of one folder, over the machine or over nothing. */
  private Part part(Home home) throws Trouble {
    boolean rooted = lookup.root().isPresent();
    var laid = new TreeMap<String, OverlayTree.Origin>();
    var asked = new TreeSet<String>();
    var main = home.main.or(() -> sibling(home));
    FileTree base = rooted ? root() : new MemoryTree();
    var folder = FOLDER;
    if (main.isPresent()) {
      lay(XinetdSetup.MAIN_FILE, main.get(), laid);
      folder = layIncluded(main.get(), home, laid);
    } else if (!Paths.resolve(base, XinetdSetup.MAIN_FILE).node().is(Node.Kind.FILE)) {
      lay(XinetdSetup.MAIN_FILE, text(XinetdSetup.MAIN_FILE, ""), laid);
    }
    var includes = new StringBuilder("include " + XinetdSetup.MAIN_FILE + "\n");
    for (var fragment : home.fragments.entrySet()) {
      String path = Paths.join(folder, fragment.getKey());
      lay(path, fragment.getValue(), laid);
      asked.add(path);
    }
    if (home.inetd.isPresent()) {
      lay(XinetdSetup.INETD_FILE, home.inetd.get(), laid);
      asked.add(XinetdSetup.INETD_FILE);
    }
    var usual = XinetdSetup.machine(home.inetd.isPresent());
    var setup = rooted ? usual : usual.loose();
    var part = new Part(machine(base, laid), setup, home.whole ? new TreeSet<>() : asked);
    var read =
        XinetdConfig.read(
                part.machine.tree(), part.machine.programs(), part.machine.accounts(), setup)
            .files();
    var unread =
        asked.stream()
            .filter(p -> !read.containsKey(p) && !p.equals(XinetdSetup.INETD_FILE))
            .toList();
    if (unread.isEmpty()) {
      return part;
    }
    unread.forEach(p -> includes.append("include ").append(p).append('\n'));
    lay(OWN_MAIN, text(OWN_MAIN, includes.toString()), laid);
    return new Part(machine(base, laid), setup.of(OWN_MAIN), part.paths);
  }

  private Machine machine(FileTree base, Map<String, OverlayTree.Origin> laid) {
    var tree = new OverlayTree(base, laid);
    return lookup.root().isPresent()
        ? Machines.of(tree, Setup.machine(lookup.scope(), lookup.version()), lookup.emulate())
        : new Machine(tree, Setup.folders(lookup.scope(), lookup.version(), List.of()));
  }

  private static OverlayTree.Origin text(String path, String text) {
    return new OverlayTree.Origin(new MemoryTree().file(path, text), path);
  }

  private static void lay(
      String path, OverlayTree.Origin origin, Map<String, OverlayTree.Origin> laid) {
    laid.put(path, LinkedFile.of(origin));
  }

  /** The main file beside the folder of the fragments, where no machine has another. */
  private Optional<OverlayTree.Origin> sibling(Home home) {
    String path = Paths.join(home.folder, "xinetd.conf");
    boolean there = Paths.resolve(home.disk, path).node().is(Node.Kind.FILE);
    return lookup.root().isEmpty() && !home.fragments.isEmpty() && there
        ? Optional.of(new OverlayTree.Origin(home.disk, path))
        : Optional.empty();
  }

  /**
   * Lays what the main file includes at the paths that it names, if it lies beside it; the path
   * that stands for the folder of fragments.
   */
  private String layIncluded(
      OverlayTree.Origin main, Home home, Map<String, OverlayTree.Origin> laid) throws Trouble {
    String folder = FOLDER;
    for (var item : XinetdFile.parse(source(main)).items()) {
      if (!(item instanceof XinetdInclude include)) {
        continue;
      }
      String path = Paths.normalize(Paths.join("/", include.path().text()));
      String beside = Paths.join(home.folder, Paths.name(path));
      if (Paths.name(path).equals(FOLDER_NAME)) {
        folder = path;
      }
      var node = Paths.resolve(home.disk, beside).node();
      if (!home.whole || lookup.root().isPresent()) {
        continue;
      }
      if (include.folder() && node.is(Node.Kind.FOLDER)) {
        for (String child : children(home.disk, beside)) {
          if (isRead(home.disk, Paths.join(beside, child), child)) {
            lay(
                Paths.join(path, child),
                new OverlayTree.Origin(home.disk, Paths.join(beside, child)),
                laid);
          }
        }
      } else if (!include.folder() && node.is(Node.Kind.FILE)) {
        lay(path, new OverlayTree.Origin(home.disk, beside), laid);
      }
    }
    return folder;
  }
}
