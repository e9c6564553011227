package org.unitlint.boot.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.unitlint.boot.profile.Fact.Origin;
import org.unitlint.boot.profile.PathState.Trait;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/** The paths of a machine as its units see them while it boots. */
final class SeenPaths implements FileTree {
  private static final String PATH = "path:";
  private static final int DEEPEST = 1000;
  private static final List<String> RUN_TIME = List.of("/dev", "/proc", "/run", "/sys");
  private static final List<String> VENDOR = List.of("/bin", "/lib", "/lib64", "/sbin", "/usr");
  private static final Set<String> PROGRAM_FOLDERS =
      Set.of("/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/libexec");

  private final Profile profile;
  private final RootFiles files;
  private final BiPredicate<String, Trail> mounts;

  /**
   * Those that the profile knows.
   *
   * @param mounts whether a unit mounts something at a path
   */
  SeenPaths(Profile profile, BiPredicate<String, Trail> mounts) {
    this.profile = profile;
    this.files = profile.root().files();
    this.mounts = mounts;
  }

  /**
   * What a path leads to.
   *
   * @param path free of links
   * @param fact what is said of it
   */
  record Seen(String path, PathState state, Fact fact) {}

  /** What is at the path, links followed; the trail learns on what that rests. */
  Seen at(String path, Trail trail) {
    String written = Paths.normalize(path);
    String end = Paths.resolve(this, written).path();
    var given = given(written).or(() -> given(end));
    if (given.isPresent()) {
      trail.keep(given.get());
      return new Seen(end, state(given.get()), given.get());
    }
    var seen = unsaid(end, trail);
    var fact = new Fact(PATH + written, seen.state().toString(), seen.fact().origin());
    trail.keep(fact);
    return new Seen(end, seen.state(), fact);
  }

  /** Whether the path itself is a link. */
  boolean isLink(String path, Trail trail) {
    String written = Paths.normalize(path);
    var given = given(written);
    String end = Paths.resolve(this, written, false).path();
    boolean link =
        given.map(f -> state(f).is(Trait.LINK)).orElseGet(() -> node(end).is(Node.Kind.LINK));
    trail.keep(
        given.orElseGet(
            () ->
                link
                    ? new Fact(PATH + written, Trait.LINK.word(), Origin.ROOT)
                    : new Fact(
                        PATH + written, unsaid(end, trail).state().toString(), origin(end))));
    return link;
  }

  private Optional<Fact> given(String path) {
    return Optional.ofNullable(profile.given().get(PATH + path));
  }

  private static PathState state(Fact fact) {
    return PathState.parse(fact.value()).orElse(PathState.ABSENT);
  }

  private static boolean isRunTime(String path) {
    return RUN_TIME.stream().anyMatch(f -> Paths.isWithin(path, f));
  }

  private Origin origin(String path) {
    return !isRunTime(path) && files.covers(path) ? Origin.ROOT : Origin.DEFAULT;
  }

  /** What is at the path, which is free of links and was not set. */
  private Seen unsaid(String path, Trail trail) {
    var known = RunTimePath.of(path).filter(k -> k.target().isEmpty());
    var node = files.node(path);
    boolean better = isRunTime(path) || path.equals("/") || node.is(Node.Kind.MISSING);
    if (known.isPresent() && better) {
      return new Seen(path, state(known.get(), trail), fact(path, Origin.DEFAULT));
    }
    var state = node.is(Node.Kind.MISSING) ? missing(path) : state(path, node);
    var origin = node.is(Node.Kind.MISSING) ? origin(path) : Origin.ROOT;
    return new Seen(path, state, fact(path, origin));
  }

  private static Fact fact(String path, Origin origin) {
    return new Fact(PATH + path, "", origin);
  }

  private PathState state(RunTimePath known, Trail trail) {
    int equals = known.when().indexOf('=');
    boolean there =
        equals < 0
            || trail
                .list(known.when().substring(0, equals))
                .contains(known.when().substring(equals + 1));
    return there ? known.state(profile.surroundings()) : PathState.ABSENT;
  }

  /** What comes with packages is there where the root does not show that part of it. */
  private PathState missing(String path) {
    boolean shown = files.covers(path) || Paths.isWithin(path, "/usr/local");
    if (shown || path.endsWith(".d") || VENDOR.stream().noneMatch(f -> Paths.isWithin(path, f))) {
      return PathState.ABSENT;
    }
    return PROGRAM_FOLDERS.contains(Paths.parent(path)) ? PathState.PROGRAM : PathState.FILE;
  }

