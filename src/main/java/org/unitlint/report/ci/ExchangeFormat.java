package org.unitlint.report.ci;

import java.util.Locale;
import java.util.Optional;
import org.unitlint.report.FindingsReport;

/** The formats of others that findings can be written in. */
public enum ExchangeFormat {
  /** The Static Analysis Results Interchange Format, version 2.1.0. */
  SARIF,
  /** Commands to a runner of GitHub Actions, which shows them beside the lines. */
  GITHUB,
  /** A Code Quality report of GitLab. */
  GITLAB,
  /** JUnit's XML: a suite for each file. */
  JUNIT,
  /** Checkstyle's XML. */
  CHECKSTYLE;

  /** The word that users write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that word. */
  public static Optional<ExchangeFormat> ofWord(String word) {
    for (ExchangeFormat format : values()) {
      if (format.word().equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The report of a check in this format. */
  public FindingsReport report(CheckRun run) {
    return switch (this) {
      case SARIF -> new SarifReport(run);
      case GITHUB -> new GithubReport(run);
      case GITLAB -> new GitlabReport(run);
      case JUNIT -> new JunitReport(run);
      case CHECKSTYLE -> new CheckstyleReport(run);
    };
  }
}
