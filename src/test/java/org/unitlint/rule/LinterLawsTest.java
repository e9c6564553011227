package org.unitlint.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.report.CheckFormat;
import org.unitlint.report.Findings;
import org.unitlint.report.Palette;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Utf8;
import org.unitlint.support.Shared;

/** What holds for a check of any files at all. */
class LinterLawsTest {
  private static final int MUTATIONS = 10_000;
  private static final int UNITS_A_MACHINE = 200;
  private static final long SEED = 252;

  /** No exception, every place inside its file, and each report can be written. */
  @Test
  void mutationsAreChecked() throws IOException {
    var seeds = seeds();
    var random = new Random(SEED);
    for (int done = 0; done < MUTATIONS; done += UNITS_A_MACHINE) {
      var tree = new MemoryTree().folder("/etc/systemd/system");
      for (int i = 0; i < UNITS_A_MACHINE; i++) {
        String text = seeds.get(random.nextInt(seeds.size()));
        var type = UnitType.values()[random.nextInt(UnitType.values().length)];
        String at = random.nextInt(4) == 0 ? "@" : "";
        String path = "/etc/systemd/system/u" + i + at + "." + type.suffix();
        if (random.nextInt(4) == 0) {
          tree.file(path, "[Service]\nExecStart=/bin/true\n");
          path += ".d/x.conf";
        }
        tree.file(path, mutated(text, random), false);
      }
      check(tree, done % 2 == 0);
    }
  }

  private static void check(FileTree tree, boolean whole) throws IOException {
    int version = Catalog.standard().newestVersion();
    var setup =
        whole
            ? Setup.machine(Scope.SYSTEM, version)
            : Setup.folders(Scope.SYSTEM, 252, List.of("/etc/systemd/system"));
    var findings = findings(tree, setup);
    for (var finding : findings.diagnostics()) {
      var place = finding.place();
      assertTrue(place.span().end() <= place.source().text().length(), finding.toString());
      finding.labels().forEach(l -> assertTrue(l.place().endColumn() > 0));
    }
    for (CheckFormat format : CheckFormat.values()) {
      format.report(Palette.PLAIN).write(findings, new StringWriter());
    }
  }

  private static Findings findings(FileTree tree, Setup setup) {
    var result = new Linter(new Machine(tree, setup), Rules.ALL).check(path -> true);
    return new Findings(result.diagnostics(), result.files(), result.units());
  }

  private static byte[] mutated(String text, Random random) {
    byte[] bytes = Utf8.encode(text);
    for (int n = random.nextInt(6); n > 0 && bytes.length > 0; n--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = spliced(bytes, at, at + 1 + random.nextInt(10), "");
        case 2 ->
            bytes = spliced(bytes, at, at, "%\\\"'=[]@:-+!;#\n".substring(random.nextInt(12)));
        default -> bytes = spliced(bytes, at, at, text.substring(0, text.length() / 4));
      }
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int start, int end, String text) {
    byte[] middle = Utf8.encode(text);
    int rest = bytes.length - Math.min(end, bytes.length);
    byte[] made = new byte[start + middle.length + rest];
    System.arraycopy(bytes, 0, made, 0, start);
    System.arraycopy(middle, 0, made, start, middle.length);
    System.arraycopy(bytes, bytes.length - rest, made, start + middle.length, rest);
    return made;
  }

  /** All examples of all pages, and where they are there the files of many people. */
  private static List<String> seeds() throws IOException {
    var seeds = new ArrayList<String>();
    for (Rule rule : Rules.ALL) {
      Page.of(rule.info()).blocks().stream()
          .filter(b -> b.info().startsWith("ini "))
          .forEach(b -> seeds.add(b.body()));
    }
    var corpus = Path.of(System.getProperty("unitlint.shared", "../shared"), "corpus/units");
    if (Files.exists(corpus)) {
      try (Stream<Path> files = Files.walk(corpus)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          seeds.add(Utf8.decode(Files.readAllBytes(file)));
        }
      }
    }
    return seeds;
  }

  @Test
  @Tag("differential")
  void outputIsTheSameForAnyNumberOfThreads() throws Exception {
    var tree = new org.unitlint.source.DiskTree(Shared.tree("minimal"));
    var setup = Setup.machine(Scope.SYSTEM, 252);
    String alone = new ForkJoinPool(1).submit(() -> text(tree, setup)).get();
    String many = new ForkJoinPool(8).submit(() -> text(tree, setup)).get();
    assertEquals(alone, many);
  }

  private static String text(FileTree tree, Setup setup) throws IOException {
    var out = new StringWriter();
    CheckFormat.JSON.report(Palette.PLAIN).write(findings(tree, setup), out);
    return out.toString();
  }
}
