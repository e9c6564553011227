package org.unitlint.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Something that is there on one side only, or is otherwise on the two sides.
 *
 * @param before as it was; empty for what is new
 * @param after as it is; empty for what is gone
 */
public record Changed<T>(Optional<T> before, Optional<T> after) {
  /** How it changed. */
  public enum Sort {
    NEW,
    GONE,
    OTHER
  }

  /** Something new. */
  public static <T> Changed<T> added(T after) {
    return new Changed<>(Optional.empty(), Optional.of(after));
  }

  /** Something that is gone. */
  public static <T> Changed<T> gone(T before) {
    return new Changed<>(Optional.of(before), Optional.empty());
  }

  /** Something that is otherwise. */
  public static <T> Changed<T> of(T before, T after) {
    return new Changed<>(Optional.of(before), Optional.of(after));
  }

  /** How it changed. */
  public Sort sort() {
    return before.isEmpty() ? Sort.NEW : after.isEmpty() ? Sort.GONE : Sort.OTHER;
  }

  /** It, as it is, or as it was where it is gone. */
  public T last() {
    return after.or(() -> before).orElseThrow();
  }

  /** What of two sides is not the same, in the order of the keys. */
  static <K, T> List<Changed<T>> between(
      SortedMap<K, T> before, SortedMap<K, T> after, BiPredicate<T, T> same) {
    var keys = new TreeSet<K>(before.comparator());
    keys.addAll(before.keySet());
    keys.addAll(after.keySet());
    var changed = new ArrayList<Changed<T>>();
    for (K key : keys) {
      var old = Optional.ofNullable(before.get(key));
      var now = Optional.ofNullable(after.get(key));
      if (old.isEmpty() || now.isEmpty() || !same.test(old.get(), now.get())) {
        changed.add(new Changed<>(old, now));
      }
    }
    return changed;
  }
}
