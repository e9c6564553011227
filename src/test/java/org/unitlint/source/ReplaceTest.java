package org.unitlint.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is replaced whole, with its mode and owner, or not at all. */
class ReplaceTest {
  private static final byte[] OLD = bytes("[Unit]\nDescripton=x\n");
  private static final byte[] NEW = bytes("[Unit]\nDescription=x\n");

  @TempDir Path folder;
  private Path file;
  private DiskTree tree;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void write() throws IOException {
    file = Files.write(folder.resolve("a.service"), OLD);
    tree = new DiskTree(folder);
  }

  private void refuses(String reason, byte[] before) throws IOException {
    byte[] was = Files.readAllBytes(file);
    var e = assertThrows(FileSystemException.class, () -> tree.replace("/a.service", before, NEW));
    assertEquals(reason, e.getReason());
    assertArrayEquals(was, Files.readAllBytes(file));
    onlyFile();
  }

  private void onlyFile() throws IOException {
    try (var files = Files.list(folder)) {
      assertFalse(files.anyMatch(f -> f.getFileName().toString().startsWith(".")));
    }
  }

  @Test
  void modeAndOwnerStay() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-x--x"));
    var owned = owned();
    tree.replace("/a.service", OLD, NEW);
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertEquals(owned, owned());
    onlyFile();
  }

  @Test
  void anotherOwnerStays() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "not root");
    Files.setAttribute(file, "unix:uid", 1234);
    Files.setAttribute(file, "unix:gid", 4321);
    Files.setAttribute(file, "unix:mode", 04755);
    var owned = owned();
    tree.replace("/a.service", OLD, NEW);
    assertEquals(owned, owned());
  }

  private Map<String, Object> owned() throws IOException {
    return Files.readAttributes(file, "unix:mode,uid,gid");
  }

  @Test
  void whatWasChangedMeanwhileStays() throws IOException {
    refuses("it was changed meanwhile", NEW);
    refuses("it was changed meanwhile", bytes(""));
    Files.write(file, bytes("[Unit]\nDescripton=x\n#"));
    refuses("it was changed meanwhile", OLD);
  }

  @Test
  void aFileWithAnotherNameStays() throws IOException {
    Files.createLink(folder.resolve("b.service"), file);
    refuses("a hard link, its other name would keep the old text", OLD);
  }

  @Test
  void aLinkIsNotReplaced() throws IOException {
    var target = Files.move(file, folder.resolve("b.service"));
    Files.createSymbolicLink(file, target.getFileName());
    refuses("not a regular file", OLD);
  }

  @Test
  void aFileThatMayNotBeWrittenStays() throws IOException {
    assumeTrue(file.toFile().setWritable(false, false));
    assumeTrue(!Files.isWritable(file), "root may write all");
    assertThrows(FileSystemException.class, () -> tree.replace("/a.service", OLD, NEW));
    assertArrayEquals(OLD, Files.readAllBytes(file));
  }

  @Test
  void theFilesOfAnOverlayAreThoseBelow() throws IOException {
    var laid = Map.of("/x/a.service", new OverlayTree.Origin(tree, "/a.service"));
    var overlay = new OverlayTree(new MemoryTree(), laid);
    overlay.replace("/x/a.service", OLD, NEW);
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertThrows(IOException.class, () -> overlay.replace("/y", OLD, NEW));
  }
}
