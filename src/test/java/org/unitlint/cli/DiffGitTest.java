package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.support.Run;
import org.unitlint.support.Shared;

/** Revisions of repositories with units in any layout; skipped where there is no git. */
class DiffGitTest {
  private static final String UNIT =
      "[Unit]\n"
          + "Description=A\n"
          + "[Service]\n"
          + "ExecStart=/usr/bin/a\n"
          + "[Install]\n"
          + "WantedBy=multi-user.target\n";

  @TempDir Path folder;

  private Path repository;

  @BeforeEach
  void make() throws IOException, InterruptedException {
    Shared.needsProgram("/usr/bin/git");
    repository = Files.createDirectories(folder.resolve("re pö"));
    git("init", "-q", "-b", "main", ".");
  }

  private String git(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("/usr/bin/git", "-C", repository.toString()));
    command.addAll(List.of("-c", "user.name=n", "-c", "user.email=a@example.org"));
    command.addAll(List.of("-c", "commit.gpgsign=false"));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    var process = builder.start();
    process.getOutputStream().close();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out;
  }

  private void write(String path, String text) throws IOException {
    var file = repository.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void link(String path, String target) throws IOException {
    var file = repository.resolve(path);
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, Path.of(target));
  }

  private void commit() throws IOException, InterruptedException {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "x");
  }

  private TreeSet<String> direct(String... words) throws IOException {
    return facts(repository, words).direct();
  }

  private static DiffFacts facts(Path where, String... words) throws IOException {
    return DiffFacts.told(
        where, Stream.concat(Stream.of("--git"), Stream.of(words)).toArray(String[]::new));
  }

  private static TreeSet<String> set(String... lines) {
    return new TreeSet<>(List.of(lines));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.service",
        "systemd/a.service",
        "debian/a.service",
        "src/conf/a.service.in",
        "wei rd/ü\n/a.service",
        "image/etc/systemd/system/a.service",
        "usr/lib/systemd/system/a.service"
      })
  void unitsLieAnywhere(String path) throws Exception {
    commit();
    write(path, UNIT);
    commit();
    write(path, UNIT.replace("Description=A", "Description=B"));
    commit();
    assertEquals(set("unit added a.service"), direct("HEAD~2..HEAD~1"));
    assertEquals(set("unit changed a.service", "setting Unit.Description"), direct("HEAD~1..HEAD"));
    assertEquals(set(), direct("HEAD..HEAD"));
    assertEquals(set(), direct("HEAD"));
    Files.delete(repository.resolve(path));
    assertEquals(set("unit removed a.service"), direct("HEAD"));
    assertEquals(set("unit removed a.service"), direct("HEAD~1"));
  }

  @Test
  void linksAndMasksOfARootCount() throws Exception {
    write("image/etc/systemd/system/a.service", UNIT);
    write("image/etc/systemd/system/b.service", UNIT);
    commit();
    link("image/etc/systemd/system/b2.service", "b.service");
    link("image/etc/systemd/system/multi-user.target.wants/a.service", "../a.service");
    link("image/etc/systemd/system/c.service", "/dev/null");
    commit();
    var facts = facts(repository, "HEAD~..HEAD");
    assertEquals(
        set(
            "unit changed a.service",
            "link new multi-user.target Wants a.service",
            "unit changed b.service",
            "alias new b2.service",
            "unit added c.service"),
        facts.direct());
    assertTrue(facts.follows().contains("job new a.service"));
  }

  @Test
  void unitsBesideARootAreLeftOutAloud() throws Exception {
    write("image/etc/systemd/system/a.service", UNIT);
    write("debian/b.service", UNIT);
    commit();
    write("image/etc/systemd/system/a.service", UNIT.replace("=A", "=B"));
    var run = Run.in(repository, "diff", "--git", "HEAD");
    assertTrue(run.err().startsWith("unitlint: only image is compared"), run.err());
    assertEquals(0, run.status());
    assertEquals(set(), direct("HEAD", "debian"));
  }

  @Test
  void onePathIsLookedAt() throws Exception {
    write("one/a.service", UNIT);
    write("two/b.service", UNIT);
    commit();
    write("one/a.service", UNIT.replace("=A", "=B"));
    write("two/b.service", UNIT.replace("=A", "=B"));
    commit();
    var of = set("unit changed b.service", "setting Unit.Description");
    assertEquals(of, direct("HEAD~..HEAD", "two"));
    assertEquals(of, direct("HEAD~..HEAD", "two/b.service"));
    assertEquals(of, facts(repository.resolve("two"), "HEAD~..HEAD").direct());
    assertEquals(of, facts(folder, "HEAD~..HEAD", repository.resolve("two").toString()).direct());
    git("rm", "-rq", "two");
    git("commit", "-qm", "x");
    assertEquals(set("unit removed b.service"), direct("HEAD~..HEAD", "two"));
  }

  @Test
  void filesOfOneNameAreToldApart() throws Exception {
    write("debian/a.service", UNIT);
    write("rpm/a.service", UNIT);
    commit();
    write("rpm/a.service", UNIT.replace("=A", "=B"));
    commit();
    assertEquals(set("unit changed a.service", "setting Unit.Description"), direct("HEAD~..HEAD"));
    Files.delete(repository.resolve("debian/a.service"));
    commit();
    assertEquals(set("unit removed a.service"), direct("HEAD~..HEAD"));
  }

  @Test
  void threeDotsStartWhereTheBranchLeft() throws Exception {
    write("a.service", UNIT);
    commit();
    git("checkout", "-qb", "other");
    write("b.service", UNIT);
    commit();
    git("checkout", "-q", "main");
    write("c.service", UNIT);
    commit();
    assertEquals(set("unit added b.service"), direct("main...other"));
    assertEquals(set("unit added b.service", "unit removed c.service"), direct("main..other"));
    assertEquals(set("unit added c.service"), direct("HEAD~.."));
  }

  /** What is in no commit on purpose is no change, and nor is what a commit only points to. */
  @Test
  void aCleanWorkingTreeIsItsCommit() throws Exception {
    var other = repository;
    write("in.service", UNIT);
    commit();
    repository = Files.createDirectories(folder.resolve("outer"));
    git("init", "-q", "-b", "main", ".");
    write("real/a.service", UNIT);
    write("spare/usr/share/x", "");
    link("link.service", "real/a.service");
    link("folder", "real");
    link("away", other.toString());
    link("loop", "loop");
    write(".gitignore", "build/\n");
    git("-c", "protocol.file.allow=always", "submodule", "add", "-q", other.toString(), "inner");
    commit();
    write("build/made.service", UNIT);
    Files.createDirectories(repository.resolve("empty/etc/systemd"));
    for (String path : List.of(".", "real", "link.service", "folder")) {
      assertEquals(set(), direct("HEAD", path), path);
      assertEquals(set(), facts(repository, "HEAD", path).follows(), path);
    }
    write("fresh.service", UNIT);
    assertEquals(set("unit added fresh.service"), direct("HEAD"));
  }

  @Test
  void aRepositoryMayBeBare() throws Exception {
    write("units/a.service", UNIT);
    commit();
    write("units/a.service", UNIT.replace("=A", "=B"));
    commit();
    var bare = folder.resolve("bare.git");
    git("clone", "-q", "--bare", repository.toString(), bare.toString());
    var of = set("unit changed a.service", "setting Unit.Description");
    assertEquals(of, facts(bare, "HEAD~..HEAD").direct());
    assertEquals(of, facts(bare, "HEAD~..HEAD", "units").direct());
    var run = Run.in(bare, "diff", "--git", "HEAD");
    assertEquals("unitlint: git: this operation must be run in a work tree\n", run.err());
    assertEquals(3, run.status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--git=--output=x|2|Expected parameter for option '--git' but found '--output=x'",
        "--git=..--output=x|2|--git: there is no revision `--output=x`",
        "--git=HEAD..--all|2|--git: there is no revision `--all`",
        "--git=nope..HEAD|2|--git: there is no revision `nope`",
        "--git=HEAD:a.service|2|--git: there is no revision `HEAD:a.service`",
        "--git=|2|--git: there is no revision ``",
        "--git=HEAD x y|2|--git takes one PATH at most, and no --root",
        "--git=HEAD --root .|2|--git takes one PATH at most, and no --root",
        "--git=HEAD nowhere|3|no units there",
        "--git=HEAD roots|2|several roots are there: one, two; say which",
      })
  void whatCannotBeIsSaid(String words, int status, String said) throws Exception {
    write("a.service", UNIT);
    write("roots/one/etc/systemd/system/a.service", UNIT);
    write("roots/two/etc/systemd/system/a.service", UNIT);
    commit();
    var run = Run.in(repository, Run.words("diff " + words));
    assertEquals("unitlint: " + said, run.err().lines().findFirst().orElse(""));
    assertEquals(status, run.status());
    assertFalse(Files.exists(repository.resolve("x")));
  }

  @Test
  void withoutRepositoryOrGitNothingIsTold() throws Exception {
    var away = Files.createDirectories(folder.resolve("away"));
    var run = Run.in(away, "diff", "--git", "HEAD");
    assertEquals(3, run.status());
    assertTrue(run.err().startsWith("unitlint: git: not a git repository"), run.err());
    assertEquals(1, run.err().lines().count());

    var err = new StringWriter();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            away,
            false,
            Map.of());
    var said = assertThrows(Trouble.class, () -> Git.around(terminal.path("."), "no-such-git"));
    assertEquals("cannot run no-such-git; --git needs it", said.getMessage());
    assertEquals(Exit.UNREADABLE, said.status());
  }

  @Test
  void newFindingsFailOnlyWhereAsked() throws Exception {
    write("a.service", UNIT);
    commit();
    write("a.service", UNIT.replace("ExecStart", "Restart=sometimes\nExecStart"));
    commit();
    assertEquals(0, Run.in(repository, "diff", "--git", "HEAD~..").status());
    assertEquals(
        1, Run.in(repository, "diff", "--git", "HEAD~..", "--fail-on", "warning").status());
    git("revert", "--no-edit", "HEAD");
    assertEquals(0, Run.in(repository, "diff", "--git", "HEAD~..", "--fail-on", "hint").status());
  }
}
