package org.unitlint.cli;

import java.util.List;
import java.util.TreeSet;
import org.unitlint.cli.Checker.Checked;
import org.unitlint.cli.Checker.Look;
import org.unitlint.report.ci.CheckRun;
import org.unitlint.rule.Page;
import org.unitlint.source.Paths;
import org.unitlint.source.Source;

/** Makes what reports in the formats of others tell of a check besides its findings. */
final class Runs {
  private final Checked checked;
  private final String here;

  private Runs(Checked checked, String here) {
    this.checked = checked;
    this.here = here;
  }

  /**
   * What there is to tell of the check.
   *
   * @param complete whether everything that was asked for could be read
   */
  static CheckRun of(Checked checked, boolean complete, Terminal terminal) {
    var runs = new Runs(checked, Paths.normalize(terminal.folder().toString()));
    return new CheckRun(
        Version.number(), runs.files(), runs::path, rule -> Page.of(rule).text(), complete);
  }

  private List<String> files() {
    var files = new TreeSet<String>();
    for (Look look : checked.looks()) {
      look.paths().forEach(p -> files.add(fromHere(look.host(p))));
    }
    return List.copyOf(files);
  }

  private String path(Source source) {
    return checked.looks().stream()
        .flatMap(l -> l.host(source).stream())
        .findFirst()
        .map(this::fromHere)
        .orElse(source.name());
  }

  private String fromHere(String file) {
    boolean below = Paths.isWithin(file, here) && !file.equals(here);
    return below ? file.substring(here.equals("/") ? 1 : here.length() + 1) : file;
  }
}
