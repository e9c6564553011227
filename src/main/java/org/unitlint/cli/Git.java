package org.unitlint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.source.FileTree;
import org.unitlint.source.Paths;

/** A repository, as the program git knows it. Nothing in it is changed, and nothing fetched. */
final class Git implements AutoCloseable {
  private static final Map<String, String> QUIET =
      Map.of(
          "LC_ALL", "C",
          "GIT_OPTIONAL_LOCKS", "0",
          "GIT_NO_LAZY_FETCH", "1",
          "GIT_TERMINAL_PROMPT", "0");

  /** A hook is told of its repository by these; which one is meant here the path says. */
  private static final Set<String> OTHERS =
      Set.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_COMMON_DIR",
          "GIT_INDEX_FILE",
          "GIT_PREFIX",
          "GIT_LITERAL_PATHSPECS",
          "GIT_TRACE",
          "GIT_TRACE_SETUP");

  private final String program;
  private final Path folder;
  private final String top;
  private final String below;
  private Optional<GitObjects> objects = Optional.empty();

  /**
   * A repository.
   *
   * @param top the folder in which its files are told to lie
   * @param below what of a commit lies there, as git takes it behind the commit
   */
  private Git(String program, Path folder, String top, String below) {
    this.program = program;
    this.folder = folder;
    this.top = top;
    this.below = below;
  }

  /**
   * The repository in which the path lies, be it there or not.
   *
   * @param program what git is called
   */
  static Git around(Path path, String program) throws Trouble {
    var folder = path.toAbsolutePath().normalize();
    while (!Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    var git = new Git(program, folder, "", "");
    var prefix = git.told("rev-parse", "--show-prefix");
    if (prefix.status != 0) {
      throw Trouble.unreadable(prefix.reason().orElse("git knows no repository there"));
    }
    String shown = folder.toString();
    String inside = prefix.line().isEmpty() ? "" : "/" + prefix.line().replaceFirst("/$", "");
    if (shown.endsWith(inside)) {
      String top = Paths.normalize(shown.substring(0, shown.length() - inside.length()) + "/");
      return new Git(program, folder, top, "");
    }
    // Where the folder lies behind a link, only what is below it has a known place.
    return new Git(program, folder, shown, ":./");
  }

  /** The id of the commit of that name. */
  String commit(String revision) throws Trouble {
    boolean odd = revision.isEmpty() || revision.startsWith("-") || hasControls(revision);
    var found =
        odd
            ? Optional.<Told>empty()
            : Optional.of(told("rev-parse", "--verify", "--quiet", revision + "^{commit}"));
    return found
        .filter(f -> f.status == 0)
        .map(Told::line)
        .orElseThrow(() -> Trouble.usage("--git: there is no revision `" + revision + "`"));
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(c -> c < ' ' || c == 0x7F);
  }

  /** The id of the last commit that both have. */
  String base(String one, String other) throws Trouble {
    var found = told("merge-base", one, other);
    if (found.status != 0) {
      throw Trouble.usage("--git: the two revisions have no common ancestor");
    }
    return found.line();
  }

  /** The files of a commit. */
  FileTree tree(String commit) throws Trouble {
    var listed = told("ls-tree", "-r", "-l", "-z", "--full-tree", commit + below);
    if (listed.status != 0) {
      listed = new Told(0, new byte[0], "");
    }
    try {
      if (objects.isEmpty()) {
        objects = Optional.of(new GitObjects(started("cat-file", "--batch")));
      }
      return new GitTree(objects.get(), top, listed.out);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The files as they are now, but for those that git is told to ignore. */
  FileTree files() throws Trouble {
    // Nothing that the repository names may run.
    var words = new ArrayList<>(List.of("-c", "core.fsmonitor=false", "ls-files", "-z"));
    words.addAll(List.of("--cached", "--others", "--exclude-standard"));
    if (below.isEmpty()) {
      words.addAll(List.of("--full-name", ":/"));
    }
    var listed = told(words.toArray(String[]::new));
    if (listed.status != 0) {
      throw Trouble.unreadable(listed.reason().orElse("git knows no files there"));
    }
    return new WorkingTree(top, listed.out);
  }

  /** What git told, and what it said besides. */
  private record Told(int status, byte[] out, String err) {
    String line() {
      return new String(out, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }

    /** Why it failed, in its words. */
    Optional<String> reason() {
      return err.lines().findFirst().map(l -> "git: " + l.replaceFirst("^(fatal|error): ", ""));
    }
  }

  private Told told(String... words) throws Trouble {
    try {
      var process = started(words);
      process.getOutputStream().close();
      byte[] out = process.getInputStream().readAllBytes();
      byte[] err = process.getErrorStream().readAllBytes();
      return new Told(process.waitFor(), out, new String(err, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw unreadable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Trouble.unreadable("git was interrupted");
    }
  }

  private Process started(String... words) throws IOException {
    var command = new ArrayList<>(List.of(program, "-C", folder.toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(OTHERS);
    builder.environment().putAll(QUIET);
    return builder.start();
  }

  private Trouble unreadable(IOException e) {
    String message = Optional.ofNullable(e.getMessage()).orElse("");
    boolean missing =
        message.startsWith("Cannot run") && message.endsWith("No such file or directory");
    return Trouble.unreadable(
        missing ? "cannot run " + program + "; --git needs it" : "git: " + Inputs.reason(e));
  }

  @Override
  public void close() {
    objects.ifPresent(GitObjects::close);
  }
}
