package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.support.Run;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Pictures as {@code graph} writes them: where findings are told, and what other engines do. */
class GraphPictureTest {
  private static final String RUN = "[Service]\nExecStart=/bin/true\n";
  private static final String HOSTILE = "\"];x<script>alert(1)<script>.service";

  @TempDir Path folder;

  private Path units;

  @BeforeEach
  void makeRoot() throws IOException {
    units = Files.createDirectories(folder.resolve("root/etc/systemd/system"));
    unit("sysinit.target", "[Unit]\nDefaultDependencies=no\n");
    unit("basic.target", "[Unit]\nRequires=sysinit.target\nAfter=sysinit.target\n");
    unit("default.target", "[Unit]\nWants=a.service b.service\n");
    unit("a.service", "[Unit]\nAfter=b.service\n" + RUN);
    unit("b.service", "[Service]\nType=oneshot\nRestart=always\nExecStart=/bin/true\n");
  }

  private void unit(String name, String text) throws IOException {
    Files.writeString(units.resolve(name), text);
  }

  private String picture(String... words) {
    var run = Run.in(folder, words);
    assertEquals(0, run.status(), run.toString());
    return run.out();
  }

  private Run with(Map<String, String> environment, String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var in = InputStream.nullInputStream();
    int status =
        Program.run(in, new PrintWriter(out), new PrintWriter(err), folder, environment, words);
    return new Run(status, out.toString(), err.toString());
  }

  private static Document parsed(String xml) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setEntityResolver((id, system) -> new InputSource(new StringReader("")));
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void aPageTellsWhatIsFoundAtItsUnits() {
    String page = picture("graph", "--root", "root", "--format", "html");
    assertTrue(page.contains("href=\"#findings-b.service\" data-badge=\"b.service\""), page);
    assertTrue(page.contains("<section id=\"findings-b.service\">"), page);
  }

  @Test
  void configurationFilesAreRespected() throws IOException {
    String config = "ignore = [\"S\", \"U\", \"L\", \"D\", \"B\", \"H\", \"X\"]\n";
    Files.writeString(folder.resolve("root/unitlint.toml"), config);
    String page = picture("graph", "--root", "root", "--format", "html");
    assertFalse(page.contains("data-badge"), page);
    String all = picture("graph", "--root", "root", "--format", "html", "--no-config");
    assertTrue(all.contains("data-badge=\"b.service\""), all);
  }

  @Test
  void aPictureTellsItWhereAsked() {
    String plain = picture("graph", "--root", "root", "--format", "svg");
    assertFalse(plain.contains("data-badge"), plain);
    String told = picture("graph", "--root", "root", "--format", "svg", "--findings");
    assertTrue(told.contains("data-badge=\"b.service\""), told);
    assertTrue(told.contains("error U214: "), told);
  }

  @Test
  void aFolderIsLookedAtAsAWhole() throws IOException {
    String svg = picture("graph", "root/etc/systemd/system", "--format", "svg");
    assertFalse(svg.contains("Around"), svg);
    String one = picture("graph", "root/etc/systemd/system/a.service", "--format", "svg");
    assertTrue(one.contains("Around a.service"), one);
  }

  @Test
  void hostileNamesBreakNothing() throws Exception {
    unit("default.target", "[Unit]\nWants=b.service x\\x22\\x5d\\x3b.service\n");
    unit("x\\x22\\x5d\\x3b.service", "[Unit]\nDescription=" + HOSTILE + "\n" + RUN);
    for (String format : new String[] {"svg", "html"}) {
      var words = new String[] {"graph", "--root", "root", "--findings", "--format", format};
      var document = parsed(picture(words));
      assertEquals(0, document.getElementsByTagName("script").getLength());
      assertEquals(1, document.getElementsByTagName("svg").getLength());
    }
    String dot = picture("graph", "--root", "root", "--format", "dot");
    assertFalse(dot.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "").contains("script"), dot);
  }

  @Test
  void whatIsTooLargeIsWrittenForGraphviz() throws IOException {
    var names = new TreeSet<String>();
    for (int i = 1000; i < 2600; i++) {
      names.add("s" + i + ".service");
      unit("s" + i + ".service", RUN);
    }
    unit("default.target", "[Unit]\nWants=" + String.join(" ", names) + "\n");
    var run = Run.in(folder, "graph", "--root", "root", "--format", "svg", "--fold", "edges");
    assertEquals(3, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("too much to draw: 160"), run.err());
    assertTrue(run.err().contains("--around"), run.err());
    assertTrue(run.out().startsWith("digraph") && run.out().contains("\"s2599.service\""));
    var overview = Run.in(folder, "graph", "--root", "root", "--format", "svg");
    assertEquals(0, overview.status(), overview.err());
  }

  @Test
  void graphvizDrawsOnRequest() throws Exception {
    String folders = System.getenv().getOrDefault("PATH", "");
    assumeTrue(
        Arrays.stream(folders.split(File.pathSeparator))
            .anyMatch(f -> Files.isExecutable(Path.of(f, "dot"))),
        "there is no dot");
    unit("default.target", "[Unit]\nWants=b.service x\\x22\\x5d\\x3b.service a.service\n");
    unit("x\\x22\\x5d\\x3b.service", "[Unit]\nDescription=" + HOSTILE + "\n" + RUN);
    for (String format : new String[] {"svg", "html"}) {
      for (String cluster : new String[] {"none", "target"}) {
        var run =
            with(
                Map.of("PATH", folders),
                "graph",
                "--root",
                "root",
                "--engine",
                "dot",
                "--cluster",
                cluster,
                "--format",
                format);
        assertEquals(0, run.status(), run.err());
        var document = parsed(run.out());
        assertEquals(1, document.getElementsByTagName("svg").getLength());
        assertEquals(0, document.getElementsByTagName("script").getLength());
        assertTrue(run.out().contains("x\\x22\\x5d\\x3b.service"), run.out());
      }
    }
  }
}
