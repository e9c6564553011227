package org.unitlint.report.svg;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.report.Cells;

/**
 * How wide a text is at most, in any of the usual sans-serif typefaces: of DejaVu Sans and
 * Liberation Sans, which is as wide as Arial and Helvetica, the wider one counts for each
 * character.
 */
public enum Lettering {
  /** Upright. */
  PLAIN(
      new int[] {
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636,
        636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556, 1015, 684, 686, 722,
        770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787, 667, 787, 722, 667, 611, 732,
        684, 989, 685, 667, 685, 390, 337, 390, 838, 556, 500, 613, 635, 550, 635, 615, 352, 635,
        634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,
        525, 636, 337, 636, 838,
      }),
  /** Upright and bold. */
  BOLD(
      new int[] {
        348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696,
        696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611, 1000, 774, 762, 734,
        830, 683, 683, 821, 837, 372, 556, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812,
        774, 1103, 771, 724, 725, 457, 365, 457, 838, 556, 500, 675, 716, 593, 716, 678, 435, 716,
        712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652,
        582, 712, 365, 712, 838,
      });

  /** The typefaces for {@code font-family}. */
  public static final String FAMILY =
      "'Liberation Sans', Arial, Helvetica, 'DejaVu Sans', sans-serif";

  private static final int THOUSAND = 1000;
  private static final int OTHER = 1000;
  private static final int LATIN = 850;
  private static final int LATIN_END = 0x250;
  private static final int WIDE_CELL = 2;
  private static final String ELLIPSIS = "…";

  private final int[] ascii;

  Lettering(int[] ascii) {
    this.ascii = ascii;
  }

  /** The width of the text, as it is shown, in letters of that size. */
  public double width(String text, double size) {
    return Cells.clean(text).codePoints().mapToLong(this::thousandths).sum() * size / THOUSAND;
  }

  private int thousandths(int c) {
    if (c >= ' ' && c < ' ' + ascii.length) {
      return ascii[c - ' '];
    }
    int cells = Cells.width(c);
    if (cells == 0) {
      return 0;
    }
    return c < LATIN_END ? LATIN : cells == WIDE_CELL ? OTHER + LATIN / 2 : OTHER;
  }

  /**
   * The text, or where it is wider as much of its two ends as fits, which tell units apart best:
   * the end is the unit's type.
   */
  public String fit(String text, double size, double width) {
    String clean = Cells.clean(text);
    if (width(clean, size) <= width) {
      return clean;
    }
    int[] all = clean.codePoints().toArray();
    int low = 0;
    int high = all.length - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (width(kept(all, middle), size) <= width) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return kept(all, low);
  }

  /** That many characters of it, rather of the start. */
  private static String kept(int[] all, int count) {
    int start = (count + 1) / 2;
    int end = count / 2;
    return new String(all, 0, start) + ELLIPSIS + new String(all, all.length - end, end);
  }

  /** The text in lines that are no wider than that; a word that is gets its own line, cut short. */
  public List<String> wrap(String text, double size, double width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : Cells.clean(text).split(" ")) {
      boolean fits = width(line + " " + word, size) <= width;
      if (line.length() > 0 && !fits) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(fit(word, size, width));
    }
    lines.add(line.toString());
    return lines;
  }
}
