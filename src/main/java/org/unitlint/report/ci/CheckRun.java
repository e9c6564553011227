package org.unitlint.report.ci;

import java.util.List;
import java.util.function.Function;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Source;

/**
 * What there is to say of a check besides what it found.
 *
 * @param version of the program
 * @param files the paths of the files that were read
 * @param path where a source lies: from the folder in which the program was started, or absolute
 *     for what is not below that
 * @param page the page of a rule, in Markdown
 * @param complete whether everything that was asked for could be read
 */
public record CheckRun(
    String version,
    List<String> files,
    Function<Source, String> path,
    Function<RuleInfo, String> page,
    boolean complete) {
  public CheckRun {
    files = List.copyOf(files);
  }
}
