package org.unitlint.boot.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unitlint.boot.timing.TimingFile.Form;
import org.unitlint.host.UnitName;
import org.unitlint.host.value.TimeSpan;

/** The text of {@code systemd-analyze blame}: on each line a time span and a unit. */
final class BlameText {
  private static final int LONGEST_LINE = 512;

  private final String text;
  private final SortedMap<String, List<Long>> micros = new TreeMap<>();
  private final Problems problems = new Problems();

  private BlameText(String text) {
    this.text = text;
  }

  static TimingFile parse(String text) {
    var reader = new BlameText(text);
    reader.read();
    if (reader.micros.isEmpty()) {
      return TimingFile.unreadable(
          "neither the text of `systemd-analyze blame` or `systemctl show`, nor JSON");
    }
    return new TimingFile(Optional.of(Form.BLAME), reader.micros, reader.problems.all());
  }

  private void read() {
    int number = 1;
    for (int at = 0; at < text.length(); number++) {
      int feed = text.indexOf('\n', at);
      int end = feed < 0 ? text.length() : feed;
      line(text.substring(at, Math.min(end, at + LONGEST_LINE)).strip(), number);
      at = end + 1;
    }
  }

  private void line(String line, int number) {
    int blank = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
    if (line.isEmpty()) {
      return;
    }
    if (blank < 0) {
      problems.add(number, "no time span and unit: " + Problems.quoted(line));
      return;
    }
    String unit = line.substring(blank + 1);
    String written = line.substring(0, blank).strip();
    var span = TimeSpan.parse(written).filter(TimingFile::isSensible);
    if (UnitName.parse(unit).isEmpty()) {
      problems.add(number, Problems.quoted(unit) + " is no name of a unit");
    } else if (span.isEmpty()) {
      problems.add(number, Problems.quoted(written) + " is no time span");
    } else {
      micros.computeIfAbsent(unit, u -> new ArrayList<>()).add(span.get().micros());
    }
  }
}
