package org.unitlint.report.svg;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts can be read on whatever they stand: WCAG 2.1, 1.4.3, wants a contrast of 4.5. */
class ThemeTest {
  private static final String DARK = "@media screen and (prefers-color-scheme: dark)";
  private static final Pattern FILL =
      Pattern.compile("\\.picture \\.([a-z-]+) \\{ fill: #([0-9a-f]{6}); }");

  @Test
  void contrastIsEnough() {
    String css = Theme.css();
    int dark = css.indexOf(DARK);
    check(fills(css.substring(0, dark)));
    check(fills(css.substring(dark)));
  }

  private static Map<String, Integer> fills(String css) {
    var fills = new TreeMap<String, Integer>();
    var matcher = FILL.matcher(css);
    while (matcher.find()) {
      fills.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
    }
    return fills;
  }

  private static void check(Map<String, Integer> fills) {
    for (String ink : List.of("ink", "muted", "critical", "bad")) {
      check(fills, ink, "paper");
      check(fills, ink, "panel");
    }
    Stream.of(Tint.values()).forEach(t -> check(fills, "ink", t.soft()));
  }

  private static void check(Map<String, Integer> fills, String ink, String ground) {
    double a = luminance(fills.get(ink)) + 0.05;
    double b = luminance(fills.get(ground)) + 0.05;
    double contrast = Math.max(a, b) / Math.min(a, b);
    assertTrue(contrast >= 4.5, ink + " on " + ground + ": " + contrast);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
  }

  private static double linear(int channel) {
    double share = (channel & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
