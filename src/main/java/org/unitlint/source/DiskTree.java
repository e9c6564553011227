package org.unitlint.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The part of this machine's files below one folder, which is the tree's root. */
public final class DiskTree implements FileTree {
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

  private Path at(String path) {
    return path.equals("/") ? root : root.resolve(path.substring(1));
  }

  @Override
  public String display(String path) {
    return display.apply(path);
  }
}
