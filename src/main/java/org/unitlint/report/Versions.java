package org.unitlint.report;

import java.util.OptionalInt;
import org.unitlint.catalog.Since;
import org.unitlint.catalog.Word;

/** Since when something is there, in words that say how sure that is. */
final class Versions {
  private Versions() {}

  /** As in {@code version 214}. */
  static String of(Since since) {
    return switch (since.certainty()) {
      case EXACT ->
          since.latest() == Since.OLDEST
              ? "version " + since.latest() + " or before"
              : "version " + since.latest();
      case OLDER -> "version " + since.latest() + " or before";
      case RANGE ->
          "version " + since.earliest() + " at the earliest, " + since.latest() + " at the latest";
      case LIKELY -> "version " + since.latest() + ", likely";
      case SECONDARY -> "version " + span(since) + ", reportedly";
    };
  }

  private static String span(Since since) {
    return since.earliest() == since.latest()
        ? "" + since.latest()
        : since.earliest() + " to " + since.latest();
  }

  /**
   * The word and what is special about its versions: {@code exec (since 240)}.
   *
   * @param floor all words that were there by then are as old as each other
   */
  static String of(Word word, int floor) {
    var since = word.since().latest() > floor ? since(word.since()) : "";
    var text = new StringBuilder(word.text());
    String before = " (";
    for (String note :
        new String[] {
          since, note("deprecated since ", word.deprecatedIn()), note("until ", word.lastAccepted())
        }) {
      if (!note.isEmpty()) {
        text.append(before).append(note);
        before = ", ";
      }
    }
    return before.equals(" (") ? text.toString() : text.append(')').toString();
  }

  private static String note(String text, OptionalInt version) {
    return version.isPresent() ? text + version.getAsInt() : "";
  }

  private static String since(Since since) {
    return switch (since.certainty()) {
      case EXACT, OLDER -> "since " + since.latest();
      case RANGE -> "since " + since.latest() + " at the latest";
      case LIKELY -> "since " + since.latest() + ", likely";
      case SECONDARY -> "since " + span(since) + ", reportedly";
    };
  }
}
