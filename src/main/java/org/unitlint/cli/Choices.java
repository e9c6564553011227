package org.unitlint.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.unitlint.boot.JobMode;
import org.unitlint.boot.JobType;
import org.unitlint.catalog.Catalog;
import org.unitlint.cli.manual.Values;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.BootFormat;
import org.unitlint.report.CheckFormat;
import org.unitlint.report.GraphFormat;
import org.unitlint.report.ci.ExchangeFormat;
import org.unitlint.rule.Rules;

/** What can stand for the values of options and for arguments, for shells that complete them. */
final class Choices {
  private Choices() {}

  /** The candidates, see {@link org.unitlint.cli.manual.Outline.Candidates}. */
  static Values of(String command, String option, String label) {
    return switch (option) {
      case "" -> argument(command, label);
      case "--format" -> Values.of(formats(command));
      case "--color" -> Values.of(List.of("auto", "always", "never"));
      case "--generators" -> Values.of(List.of("emulate", "none"));
      case "--cluster" -> Values.of(List.of("target", "slice", "none"));
      case "--engine" -> Values.of(List.of("embedded", "dot"));
      case "--fold" -> Values.of(List.of("overview", "leaves", "edges", "nothing"));
      case "--kind" ->
          Values.listOf(List.of("requirement", "ordering", "conflict", "trigger", "other", "all"));
      case "--job" -> Values.of(words(JobType.values(), JobType::word));
      case "--mode" -> Values.of(words(JobMode.values(), JobMode::word));
      case "--fail-on" -> Values.of(words(Severity.values(), Severity::word));
      case "--target-version" -> Values.of(List.copyOf(Catalog.standard().distributions()));
      case "--output" -> Values.of(label.equals("DIR") ? Values.Kind.FOLDERS : Values.Kind.FILES);
      case "--select", "--ignore" -> Values.listOf(rules());
      case "--severity" -> Values.of(severities());
      default ->
          switch (label) {
            case "FILE" -> Values.of(Values.Kind.FILES);
            case "DIR" -> Values.of(Values.Kind.FOLDERS);
            case "UNIT", "UNITS" -> Values.of(Values.Kind.UNITS);
            default -> Values.ANY;
          };
    };
  }

  private static Values argument(String command, String label) {
    return switch (label) {
      case "PATH", "FILE" -> Values.of(Values.Kind.FILES);
      case "ROOT1", "ROOT2", "DIR" -> Values.of(Values.Kind.FOLDERS);
      case "UNIT" ->
          Values.of(command.equals("why") ? Values.Kind.UNITS : Values.Kind.UNITS_AND_FILES);
      case "SHELL" -> Values.of(CompletionCommand.SHELLS);
      case "PATTERN" -> Values.of(rules());
      case "NAME" -> Values.of(names());
      default -> Values.ANY;
    };
  }

  private static List<String> formats(String command) {
    return switch (command) {
      case "check" ->
          Stream.of(
                  words(CheckFormat.values(), CheckFormat::word),
                  words(ExchangeFormat.values(), ExchangeFormat::word),
                  List.of("auto"))
              .flatMap(List::stream)
              .toList();
      case "graph" -> words(GraphFormat.values(), GraphFormat::word);
      case "boot" -> words(BootFormat.values(), f -> f.name().toLowerCase(Locale.ROOT));
      default -> List.of("text", "json");
    };
  }

  private interface Word<T> {
    String of(T constant);
  }

  private static <T> List<String> words(T[] constants, Word<T> word) {
    return Arrays.stream(constants).map(word::of).toList();
  }

  private static List<String> rules() {
    return Rules.ALL.stream()
        .flatMap(r -> Stream.of(r.info().code(), r.info().name()))
        .sorted()
        .toList();
  }

  private static List<String> severities() {
    var all = new ArrayList<String>();
    Rules.ALL.forEach(r -> all.add(r.info().name() + "="));
    return all.stream().sorted().toList();
  }

  /** What can be explained: rules and directives. */
  private static List<String> names() {
    var directives = Catalog.standard().directives().stream().map(d -> d.name());
    return Stream.concat(rules().stream(), directives).distinct().sorted().toList();
  }
}