  private PathState state(String path, Node node) {
    return switch (node.kind()) {
      case FOLDER -> PathState.of(children(path).isEmpty() ? Trait.FOLDER_EMPTY : Trait.FOLDER);
      case FILE ->
          node.size() == 0
              ? PathState.of(Trait.FILE_EMPTY)
              : node.executable() ? PathState.PROGRAM : PathState.FILE;
      case MISSING -> PathState.ABSENT;
      default -> PathState.of(Trait.DEVICE);
    };
  }

  /** Whether nothing can be written below the path; that of the nearest mount decides. */
  boolean isReadOnly(Seen seen) {
    if (seen.state().is(Trait.READ_ONLY)) {
      return true;
    }
    for (String at = seen.path(); ; at = Paths.parent(at)) {
      String path = at;
      var state =
          given(path)
              .map(SeenPaths::state)
              .or(() -> RunTimePath.of(path).map(k -> k.state(profile.surroundings())));
      if (state.filter(s -> s.is(Trait.MOUNT) || s.is(Trait.READ_ONLY)).isPresent()) {
        return state.get().is(Trait.READ_ONLY);
      }
      if (at.equals("/")) {
        return false;
      }
    }
  }

  /** Whether something is mounted there, as far as units tell. */
  boolean isMount(Seen seen, Trail trail) {
    boolean said = seen.fact().origin() == Origin.SET || seen.fact().origin() == Origin.RECORDED;
    return seen.state().is(Trait.MOUNT)
        || !said && seen.state().exists() && mounts.test(seen.path(), trail);
  }

  /** Whether a path matches the pattern. */
  boolean matches(String pattern, Trail trail) {
    for (String one : Wildcards.alternatives(pattern)) {
      var parts = one.split("/+");
      var found = parts.length > DEEPEST ? Optional.<String>empty() : first("/", parts, 0);
      if (found.isPresent()) {
        return at(found.get(), trail).state().exists();
      }
    }
    trail.keep(new Fact(PATH + pattern, Trait.ABSENT.word(), origin(parent(pattern))));
    return false;
  }

  /** The folder of the pattern above its first wildcard. */
  private static String parent(String pattern) {
    String at = pattern;
    while (Wildcards.isPattern(at)) {
      at = Paths.parent(at);
    }
    return at;
  }

  private Optional<String> first(String folder, String[] parts, int at) {
    if (at == parts.length) {
      return Optional.of(folder);
    }
    String part = parts[at];
    if (part.isEmpty()) {
      return first(folder, parts, at + 1);
    }
    if (!Wildcards.isPattern(part)) {
      String path = Paths.join(folder, part);
      return exists(path) ? first(path, parts, at + 1) : Optional.empty();
    }
    return children(Paths.resolve(this, folder).path()).stream()
        .filter(n -> part.startsWith(".") || !n.startsWith("."))
        .filter(n -> Wildcards.match(part, n))
        .flatMap(n -> first(Paths.join(folder, n), parts, at + 1).stream())
        .findFirst();
  }

  private boolean exists(String path) {
    return at(path, new Trail(profile)).state().exists();
  }

  @Override
  public Node node(String path) {
    var given = given(path).map(SeenPaths::state);
    if (given.isPresent() && !given.get().is(Trait.LINK)) {
      return given.get().exists()
          ? given.get().isFolder() ? Node.FOLDER : Node.file(1, false)
          : Node.MISSING;
    }
    var node = files.node(path);
    var target = RunTimePath.of(path).flatMap(RunTimePath::target);
    return target.isPresent() && !node.is(Node.Kind.LINK) ? Node.link(target.get()) : node;
  }

  @Override
  public List<String> children(String path) {
    var names = new TreeSet<>(files.children(path));
    for (var known : RunTimePath.in(path)) {
      if (!known.path().endsWith("#") && exists(known.path())) {
        names.add(Paths.name(known.path()));
      }
    }
    String folder = PATH + (path.equals("/") ? "" : path) + "/";
    for (var fact : profile.given().tailMap(folder).values()) {
      if (!fact.key().startsWith(folder)) {
        break;
      }
      String name = fact.key().substring(folder.length());
      if (!name.isEmpty() && name.indexOf('/') < 0 && state(fact).exists()) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  @Override
  public byte[] read(String path, int limit) {
    return new byte[0];
  }
}
