package org.unitlint.diff;

import org.unitlint.host.Machine;
import org.unitlint.source.Place;

/**
 * Something that stands in a file, or a file or link as such.
 *
 * @param text what is written; for a file or link where it leads, or nothing
 * @param path of the file, in its tree
 * @param line from 1; 0 for a file or link as such
 * @param name what people call the file
 */
public record Written(String text, String path, int line, String name) {
  /** What stands at a place of the file at that path. */
  static Written at(String text, String path, Place place) {
    return new Written(text, path, place.line(), place.source().name());
  }

  /** A file or link; if somebody wrote something else to have it, that. */
  static Written file(Machine machine, String path) {
    var cause = machine.cause(path);
    if (cause.isPresent()) {
      return at("", cause.get().path(), cause.get().place());
    }
    return new Written("", path, 0, path.isEmpty() ? "" : machine.tree().display(path));
  }

  /** The same with that text. */
  Written saying(String other) {
    return new Written(other, path, line, name);
  }

  /** The file, and the line where there is one. */
  public String where() {
    return line == 0 ? name : name + ":" + line;
  }
}
