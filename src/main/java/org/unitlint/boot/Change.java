package org.unitlint.boot;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is otherwise in one boot than in another, which is the plain one.
 *
 * @param plain the plain boot
 * @param gone units that have no job any more
 * @param added units that have one now
 * @param failed units whose job fails now, those that never begin for that among them
 * @param mended units whose job does not fail any more
 * @param takenOver units that are started because another failed
 * @param earlier units that are ready earlier
 * @param later units that are ready later
 */
public record Change(
    Timeline plain,
    SortedSet<String> gone,
    SortedSet<String> added,
    SortedSet<String> failed,
    SortedSet<String> mended,
    SortedSet<String> takenOver,
    SortedSet<String> earlier,
    SortedSet<String> later) {
  public Change {
    gone = Collections.unmodifiableSortedSet(gone);
    added = Collections.unmodifiableSortedSet(added);
    failed = Collections.unmodifiableSortedSet(failed);
    mended = Collections.unmodifiableSortedSet(mended);
    takenOver = Collections.unmodifiableSortedSet(takenOver);
    earlier = Collections.unmodifiableSortedSet(earlier);
    later = Collections.unmodifiableSortedSet(later);
  }

  /** How a unit differs. */
  private enum Kind {
    SAME,
    ADDED,
    FAILED,
    MENDED,
    TAKEN_OVER,
    EARLIER,
    LATER
  }

  static Change of(Timeline plain, Timeline changed) {
    var gone = new TreeSet<>(plain.entries().keySet());
    gone.removeAll(changed.entries().keySet());
    var kinds = new EnumMap<Kind, SortedSet<String>>(Kind.class);
    for (Kind kind : Kind.values()) {
      kinds.put(kind, new TreeSet<>());
    }
    for (Entry entry : changed.entries().values()) {
      var before = Optional.ofNullable(plain.entries().get(entry.unit()));
      kinds.get(kind(entry, before)).add(entry.unit());
    }
    return new Change(
        plain,
        gone,
        kinds.get(Kind.ADDED),
        kinds.get(Kind.FAILED),
        kinds.get(Kind.MENDED),
        kinds.get(Kind.TAKEN_OVER),
        kinds.get(Kind.EARLIER),
        kinds.get(Kind.LATER));
  }

  private static Kind kind(Entry entry, Optional<Entry> before) {
    if (before.isEmpty()) {
      return entry.because().isPresent() ? Kind.TAKEN_OVER : Kind.ADDED;
    }
    boolean fails = !entry.result().isGood();
    if (fails != !before.get().result().isGood()) {
      return fails ? Kind.FAILED : Kind.MENDED;
    }
    long moved = entry.endMicros() - before.get().endMicros();
    return fails || moved == 0 ? Kind.SAME : moved < 0 ? Kind.EARLIER : Kind.LATER;
  }
}
