package org.unitlint;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/** The rules of the house: which room uses which, and what only some rooms may do. */
class RoomsTest {
  private static final String ROOT = "org.unitlint.";
  private static final Path SOURCES =
      Path.of(System.getProperty("unitlint.basedir", ".")).resolve("src/main/java/org/unitlint");

  /** Each room with those that it may use besides itself. */
  private static final Map<String, Set<String>> USES =
      Map.ofEntries(
          entry("source", Set.of()),
          entry("diagnostic", Set.of("source")),
          entry("catalog", Set.of()),
          entry("syntax", Set.of("source", "diagnostic")),
          entry("host", Set.of("source", "diagnostic", "catalog", "syntax", "host.value")),
          entry("host.value", Set.of("source", "diagnostic", "catalog", "syntax", "host")),
          entry("host.xinetd", Set.of("source", "catalog", "syntax", "host", "host.value")),
          entry(
              "host.ports",
              Set.of("source", "catalog", "syntax", "host", "host.value", "host.xinetd")),
          entry("host.effective", Set.of("source", "catalog", "syntax", "host", "host.value")),
          entry(
              "host.convert",
              Set.of("source", "catalog", "syntax", "host", "host.value", "host.xinetd")),
          entry("host.generate", Set.of("source", "catalog", "syntax", "host", "host.value")),
          entry("graph", Set.of("source", "catalog", "host", "host.value")),
          entry(
              "graph.demand",
              Set.of("source", "catalog", "host", "host.value", "host.xinetd", "graph")),
          entry(
              "boot",
              Set.of(
                  "catalog",
                  "host",
                  "host.value",
                  "graph",
                  "graph.demand",
                  "boot.profile",
                  "boot.timing")),
          entry("boot.profile", Set.of("source", "catalog", "host", "host.value")),
          entry("boot.timing", Set.of("catalog", "host", "host.value", "source")),
          entry(
              "security",
              Set.of("source", "catalog", "syntax", "host", "host.value", "host.ports")),
          entry(
              "rule",
              Set.of(
                  "source",
                  "diagnostic",
                  "catalog",
                  "syntax",
                  "host",
                  "host.value",
                  "host.xinetd",
                  "host.ports",
                  "graph",
                  "boot",
                  "boot.timing",
                  "rule.xinetd")),
          entry(
              "rule.xinetd",
              Set.of(
                  "source",
                  "diagnostic",
                  "catalog",
                  "syntax",
                  "host",
                  "host.value",
                  "host.convert",
                  "host.xinetd")),
          entry(
              "diff",
              Set.of(
                  "source",
                  "diagnostic",
                  "catalog",
                  "syntax",
                  "host",
                  "host.value",
                  "host.ports",
                  "host.xinetd",
                  "graph",
                  "boot",
                  "security")),
          entry(
              "report",
              Set.of(
                  "diff",
                  "source",
                  "diagnostic",
                  "catalog",
                  "syntax",
                  "host",
                  "host.value",
                  "host.ports",
                  "host.convert",
                  "host.effective",
                  "host.xinetd",
                  "graph",
                  "graph.demand",
                  "boot",
                  "boot.profile",
                  "boot.timing",
                  "security")),
          entry("report.ci", Set.of("source", "diagnostic", "report", "report.svg")),
          entry("report.svg", Set.of("catalog", "report")),
          entry(
              "report.timeline",
              Set.of(
                  "catalog",
                  "host",
                  "graph",
                  "graph.demand",
                  "boot",
                  "boot.profile",
                  "boot.timing",
                  "report",
                  "report.svg")),
          entry(
              "report.draw",
              Set.of("catalog", "diagnostic", "host", "graph", "report", "report.svg")),
          entry(
              "report.page",
              Set.of(
                  "diagnostic",
                  "syntax",
                  "host",
                  "host.effective",
                  "graph",
                  "boot",
                  "security",
                  "diff",
                  "report",
                  "report.svg",
                  "report.draw",
                  "report.timeline")),
          entry(
              "cli",
              Set.of(
                  "source",
                  "diagnostic",
                  "catalog",
                  "syntax",
                  "host",
                  "host.xinetd",
                  "host.value",
                  "host.convert",
                  "host.generate",
                  "host.ports",
                  "graph",
                  "graph.demand",
                  "boot",
                  "boot.profile",
                  "boot.timing",
                  "security",
                  "rule",
                  "diff",
                  "report",
                  "report.page",
                  "report.ci",
                  "report.timeline",
                  "report.draw",
                  "cli.config",
                  "cli.manual")),
          entry(
              "api",
              Set.of(
                  "source",
                  "diagnostic",
                  "catalog",
                  "host",
                  "host.effective",
                  "host.generate",
                  "graph",
                  "boot",
                  "boot.profile",
                  "boot.timing",
                  "security",
                  "rule")),
          entry("cli.manual", Set.of("catalog")),
          entry("cli.config", Set.of("source", "diagnostic", "catalog", "rule")));

