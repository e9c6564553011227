package org.unitlint.report;

import org.unitlint.diagnostic.Severity;

/** The closing line of a check, for people. */
public final class Summary {
  private Summary() {}

  /** What was found in how many files, and how long it took; without a line end. */
  public static String line(Findings findings, long millis) {
    var out = new StringBuilder();
    for (Severity severity : Severity.values()) {
      int count = findings.count(severity);
      if (count > 0) {
        out.append(out.isEmpty() ? "" : ", ").append(counted(count, severity.word()));
      }
    }
    out.append(out.isEmpty() ? "no findings" : "");
    out.append(" in ").append(counted(findings.files(), "file"));
    out.append(" (").append(counted(findings.units(), "unit")).append("), ");
    return out.append(seconds(millis)).toString();
  }

  private static String counted(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  private static String seconds(long millis) {
    long hundredths = (millis + 5) / 10;
    long rest = hundredths % 100;
    return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + " s";
  }
}
