package org.unitlint.rule;

import java.util.Locale;
import org.unitlint.catalog.Nearest;

/**
 * The word of a unit's name, before the type and the {@code @}, ready to be compared with many.
 *
 * @param bare in lower case without hyphens and the like
 * @param numberless without numbers
 * @param letters the characters in it, as bits
 */
record Word(String text, String bare, String numberless, long letters) {
  private static final int SHORTEST = 5;
  private static final int SHORTEST_REPLACED = 6;
  private static final int LONG = 12;

  Word(String text) {
    this(text, bare(text), text.replaceAll("[0-9.]", ""), letters(text));
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private static long letters(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    long letters = 0;
    for (int i = 0; i < lower.length(); i++) {
      letters |= 1L << lower.charAt(i);
    }
    return letters;
  }

  /**
   * How many slips of the hand part it from the right word; the greatest number where they are
   * different words.
   *
   * @param lax whether the right word is so well known that any slip counts
   */
  int slips(Word right, boolean lax) {
    if (bare.equals(right.bare)) {
      return 0;
    }
    int shorter = Math.min(text.length(), right.text.length());
    if (shorter < SHORTEST
        || text.charAt(0) != right.text.charAt(0)
        || numberless.equals(right.numberless)) {
      return Integer.MAX_VALUE;
    }
    int most = shorter >= LONG ? 2 : 1;
    // A step takes away one character and puts in another.
    boolean far = Long.bitCount(letters ^ right.letters) > 2 * most;
    int distance = far ? Integer.MAX_VALUE : Nearest.distance(text, right.text);
    if (distance > most) {
      return Integer.MAX_VALUE;
    }
    return lax || isSlip(text.split("-"), right.text.split("-")) ? distance : Integer.MAX_VALUE;
  }

  /** Whether the parts that differ are long enough not to be words of their own. */
  private static boolean isSlip(String[] wrong, String[] right) {
    if (wrong.length != right.length) {
      return false;
    }
    for (int i = 0; i < wrong.length; i++) {
      if (!wrong[i].equals(right[i]) && !isSlip(wrong[i], right[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSlip(String wrong, String right) {
    int shortest = isReplaced(wrong, right) ? SHORTEST_REPLACED : SHORTEST;
    return Math.min(wrong.length(), right.length()) >= shortest && !isDaemon(wrong, right);
  }

  /** Whether only a letter is another, so that neither is left out, put in or swapped. */
  private static boolean isReplaced(String one, String other) {
    int different = 0;
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      different += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return one.length() == other.length() && different == 1;
  }

  /** Whether one has a letter more at the end, as {@code chronyd} and {@code chrony}. */
  private static boolean isDaemon(String one, String other) {
    String longer = one.length() > other.length() ? one : other;
    String shorter = longer == one ? other : one;
    return longer.length() == shorter.length() + 1 && longer.startsWith(shorter);
  }
}
