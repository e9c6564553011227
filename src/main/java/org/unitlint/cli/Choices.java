package org.unitlint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.cli.manual.Values;
import org.unitlint.rule.Rules;

/** What can stand for the values of options and for arguments, for shells that complete them. */
final class Choices {
  private Choices() {}

  /** The candidates, see {@link org.unitlint.cli.manual.Outline.Candidates}. */
  static Values of(String command, String option, String label) {
    var words = OptionWords.of(command, option);
    if (!words.isEmpty()) {
      return Values.of(words);
    }
    return switch (option) {
      case "" -> argument(command, label);
      case "--kind" ->
          Values.listOf(List.of("requirement", "ordering", "conflict", "trigger", "other", "all"));
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
