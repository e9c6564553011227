package org.unitlint.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tree held in memory. */
public final class MemoryTree implements FileTree {
  private final TreeMap<String, Node> nodes = new TreeMap<>();
  private final Map<String, byte[]> contents = new TreeMap<>();

  /** A tree that holds the root folder only. */
  public MemoryTree() {
    nodes.put("/", Node.FOLDER);
  }

  /** Adds a file, and the folders above it. */
  public MemoryTree file(String path, String text) {
    return file(path, Utf8.encode(text), false);
  }

  /** Adds a file, and the folders above it. */
  public MemoryTree file(String path, byte[] bytes, boolean executable) {
    put(path, Node.file(bytes.length, executable));
    contents.put(path, bytes.clone());
    return this;
  }

  /** Adds an executable script, and the folders above it. */
  public MemoryTree program(String path) {
    return file(path, Utf8.encode("#!/bin/sh\n"), true);
  }

  /** Adds a symbolic link, and the folders above it. */
  public MemoryTree link(String path, String target) {
    put(path, Node.link(target));
    return this;
  }

  /** Adds a folder, and those above it. */
  public MemoryTree folder(String path) {
    put(path, Node.FOLDER);
    return this;
  }

  /** Adds something that is none of these. */
  public MemoryTree node(String path, Node node) {
    put(path, node);
    return this;
  }

  private void put(String path, Node node) {
    for (String p = Paths.parent(path); !nodes.containsKey(p); p = Paths.parent(p)) {
      nodes.put(p, Node.FOLDER);
    }
    nodes.put(path, node);
  }

  @Override
  public Node node(String path) {
    return nodes.getOrDefault(path, Node.MISSING);
  }

  @Override
  public List<String> children(String path) throws IOException {
    if (!node(path).is(Node.Kind.FOLDER)) {
      throw new FileNotFoundException(path);
    }
    String prefix = path.equals("/") ? "/" : path + "/";
    var names = new ArrayList<String>();
    for (String p : nodes.tailMap(prefix, false).keySet()) {
      if (!p.startsWith(prefix)) {
        break;
      }
      if (p.indexOf('/', prefix.length()) < 0) {
        names.add(p.substring(prefix.length()));
      }
    }
    return names;
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    byte[] bytes = contents.get(path);
    if (bytes == null) {
      throw new FileNotFoundException(path);
    }
    return Arrays.copyOf(bytes, Math.min(limit, bytes.length));
  }

  @Override
  public void replace(String path, byte[] before, byte[] after) throws IOException {
    if (!Arrays.equals(before, contents.get(path))) {
      throw new FileSystemException(path, null, "it was changed meanwhile");
    }
    file(path, after, node(path).executable());
  }

  @Override
  public String display(String path) {
    return path.equals("/") ? "." : path.substring(1);
  }
}
