package org.unitlint.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;

/** Arithmetic with the absolute paths of a {@link FileTree}. */
public final class Paths {
  private static final int MAX_LINKS = 40;

  private Paths() {}

  /** The folder that holds the path; the root is its own. */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  /** The last component; empty for the root. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The name in the folder. */
  public static String join(String folder, String name) {
    return folder.equals("/") ? "/" + name : folder + "/" + name;
  }

  /**
   * The absolute path without doubled slashes, {@code .} and {@code ..}; the root has no parent.
   */
  public static String normalize(String path) {
    var kept = new ArrayList<String>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        if (!kept.isEmpty()) {
          kept.remove(kept.size() - 1);
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        kept.add(part);
      }
    }
    return "/" + String.join("/", kept);
  }

  /** Whether the path is the folder or lies below it. */
  public static boolean isWithin(String path, String folder) {
    return folder.equals("/") || path.equals(folder) || path.startsWith(folder + "/");
  }

  /** Follows every link of the path inside the tree, the last one too. */
  public static Resolved resolve(FileTree tree, String path) {
    return resolve(tree, path, true);
  }

  /**
   * Follows the links of the path inside the tree, as a process with that root would.
   *
   * @param last whether to follow a link at the very end too
   */
  public static Resolved resolve(FileTree tree, String path, boolean last) {
    var todo = new ArrayDeque<String>();
    push(todo, path);
    String at = "/";
    int links = 0;
    boolean climbed = false;
    while (!todo.isEmpty()) {
      String part = todo.pop();
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (part.equals("..")) {
        climbed |= at.equals("/");
        at = parent(at);
        continue;
      }
      String next = join(at, part);
      Node node = tree.node(next);
      if (!node.is(Node.Kind.LINK) || (todo.isEmpty() && !last)) {
        at = next;
        continue;
      }
      if (++links > MAX_LINKS) {
        return new Resolved(next, Node.MISSING, true, climbed);
      }
      if (node.target().startsWith("/")) {
        at = "/";
      }
      push(todo, node.target());
    }
    Node end = at.equals("/") ? Node.FOLDER : tree.node(at);
    return new Resolved(at, end, false, climbed);
  }

  private static void push(ArrayDeque<String> todo, String path) {
    var parts = new ArrayList<>(java.util.Arrays.asList(path.split("/")));
    Collections.reverse(parts);
    parts.forEach(todo::push);
  }

  /**
   * Where a path leads.
   *
   * @param path the path free of links; where a link loops, that link
   * @param loop whether the links never end
   * @param climbed whether a link's {@code ..} went above the root
   */
  public record Resolved(String path, Node node, boolean loop, boolean climbed) {}
}
