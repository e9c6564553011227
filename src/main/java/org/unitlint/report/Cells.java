package org.unitlint.report;

/**
 * What a terminal shows of a text: harmless characters only, each taking no, one or two cells.
 * Characters that steer a terminal, reorder or hide text, or stand for invalid bytes are replaced
 * by a stand-in of one cell.
 */
public final class Cells {
  private static final int REPLACEMENT = 0xFFFD;
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE_PICTURE = 0x2421;

  /** First and last of each range that is wide or fullwidth in Unicode 14, unassigned filled up. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC,
    0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE, 0x2614, 0x2615,
    0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1,
    0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE,
    0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5,
    0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B,
    0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755,
    0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF,
    0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x303E,
    0x3041, 0x3247, 0x3250, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97C,
    0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE6B, 0xFF01, 0xFF60,
    0xFFE0, 0xFFE6, 0x16FE0, 0x1B2FB, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF,
    0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F320, 0x1F32D, 0x1F335,
    0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3,
    0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440,
    0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567,
    0x1F57A, 0x1F57A, 0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F,
    0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6DF,
    0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7F0, 0x1F90C, 0x1F93A,
    0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD,
  };

  private Cells() {}

  /** The text as it may be shown, on one line. */
  public static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        var out = new StringBuilder(text.length() + 8).append(text, 0, i);
        text.substring(i).codePoints().forEach(c -> out.appendCodePoint(shown(c)));
        return out.toString();
      }
    }
    return text;
  }

  /** The number of cells that the text takes once clean. */
  static int width(String text) {
    int width = 0;
    int next;
    for (int i = 0; i < text.length(); i = next) {
      int c = text.codePointAt(i);
      next = i + Character.charCount(c);
      width += width(c);
    }
    return width;
  }

  /** The character itself where it is harmless, else its stand-in. */
  static int shown(int c) {
    if (isPlain(c)) {
      return c;
    }
    if (c < ' ') {
      return CONTROL_PICTURES + c;
    }
    if (c == 0x7F) {
      return DELETE_PICTURE;
    }
    return isHarmful(c) ? REPLACEMENT : c;
  }

  /** The number of cells that the character, or its stand-in, takes. */
  public static int width(int c) {
    if (c < 0x300 || isHarmful(c)) {
      return 1;
    }
    if (joinsPrevious(c)) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  private static boolean isPlain(int c) {
    return c >= ' ' && c < 0x7F;
  }

  private static boolean isHarmful(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> (c & 0xFFFE) == 0xFFFE;
    };
  }

  /** Combining marks, and the Hangul vowels and finals that a terminal joins to a syllable. */
  private static boolean joinsPrevious(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || (c >= 0x1160 && c <= 0x11FF)
        || (c >= 0xD7B0 && c <= 0xD7FF);
  }

  private static boolean isWide(int c) {
    int low = 0;
    int high = WIDE.length / 2;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (WIDE[2 * middle + 1] < c) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return 2 * low < WIDE.length && WIDE[2 * low] <= c;
  }
}
