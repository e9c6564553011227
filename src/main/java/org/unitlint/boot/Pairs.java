package org.unitlint.boot;

import java.util.Arrays;

/** Pairs of numbers that are gathered first, and then asked for by the one of them. */
final class Pairs {
  private static final int[] NONE = {};

  /** The first number of each pair in the upper half. */
  private long[] pairs = new long[64];

  private int count;

  /** Adds a pair; neither number is negative. */
  void add(int first, int second) {
    if (count == pairs.length) {
      pairs = Arrays.copyOf(pairs, count * 2);
    }
    pairs[count++] = (long) first << Integer.SIZE | second;
  }

  /** The other numbers by the first, which is below the limit; each in order, and once. */
  int[][] lists(int limit) {
    Arrays.sort(pairs, 0, count);
    int[][] lists = new int[limit][];
    int next = 0;
    for (int first = 0; first < limit; first++) {
      int begin = next;
      while (next < count && pairs[next] >> Integer.SIZE == first) {
        next++;
      }
      lists[first] = next == begin ? NONE : seconds(begin, next);
    }
    return lists;
  }

  private int[] seconds(int begin, int end) {
    int[] seconds = new int[end - begin];
    int size = 0;
    for (int i = begin; i < end; i++) {
      int second = (int) pairs[i];
      if (size == 0 || seconds[size - 1] != second) {
        seconds[size++] = second;
      }
    }
    return Arrays.copyOf(seconds, size);
  }
}
