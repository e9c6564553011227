package org.unitlint.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.Utf8;

/**
 * The tree below one heading of a rule's page; see {@link PagesTest} for its blocks.
 *
 * @param heading above it
 */
record PageTree(Rule rule, String heading, List<Page.Block> blocks) {
  private static final Pattern HEAD =
      Pattern.compile(
          "(?:error|warning|info|hint)\\[(\\w+)\\]: (.*)\n *--> (.*?)(?::(\\d+):(\\d+))?\n");
  private static final String VERSION = "--target-version=";
  private static final int MOST_STORED = 1 << 16;
  private static final int LARGE = 17 << 20;
  private static final Set<String> UNSTORABLE = Set.of("special", "unreadable", "large", "folder");

  PageTree {
    blocks = List.copyOf(blocks);
  }

  /** One finding as the page shows it. */
  record Shown(String code, String message, String file, int line, int column) {}

  /** The trees of the rule's page, in order. */
  static List<PageTree> of(Rule rule) {
    var sections = new LinkedHashMap<String, List<Page.Block>>();
    Page.of(rule.info())
        .blocks()
        .forEach(b -> sections.computeIfAbsent(b.section(), s -> new ArrayList<>()).add(b));
    return sections.entrySet().stream()
        .map(e -> new PageTree(rule, e.getKey(), e.getValue()))
        .toList();
  }

  /** The rule's code and the heading. */
  String name() {
    return rule.info().code() + " " + heading;
  }

  private List<String> options() {
    return named("options").flatMap(b -> Stream.of(b.body().strip().split("\\s+"))).toList();
  }

  /** Whether it holds anything to look at; else its blocks are text. */
  boolean hasFiles() {
    return blocks.stream()
        .anyMatch(b -> !Set.of("output", "options", "text").contains(b.info().split(" +", 2)[0]));
  }

  /** The options of the program that it needs. */
  List<String> asked() {
    return options().stream().filter(o -> !o.equals("--folder")).toList();
  }

  /** The path to check where the tree is written to that folder. */
  String start(String folder) {
    boolean deep = blocks.stream().anyMatch(b -> b.info().contains(" etc/systemd/system/"));
    return options().contains("--folder") && deep ? folder + "/etc/systemd/system" : folder;
  }

  /** The words behind {@code check} that look at the tree where it is written to that folder. */
  List<String> command(String folder) {
    var words = new ArrayList<>(asked());
    words.addAll(
        options().contains("--folder") ? List.of(start(folder)) : List.of("--root", folder));
    return words;
  }

  /** Whether it can be part of a repository. */
  boolean isStorable() {
    return blocks.stream().map(PageTree::kind).noneMatch(UNSTORABLE::contains)
        && blocks.stream().allMatch(b -> b.body().length() < MOST_STORED);
  }

  /** The findings that the page shows; none for a good tree. */
  List<Shown> shown() {
    var shown = new ArrayList<Shown>();
    named("output")
        .map(b -> HEAD.matcher(b.body()))
        .flatMap(m -> m.results())
        .forEach(
            m ->
                shown.add(
                    new Shown(
                        m.group(1),
                        m.group(2),
                        m.group(3),
                        number(m.group(4)),
                        number(m.group(5)))));
    return shown;
  }

  /** What is said of a whole file is at its start. */
  private static int number(String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  private Stream<Page.Block> named(String kind) {
    return blocks.stream().filter(b -> kind(b).equals(kind));
  }

  private static String kind(Page.Block block) {
    return block.info().split(" +", 2)[0];
  }

  /** Its files, links and programs, and how it is to be looked at. */
  Machine machine() {
    var tree = memoryTree();
    int version =
        options().stream()
            .filter(o -> o.startsWith(VERSION))
            .mapToInt(o -> Integer.parseInt(o.substring(VERSION.length())))
            .findFirst()
            .orElse(Catalog.standard().newestVersion());
    var scope = options().contains("--user") ? Scope.USER : Scope.SYSTEM;
    boolean xinetd = tree.node("/etc/xinetd.conf").is(Node.Kind.FILE);
    return new Machine(
        tree,
        options().contains("--folder")
            ? Setup.folders(scope, version, xinetd ? List.of() : List.of("/"))
            : Setup.machine(scope, version));
  }

  private MemoryTree memoryTree() {
    var tree = new MemoryTree();
    for (Page.Block block : blocks) {
      String[] words = block.info().split(" +", 2);
      if (Set.of("output", "options", "text").contains(words[0])) {
        continue;
      }
      String[] ends = words[1].split(" -> ");
      String path = "/" + ends[0];
      switch (words[0]) {
        case "link" -> tree.link(path, ends[1]);
        case "program" -> {
          if (block.body().isEmpty()) {
            tree.program(path);
          } else {
            tree.file(path, Utf8.encode(block.body()), true);
          }
        }
        case "folder" -> tree.folder(path);
        case "special" -> tree.node(path, new Node(Node.Kind.SPECIAL, 0, false, ""));
        case "unreadable" -> tree.node(path, new Node(Node.Kind.UNREADABLE, 0, false, ""));
        case "large" -> tree.file(path, block.body()).node(path, Node.file(LARGE, false));
        default -> tree.file(path, block.body());
      }
    }
    return tree;
  }

  /** Writes its files, links and programs below the folder. */
  void write(Path folder) throws IOException, InterruptedException {
    for (Page.Block block : blocks) {
      String[] words = block.info().split(" +", 2);
      if (!Set.of("output", "options", "text").contains(words[0])) {
        String[] ends = words[1].split(" -> ");
        var path = folder.resolve(ends[0]);
        Files.createDirectories(path.getParent());
        write(words[0], path, ends.length > 1 ? ends[1] : "", block.body());
      }
    }
  }

  private static void write(String kind, Path path, String target, String body)
      throws IOException, InterruptedException {
    switch (kind) {
      case "link" -> Files.createSymbolicLink(path, Path.of(target));
      case "folder" -> Files.createDirectories(path);
      case "special" -> new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
      case "program" -> {
        Files.write(path, body.isEmpty() ? Utf8.encode("#!/bin/sh\n") : Utf8.encode(body));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      case "unreadable" -> {
        Files.write(path, Utf8.encode(body));
        Files.setPosixFilePermissions(path, Set.of());
      }
      case "large" -> {
        byte[] bytes = Arrays.copyOf(Utf8.encode(body), LARGE);
        Arrays.fill(bytes, Utf8.encode(body).length, LARGE, (byte) '\n');
        Files.write(path, bytes);
      }
      default -> Files.write(path, Utf8.encode(body));
    }
  }
}
