package org.unitlint.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The part of this machine's files below one folder, which is the tree's root. */
public final class DiskTree implements FileTree {
  /** The bits of a mode that can be set. */
  private static final int ALL_BITS = 07777;

  private final Path root;
  private final UnaryOperator<String> display;

  /** A tree of the folder's files, which are shown with their paths relative to the folder. */
  public DiskTree(Path root) {
    this(root, path -> path.equals("/") ? "." : path.substring(1));
  }

  /** A tree of the folder's files; {@code display} makes of a path in the tree what people see. */
  public DiskTree(Path root, UnaryOperator<String> display) {
    this.root = root;
    this.display = display;
  }

  @Override
  public Node node(String path) {
    try {
      return node(
          Files.readAttributes(at(path), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS),
          path);
    } catch (NoSuchFileException | NotDirectoryException | InvalidPathException e) {
      return Node.MISSING;
    } catch (IOException e) {
      return e.getMessage() != null && e.getMessage().endsWith("Not a directory")
          ? Node.MISSING
          : new Node(Node.Kind.UNREADABLE, 0, false, "");
    }
  }

  private Node node(PosixFileAttributes attributes, String path) throws IOException {
    if (attributes.isSymbolicLink()) {
      return Node.link(Files.readSymbolicLink(at(path)).toString());
    }
    if (attributes.isDirectory()) {
      return Node.FOLDER;
    }
    if (!attributes.isRegularFile()) {
      return new Node(Node.Kind.SPECIAL, 0, false, "");
    }
    var permissions = attributes.permissions();
    boolean executable =
        permissions.contains(PosixFilePermission.OWNER_EXECUTE)
            || permissions.contains(PosixFilePermission.GROUP_EXECUTE)
            || permissions.contains(PosixFilePermission.OTHERS_EXECUTE);
    return Node.file(attributes.size(), executable);
  }

  @Override
  public List<String> children(String path) throws IOException {
    var names = new ArrayList<String>();
    try (var stream = Files.newDirectoryStream(at(path))) {
      stream.forEach(p -> names.add(p.getFileName().toString()));
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(null);
    return names;
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    Path file = at(path);
    if (!node(path).is(Node.Kind.FILE)) {
      throw new AccessDeniedException(path, null, "not a regular file");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(limit);
    }
  }

  /**
   * Writes a new file beside the old one, with its mode and owner, and renames it. A file that may
   * not be written, or that has more than one name, is left as it is.
   */
  @Override
  public void replace(String path, byte[] before, byte[] after) throws IOException {
    Path file = at(path);
    demandSame(path, before);
    var old = Files.readAttributes(file, "unix:mode,uid,gid,nlink", LinkOption.NOFOLLOW_LINKS);
    if (((Number) old.get("nlink")).intValue() > 1) {
      throw refused(path, "a hard link, its other name would keep the old text");
    }
    if (!Files.isWritable(file)) {
      throw new AccessDeniedException(path);
    }
    Path fresh = Files.createTempFile(file.getParent(), ".unitlint-", ".tmp");
    try {
      write(fresh, after);
      own(fresh, old, path);
      demandSame(path, before);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private void demandSame(String path, byte[] before) throws IOException {
    if (!Arrays.equals(before, read(path, before.length + 1))) {
      throw refused(path, "it was changed meanwhile");
    }
  }

  private static FileSystemException refused(String path, String why) {
    return new FileSystemException(path, null, why);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Gives the file that owner and mode; the owner first, for a change of it clears bits. */
  private static void own(Path file, Map<String, Object> wanted, String path) throws IOException {
    var now = Files.readAttributes(file, "unix:uid,gid");
    for (String id : List.of("gid", "uid")) {
      if (!now.get(id).equals(wanted.get(id))) {
        try {
          Files.setAttribute(file, "unix:" + id, wanted.get(id));
        } catch (IOException e) {
          throw refused(path, "a new file could not have its owner and group");
        }
      }
    }
    Files.setAttribute(file, "unix:mode", (int) wanted.get("mode") & ALL_BITS);
  }

  private Path at(String path) {
    return path.equals("/") ? root : root.resolve(path.substring(1));
  }

  @Override
  public String display(String path) {
    return display.apply(path);
  }
}
