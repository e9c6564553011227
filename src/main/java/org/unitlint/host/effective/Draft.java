package org.unitlint.host.effective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.host.LoadedFile;
import org.unitlint.host.Setting;
import org.unitlint.syntax.Assignment;

/** A line of which it is not known yet what becomes of it. */
final class Draft {
  private final LoadedFile file;
  private final Assignment assignment;
  private final String written;
  private final Optional<Setting> setting;
  private final List<String> remarks = new ArrayList<>(0);
  private final List<Draft> over = new ArrayList<>(0);
  private Verdict verdict = Verdict.COUNTS;

  Draft(LoadedFile file, Assignment assignment, String written, Optional<Setting> setting) {
    this.file = file;
    this.assignment = assignment;
    this.written = written;
    this.setting = setting;
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

  /** Something to say about it. */
  void remark(String text) {
    remarks.add(text);
  }

  /** It takes back, or takes the place of, another. */
  void takes(Draft other, Verdict as) {
    other.verdict = as;
    over.add(other);
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
