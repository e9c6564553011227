package org.unitlint.report.ci;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.report.JsonReport;
import org.unitlint.source.Place;

/**
 * What findings are recognized by in later runs: rule, file, the text of the line, and in it that
 * of the place, but not the line's number. Equal ones are counted, so that no two are the same.
 */
final class Fingerprints {
  private static final int LONGEST_TEXT = 1000;
  private static final int BYTES = 16;

  private final CheckRun run;
  private final Map<String, Integer> seen = new HashMap<>();
  private final MessageDigest digest;

  /** Fingerprints of one report; none is given yet. */
  Fingerprints(CheckRun run) {
    this.run = run;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The fingerprint of the next finding; 32 digits. */
  String next(Diagnostic finding) {
    Place place = finding.place();
    var source = place.source();
    String key =
        String.join(
            "\n",
            finding.rule().code(),
            run.path().apply(source),
            cut(source.text(source.lineSpan(place.line())).strip()),
            cut(place.text()));
    int count = seen.merge(key, 1, Integer::sum);
    String text = JsonReport.valid(key + "\n" + count);
    byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  private static String cut(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }
}
