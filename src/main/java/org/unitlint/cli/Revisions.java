package org.unitlint.cli;

import java.util.Optional;

/**
 * The revisions that are compared.
 *
 * @param after empty for the files as they are now
 * @param sinceBase whether to take, in the place of the first, where the second one left it
 */
record Revisions(String before, Optional<String> after, boolean sinceBase) {
  private static final String HEAD = "HEAD";

  /** As git writes them: {@code A..B}, {@code A...B} or {@code A}; a missing one is HEAD. */
  static Revisions parse(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return new Revisions(text, Optional.empty(), false);
    }
    boolean base = text.startsWith("...", dots);
    String after = text.substring(dots + (base ? 3 : 2));
    return new Revisions(head(text.substring(0, dots)), Optional.of(head(after)), base);
  }

  private static String head(String revision) {
    return revision.isEmpty() ? HEAD : revision;
  }
}
