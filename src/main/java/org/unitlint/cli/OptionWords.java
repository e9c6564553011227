package org.unitlint.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.unitlint.boot.JobMode;
import org.unitlint.boot.JobType;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.BootFormat;
import org.unitlint.report.CheckFormat;
import org.unitlint.report.DiffFormat;
import org.unitlint.report.EffectiveFormat;
import org.unitlint.report.GraphFormat;
import org.unitlint.report.ci.ExchangeFormat;
import org.unitlint.security.Risk;

/** The words that an option takes, where it takes no others. */
final class OptionWords {
  private OptionWords() {}

  /** They, as a command's help tells them; empty for options that take anything. */
  static List<String> of(String command, String option) {
    return switch (option) {
      case "--format" -> formats(command);
      case "--color" -> words(ColourMode.values(), m -> m.name().toLowerCase(Locale.ROOT));
      case "--generators" -> List.of("emulate", "none");
      case "--cluster" -> List.of("target", "slice", "none");
      case "--engine" -> List.of("embedded", "dot");
      case "--fold" -> List.of("overview", "leaves", "edges", "nothing");
      case "--job" -> words(JobType.values(), JobType::word);
      case "--mode" -> words(JobMode.values(), JobMode::word);
      case "--risk" -> words(Risk.values(), Risk::word);
      case "--fail-on" -> words(Severity.values(), Severity::word);
      default -> List.of();
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
      case "effective" -> words(EffectiveFormat.values(), EffectiveFormat::word);
      case "boot" -> words(BootFormat.values(), f -> f.name().toLowerCase(Locale.ROOT));
      case "diff" -> words(DiffFormat.values(), DiffFormat::word);
      default -> List.of("text", "json");
    };
  }

  private static <T> List<String> words(T[] constants, Function<T, String> word) {
    return Arrays.stream(constants).map(word).toList();
  }
}