  /** Each library with its rooms. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "guru.nidi.", Set.of("report.draw"),
          "org.eclipse.", Set.of("report.draw"),
          "org.antlr.", Set.of("syntax"),
          "picocli.", Set.of("cli", "cli.manual"),
          "com.fasterxml.", Set.of("report", "report.ci", "report.page", "boot.timing", "security"),
          "com.github.difflib.", Set.of("report"),
          "org.jgrapht.", Set.of("graph"),
          "org.tomlj.", Set.of("cli.config"),
          "javax.xml.", Set.of("report.svg"),
          "me.tongfei.", Set.of("cli"));

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import\\s+(?:static\\s+)?([\\w.]+(?:\\.\\*)?)\\s*;");
  private static final Pattern PACKAGE = Pattern.compile("[a-z]\\w*(?:\\.[a-z]\\w*)*");
  private static final Pattern QUALIFIED =
      Pattern.compile(
          "\\b(?:org\\.unitlint|org\\.antlr|picocli|com\\.fasterxml|com\\.github\\.difflib|org\\.jgrapht|org\\.tomlj|me\\.tongfei|guru\\.nidi|org\\.eclipse|javax\\.xml)\\.[\\w.]+");
  private static final Pattern SURROUNDINGS =
      Pattern.compile(
          "\\bSystem\\s*\\.\\s*(?:out|err|in|exit|console|currentTimeMillis|nanoTime|getenv"
              + "|getProperty|getProperties|setProperty|setOut|setErr)\\b"
              + "|\\b(?:Instant|Local(?:Date|Time|DateTime)|(?:Zoned|Offset)DateTime|Year)"
              + "\\s*\\.\\s*now\\b"
              + "|\\bClock\\s*\\.\\s*system\\w*|\\bnew\\s+Date\\s*\\(\\s*\\)|\\bRuntime\\s*\\.\\s*get"
              + "|\\bProcessBuilder\\b|\\bThread\\s*\\.\\s*sleep\\b|\\bLocale\\s*\\.\\s*getDefault\\b"
              + "|\\bMath\\s*\\.\\s*random\\b|\\bnew\\s+Random\\s*\\(\\s*\\)|\\bThreadLocalRandom\\b"
              + "|\\bUUID\\s*\\.\\s*randomUUID\\b|\\.\\s*printStackTrace\\b");
  private static final Pattern FILES =
      Pattern.compile(
          "\\bjava\\.nio\\.file\\.Files\\b|\\bjava\\.io\\.File\\b|\\bFiles\\s*\\.\\s*\\w+\\s*\\("
              + "|\\bnew\\s+File\\s*\\(|\\bRandomAccessFile\\b|\\bFile(?:Input|Output)Stream\\b"
              + "|\\bFile(?:Reader|Writer)\\b|\\bFileChannel\\b|\\.\\s*toFile\\s*\\(");
  private static final Pattern MUTABLE =
      Pattern.compile(
          "(?m)^[ \\t]*(?:(?:public|private|protected|transient|volatile)\\s+)*static\\s+"
              + "(?:(?:transient|volatile)\\s+)*"
              + "(?!final\\b|class\\b|record\\b|enum\\b|interface\\b|abstract\\b|sealed\\b)"
              + "[\\w.]+(?:\\s*<[^;=(]*>)?(?:\\[\\])*\\s+\\w+\\s*[=;,]"
              + "|\\bstatic\\s+final\\b[^;=(]*=\\s*new\\s+(?:[\\w.]*(?:Map|List|Set|Deque|Queue)"
              + "|StringBuilder|Atomic\\w+|ThreadLocal)\\s*[<(]"
              + "|\\bThreadLocal\\s*\\.\\s*withInitial\\b");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "\\bpublic\\s+(?:(?:static|final|abstract|sealed|non-sealed|strictfp)\\s+)*"
              + "(?:class|interface|enum|record|@interface)\\s+(\\w+)");
  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\""
              + "|'(?:\\\\.|[^'\\\\\\n])+'",
          Pattern.DOTALL);
  private static final Pattern ANNOTATIONS =
      Pattern.compile("(?:@\\w[\\w.]*(?:\\([^()]*\\))?\\s*)*$");

  private static final int LONG = 400;
  private static final int TOO_LONG = 600;

  private static List<SourceFile> files;

  /** One source file: as it is, and with comments and texts blanked out. */
  private record SourceFile(String path, String room, String text, String code) {
    static SourceFile read(Path file) {
      try {
        String path = SOURCES.relativize(file).toString().replace('\\', '/');
        String text = Files.readString(file);
        String room = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        return new SourceFile(path, room.replace('/', '.'), text, blanked(text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    int line(int offset) {
      return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** One line for each place where the pattern is found and its text is refused. */
    Stream<String> broken(Pattern pattern, Predicate<String> refused, String rule) {
      return pattern
          .matcher(code)
          .results()
          .filter(m -> refused.test(m.groupCount() > 0 ? m.group(1) : m.group()))
          .map(
              m -> {
                String found = m.group().strip();
                int start = m.start() + m.group().indexOf(found);
                return path + ":" + line(start) + ": " + rule + ": " + found;
              });
    }
  }

  @BeforeAll
  static void read() throws IOException {
    try (var walk = Files.walk(SOURCES)) {
      files =
          walk.filter(p -> p.toString().endsWith(".java")).sorted().map(SourceFile::read).toList();
    }
    assertTrue(files.size() > 1, "no sources in " + SOURCES);
  }

  @Test
  void everyFileLiesInARoom() {
    assertNothing(
        files.stream()
            .filter(f -> !USES.containsKey(f.room()))
            .map(f -> f.path() + ":1: no such room; add it to the table here and in the style"));
  }

  @TestFactory
  Stream<DynamicTest> roomsUseOnlyTheirOwn() {
    return USES.keySet().stream().sorted().map(r -> dynamicTest(r, () -> usesOnlyItsOwn(r)));
  }

  private static void usesOnlyItsOwn(String room) {
    var allowed = USES.get(room);
    Predicate<String> refused =
        name -> {
          if (!name.startsWith(ROOT)) {
            return false;
          }
          String used = room(name.substring(ROOT.length()));
          return !used.equals(room) && !allowed.contains(used);
        };
    String rule = "`" + room + "` may use only " + allowed.stream().sorted().toList();
    assertNothing(in(room).flatMap(f -> everyUse(f, refused, rule)));
  }

  /** The room of a type, or of a whole package, written out in full. */
  private static String room(String name) {
    var found = PACKAGE.matcher(name);
    return found.lookingAt() ? found.group() : name;
  }

  @Test
  void librariesStayInTheirRoom() {
    assertNothing(
        files.stream()
            .flatMap(
                f ->
                    everyUse(
                        f,
                        name -> isForeign(name) && !isAtHome(name, f.room()),
                        "a library stays in its rooms, " + new TreeMap<>(LIBRARIES))));
  }

  private static boolean isForeign(String name) {
    return !name.startsWith("java.") && !name.startsWith(ROOT);
  }

  private static boolean isAtHome(String name, String room) {
    return LIBRARIES.entrySet().stream()
        .anyMatch(e -> name.startsWith(e.getKey()) && e.getValue().contains(room));
  }

  /** Imports and names written out in full; a name in its own import counts once. */
  private static Stream<String> everyUse(SourceFile file, Predicate<String> refused, String rule) {
    return Stream.concat(
            file.broken(IMPORT, refused, rule),
            file.broken(QUALIFIED, refused, rule).filter(s -> !isHeader(file, s)))
        .sorted();
  }

  private static boolean isHeader(SourceFile file, String problem) {
    int line = Integer.parseInt(problem.substring(file.path().length() + 1).split(":")[0]);
    String start = file.text().lines().skip(line - 1).findFirst().orElse("");
    return start.startsWith("import ") || start.startsWith("package ");
  }

  @Test
  void onlyCliKnowsTheWorldOutside() {
    assertNothing(
        files.stream()
            .filter(f -> !f.room().equals("cli"))
            .flatMap(
                f ->
                    f.broken(
                        SURROUNDINGS,
                        s -> true,
                        "only `cli` prints, exits, or reads clock and environment")));
  }

  @Test
  void onlyFileTreesTouchFiles() {
    assertNothing(
        files.stream()
            .filter(f -> !f.room().equals("cli") && !isFileTree(f))
            .flatMap(
                f ->
                    f.broken(
                        FILES,
                        s -> true,
                        "only `cli` and the FileTree implementations of `source` touch files")));
  }

  private static boolean isFileTree(SourceFile file) {
    return file.room().equals("source")
        && Pattern.compile("\\bimplements\\b[^{]*\\bFileTree\\b").matcher(file.code()).find();
  }

  @Test
  void nothingStaticIsMutable() {
    assertNothing(
        files.stream().flatMap(f -> f.broken(MUTABLE, s -> true, "nothing static is mutable")));
  }

  @Test
  void filesAreShort(TestReporter reporter) {
    var lengths = new LinkedHashMap<String, Long>();
    files.forEach(f -> lengths.put(f.path(), f.text().lines().count()));
    lengths.forEach(
        (path, lines) -> {
          if (lines > LONG) {
            reporter.publishEntry(path, lines + " lines; a file rarely has over " + LONG);
          }
        });
    assertNothing(
        lengths.entrySet().stream()
            .filter(e -> e.getValue() > TOO_LONG)
            .map(
                e ->
                    e.getKey()
                        + ":"
                        + e.getValue()
                        + ": a file has at most "
                        + TOO_LONG
                        + " lines, rarely over "
                        + LONG));
  }

  @Test
  void everyPublicTypeSaysWhatItIs() {
    var silent = new ArrayList<String>();
    for (var file : files) {
      PUBLIC_TYPE
          .matcher(file.code())
          .results()
          .filter(m -> !isDocumented(file, m.start()))
          .forEach(
              m ->
                  silent.add(
                      file.path()
                          + ":"
                          + file.line(m.start())
                          + ": every public type has one sentence that says what it is: "
                          + m.group(1)));
    }
    assertNothing(silent.stream());
  }

  private static boolean isDocumented(SourceFile file, int start) {
    var annotations = ANNOTATIONS.matcher(file.text().substring(0, start));
    String before =
        annotations.find()
            ? file.text().substring(0, annotations.start()).stripTrailing()
            : file.text().substring(0, start).stripTrailing();
    return before.endsWith("*/")
        && before.startsWith("/**", Math.max(0, before.lastIndexOf("/*")))
        && !before.endsWith("/**/");
  }

  private static Stream<SourceFile> in(String room) {
    return files.stream().filter(f -> f.room().equals(room));
  }

  private static void assertNothing(Stream<String> problems) {
    var lines = problems.distinct().toList();
    if (!lines.isEmpty()) {
      fail("rules of the house:\n" + String.join("\n", lines));
    }
  }

  /** The code with each comment, text and character turned into blanks; line feeds stay. */
  private static String blanked(String text) {
    return COMMENT_OR_TEXT.matcher(text).replaceAll(m -> m.group().replaceAll("[^\\n]", " "));
  }
}
