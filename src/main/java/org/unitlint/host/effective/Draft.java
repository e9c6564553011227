package org.unitlint.host.effective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.host.LoadedFile;
import org.unitlint.host.Setting;
import org.unitlint.syntax.Assignment;

/** A line of which it is not known yet what becomes of it. */
final class Draft {
  private final int number;
  private final LoadedFile file;
  private final Assignment assignment;
  private final String written;
  private final Optional<Setting> setting;
  private final List<String> remarks = new ArrayList<>(0);
  private List<Draft> over = new ArrayList<>(0);
  private Verdict verdict = Verdict.COUNTS;
  private Optional<String> taken = Optional.empty();

  Draft(
      int number,
      LoadedFile file,
      Assignment assignment,
      String written,
      Optional<Setting> setting) {
    this.number = number;
    this.file = file;
    this.assignment = assignment;
    this.written = written;
    this.setting = setting;
  }

  /** How many lines were read before it. */
  int number() {
    return number;
  }

  LoadedFile file() {
    return file;
  }

  Assignment assignment() {
    return assignment;
  }

  String written() {
    return written;
  }

  /** The setting that it is; empty for what systemd does not know. */
  Optional<Setting> setting() {
    return setting;
  }

  Verdict verdict() {
    return verdict;
  }

  /** It does not count. */
  void drop(Verdict why, String reason) {
    verdict = why;
    remark(reason);
  }

  /** Only that part of its value counts. */
  void cut(String part, String reason) {
    taken = Optional.of(part);
    remark(reason);
  }

  /** What counts of its value, where that is not all. */
  Optional<String> taken() {
    return taken;
  }

  /** Something to say about it. */
  void remark(String text) {
    remarks.add(text);
  }

  /** It takes back, or takes the place of, another, and of all whose place that took. */
  void takes(Draft other, Verdict as) {
    other.verdict = as;
    var earlier = other.over;
    other.over = new ArrayList<>(0);
    earlier.add(other);
    if (over.isEmpty()) {
      over = earlier;
    } else {
      over.addAll(earlier);
    }
  }

  /** It takes back what it has been given, though that may be nothing. */
  void resets() {
    verdict = Verdict.TAKES_BACK;
  }

  List<String> remarks() {
    return remarks;
  }

  List<Draft> over() {
    return over;
  }
}
