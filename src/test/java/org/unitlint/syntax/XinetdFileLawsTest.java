package org.unitlint.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.source.Source;
import org.unitlint.source.Utf8;

/** What holds for the trees of xinetd's files of any bytes at all. */
class XinetdFileLawsTest {
  private static final int MUTATIONS = 10_000;
  private static final long SEED = 2315;
  private static final String EXAMPLE =
      "defaults\n"
          + "{\n"
          + "\tinstances = 5\n"
          + "\tlog_on_failure += HOST\n"
          + "}\n\n"
          + "includedir /etc/xinetd.d\n"
          + "service ftp\n"
          + "{\n"
          + "\tdisable = yes\n"
          + "\tserver = /usr/sbin/in.ftpd\n"
          + "}\n"
          + "# what follows is broken\n"
          + "service tftp\n"
          + "{\n"
          + "\tnice\n"
          + "\tuser\t= root\n"
          + "}\n"
          + "service x {\n"
          + "}\n";
  private static final String[] PIECES = {
    "service",
    "service a\n{\n",
    "defaults",
    "defaults\n{\n",
    "include",
    "includedir /etc/xinetd.d\n",
    "{",
    "}",
    "{\n",
    "}\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u000B",
    "\f",
    " ",
    "\t",
    "\0",
    "\uFEFF",
    "#",
    "# c\n",
    "=",
    "+=",
    "-=",
    "+",
    " = ",
    "port",
    "port = 9",
    "disable = yes\n",
    "disable = no\n",
    "nice",
    "é",
    "日本",
    "😀",
    "\uDC80",
    "ſervice"
  };

  @Test
  void inventedTextsPrintBack() {
    var random = new Random(SEED);
    for (int i = 0; i < MUTATIONS; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      holds(Utf8.encode(text.toString()));
    }
  }

  @Test
  void mutationsPrintBack() throws IOException {
    var random = new Random(SEED);
    var seeds = seeds();
    for (int i = 0; i < MUTATIONS; i++) {
      holds(mutated(seeds.get(random.nextInt(seeds.size())), random));
    }
  }

  @Test
  void everyStartOfAFilePrintsBack() {
    for (int i = 0; i <= EXAMPLE.length(); i++) {
      holds(Utf8.encode(EXAMPLE.substring(0, i)));
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] mutant = bytes.clone();
    for (int n = 1 + random.nextInt(8); n > 0; n--) {
      int at = random.nextInt(mutant.length);
      if (random.nextBoolean()) {
        mutant[at] = (byte) random.nextInt(256);
      } else {
        byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
        byte[] longer = new byte[mutant.length + piece.length];
        System.arraycopy(mutant, 0, longer, 0, at);
        System.arraycopy(piece, 0, longer, at, piece.length);
        System.arraycopy(mutant, at, longer, at + piece.length, mutant.length - at);
        mutant = longer;
      }
    }
    return mutant;
  }

  /** An example, and where it is there what many people wrote. */
  private static List<byte[]> seeds() throws IOException {
    var seeds = new ArrayList<>(List.of(Utf8.encode(EXAMPLE)));
    var corpus = Path.of(System.getProperty("unitlint.shared", "../shared"), "corpus/xinetd");
    if (Files.exists(corpus)) {
      try (Stream<Path> files = Files.list(corpus)) {
        for (Path file : files.filter(f -> !f.toString().endsWith(".json")).sorted().toList()) {
          seeds.add(Files.readAllBytes(file));
        }
      }
    }
    return seeds;
  }

  private static void holds(byte[] bytes) {
    var source = Source.of("xinetd.conf", bytes);
    var file = XinetdFile.parse(source);
    assertArrayEquals(bytes, Utf8.encode(file.print()));
    int end = 0;
    for (var line : file.lines()) {
      assertEquals(end, line.span().start());
      end = line.span().end();
      line.place().endColumn();
    }
    assertEquals(source.text().length(), end);
    for (var item : file.items()) {
      if (item instanceof XinetdEntry entry) {
        placed(entry.keyword());
        placed(entry.name());
        entry.attributes().forEach(XinetdFileLawsTest::placed);
        entry.unread().forEach(XinetdFileLawsTest::placed);
      } else if (item instanceof XinetdInclude include) {
        placed(include.path());
      }
    }
    for (var flaw : file.flaws()) {
      flaw.place().endColumn();
      flaw.swallowed().forEach(XinetdFileLawsTest::placed);
      assertTrue(flaw.destroyed().end() <= end);
    }
    var inetd = InetdFile.parse(source);
    assertArrayEquals(bytes, Utf8.encode(inetd.print()));
    inetd.services().forEach(s -> s.fields().forEach(XinetdFileLawsTest::placed));
  }

  private static void placed(XinetdAttribute attribute) {
    placed(attribute.name());
    placed(attribute.sign());
    attribute.values().forEach(XinetdFileLawsTest::placed);
  }

  private static void placed(Value value) {
    assertEquals(value.text(), value.place().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        " ",
        "\n",
        "\t\n",
        "}\n",
        "{\n",
        "x\n",
        "service\n",
        "service a\n{\nx\n}\n",
        "\0",
        "\r",
        "service a\n{\n",
        "x y = z\n",
        "#",
        "=",
        "defaults\n{\nx\n",
        "service a\n{\nx\ny = 1\n}\n\n\n"
      })
  void longFilesAreReadInLinearTime(String piece) {
    var text = Source.of("xinetd.conf", piece.repeat(1_000_000 / piece.length()));
    assertTimeout(Duration.ofSeconds(10), () -> XinetdFile.parse(text));
    assertTimeout(Duration.ofSeconds(10), () -> InetdFile.parse(text));
  }
}
