package org.unitlint.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {
  private static final MemoryTree TREE =
      new MemoryTree()
          .file("/usr/lib/x", "x")
          .link("/lib", "usr/lib")
          .link("/a", "/b")
          .link("/b", "/a")
          .link("/self", "self")
          .link("/etc/up", "../../../usr/lib/x")
          .link("/etc/absolute", "/usr/./lib//x")
          .link("/etc/folder", "../lib")
          .link("/dangling", "/nowhere/x");

  @ParameterizedTest
  @CsvSource({
    "/, /, FOLDER, false, false",
    "/lib/x, /usr/lib/x, FILE, false, false",
    "/etc/folder/x, /usr/lib/x, FILE, false, false",
    "/etc/absolute, /usr/lib/x, FILE, false, false",
    "/etc/up, /usr/lib/x, FILE, false, true",
    "/dangling, /nowhere/x, MISSING, false, false",
    "/lib/x/y, /usr/lib/x/y, MISSING, false, false",
    "/a, /b, MISSING, true, false",
    "/self/x, /self, MISSING, true, false"
  })
  void linksStayInsideTheTree(
      String path, String end, Node.Kind kind, boolean loop, boolean climbed) {
    var resolved = Paths.resolve(TREE, path);
    assertEquals(kind, resolved.node().kind());
    assertEquals(loop, resolved.loop());
    assertEquals(climbed, resolved.climbed());
    if (!loop) {
      assertEquals(end, resolved.path());
    }
  }

  @ParameterizedTest
  @CsvSource({"/, /", "//a//b/, /a/b", "/a/./b/../c, /a/c", "/../.., /", "/a/../../b, /b"})
  void normalFormHasNoDots(String path, String normal) {
    assertEquals(normal, Paths.normalize(path));
  }

  @Test
  void lastLinkMayStay() {
    assertEquals("/etc/up", Paths.resolve(TREE, "/etc/up", false).path());
    assertEquals("/usr/lib/x", Paths.resolve(TREE, "/lib/x", false).path());
  }

  @Test
  void overlayShowsWhatIsLaidOverIt() throws Exception {
    var above = new MemoryTree().file("/here/a.service", "above");
    var tree =
        new OverlayTree(
            TREE,
            java.util.Map.of(
                "/usr/lib/x", new OverlayTree.Origin(above, "/here/a.service"),
                "/new/deep/y", new OverlayTree.Origin(above, "/here/a.service")));
    assertEquals("above", Utf8.decode(tree.read("/usr/lib/x", 99)));
    assertEquals(Node.Kind.FOLDER, tree.node("/new").kind());
    assertEquals(java.util.List.of("deep"), tree.children("/new"));
    assertEquals(java.util.List.of("y"), tree.children("/new/deep"));
    assertEquals("here/a.service", tree.display("/new/deep/y"));
    assertEquals("lib", tree.display("/lib"));
    assertEquals(Node.Kind.MISSING, tree.node("/ne").kind());
  }
}
