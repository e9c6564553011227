package org.unitlint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final String program;
  private final Path folder;
  private final String top;
  private Optional<GitObjects> objects = Optional.empty();

  private Git(String program, Path folder, String top) {
    this.program = program;
    this.folder = folder;
    this.top = top;
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
    var git = new Git(program, folder, "");
    var prefix = git.told("rev-parse", "--show-prefix");
    if (prefix.status != 0) {
      throw Trouble.unreadable(prefix.reason().orElse("git knows no repository there"));
    }
    return new Git(program, folder, top(folder.toString(), prefix.line()));
  }

  /** The folder without the part of it that lies in the repository. */
  private static String top(String folder, String prefix) {
    String below = prefix.isEmpty() ? "" : "/" + prefix.substring(0, prefix.length() - 1);
    return folder.endsWith(below)
        ? Paths.normalize(folder.substring(0, folder.length() - below.length()) + "/")
        : folder;
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
    boolean shown = top.equals(folder.toString());
    // Where the folder lies behind a link, only what is below it has a known place.
    String from = shown ? commit + ":./" : commit;
    var listed = told("ls-tree", "-r", "-l", "-z", "--full-tree", from);
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
    builder.environment().putAll(QUIET);
    return builder.start();
  }

  private Trouble unreadable(IOException e) {
    boolean missing = Optional.ofNullable(e.getMessage()).orElse("").startsWith("Cannot run");
    return Trouble.unreadable(
        missing ? "cannot run " + program + "; --git needs it" : "git: " + Inputs.reason(e));
  }

  @Override
  public void close() {
    objects.ifPresent(GitObjects::close);
  }
}
