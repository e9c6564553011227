package org.unitlint.host.generate;

import java.util.ArrayList;
import java.util.List;

/** Paths as written in a file, which need be neither absolute nor free of dots. */
final class RawPaths {
  private static final int MAX_LENGTH = 4095;
  private static final int MAX_NAME = 255;

  private RawPaths() {}

  /** Step "path_simplify": no doubled or closing slashes, no single dots. */
  static String simplify(String path) {
    var kept = parts(path);
    String joined = String.join("/", kept);
    if (path.startsWith("/")) {
      return "/" + joined;
    }
    return joined.isEmpty() && !path.isEmpty() ? "." : joined;
  }

  private static List<String> parts(String path) {
    var kept = new ArrayList<String>();
    for (String part : path.split("/")) {
      if (!part.isEmpty() && !part.equals(".")) {
        kept.add(part);
      }
    }
    return kept;
  }

  /** Step "path_is_normalized": no part of it climbs or stands still, and none is too long. */
  static boolean isNormal(String path) {
    if (path.isEmpty() || path.length() > MAX_LENGTH || path.contains("//")) {
      return false;
    }
    for (String part : path.split("/")) {
      if (part.equals("..") || part.equals(".") || part.length() > MAX_NAME) {
        return false;
      }
    }
    return true;
  }

  /** Whether the kernel takes it for a path. */
  static boolean isPossible(String path) {
    return path.length() <= MAX_LENGTH
        && parts(path).stream().allMatch(part -> part.length() <= MAX_NAME);
  }

  /** Step "path_startswith", which does not mind how slashes and dots are written. */
  static boolean isBelow(String path, String folder) {
    if (path.startsWith("/") != folder.startsWith("/")) {
      return false;
    }
    var parts = parts(path);
    var folders = parts(folder);
    return parts.size() >= folders.size() && parts.subList(0, folders.size()).equals(folders);
  }

  static boolean isSame(String path, String other) {
    return isBelow(path, other) && isBelow(other, path);
  }

  /** Step "is_device_path": whether it may be the node of a device. */
  static boolean isDevice(String path) {
    return isInside(path, "/dev") || isInside(path, "/sys");
  }

  private static boolean isInside(String path, String folder) {
    return isBelow(path, folder) && !isBelow(folder, path);
  }

  /** Step "path_join": the file below the folder, with a slash between them. */
  static String join(String folder, String file) {
    return file.isEmpty() || file.startsWith("/") ? folder + file : folder + "/" + file;
  }
}
