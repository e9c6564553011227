package org.unitlint.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The kinds of values, from value-kinds.tsv.
 *
 * <p>A row is for a kind without its argument or for one with it. The latter adds its description
 * to the former's, and puts its words and examples in place of the former's. The kind of a
 * condition comes before what is true of all conditions.
 */
final class ValueKinds {
  private static final Pattern RANGE = Pattern.compile("(-?\\d+)\\.\\.(-?\\d+)");

  private final Map<String, Row> rows;
  private final Function<String, Optional<Words>> enums;

  private record Row(Optional<String> words, String description, List<String> examples) {
    static Row read(Table table) {
      var words = table.optional();
      String description = table.cell();
      var examples = table.optional();
      return new Row(
          words, description, examples.map(e -> List.of(e.split(" \\| "))).orElse(List.of()));
    }
  }

  private ValueKinds(Map<String, Row> rows, Function<String, Optional<Words>> enums) {
    this.rows = rows;
    this.enums = enums;
  }

  /** Reads all rows; {@code enums} finds the words of an enum. */
  static ValueKinds read(Table table, Function<String, Optional<Words>> enums) {
    var rows = new HashMap<String, Row>();
    while (table.nextRow()) {
      rows.put(table.cell(), Row.read(table));
    }
    return new ValueKinds(rows, enums);
  }

  /** The kind of that name, with an argument or without; empty if either is unknown. */
  Optional<ValueKind> kind(String name) {
    int colon = name.indexOf(':');
    var base = rows.get(colon < 0 ? name : name.substring(0, colon));
    if (base == null) {
      return Optional.empty();
    }
    if (colon < 0) {
      return Optional.of(
          new ValueKind(name, base.description, base.examples, base.words.flatMap(enums::apply)));
    }
    var own = Optional.ofNullable(rows.get(name));
    String argument = name.substring(colon + 1);
    var words = words(base, own, argument);
    String told = told(name.substring(0, colon), argument);
    if (own.isEmpty() && words.isEmpty() && told.isEmpty()) {
      return Optional.empty();
    }
    String description =
        name.startsWith("condition:")
            ? joined(own.map(Row::description).orElse(""), base.description)
            : joined(with(base.description, told), own.map(Row::description).orElse(""));
    var examples = own.map(Row::examples).filter(e -> !e.isEmpty()).orElse(base.examples);
    return Optional.of(new ValueKind(name, description, examples, words));
  }

  private Optional<Words> words(Row base, Optional<Row> own, String argument) {
    return own.flatMap(Row::words)
        .or(base::words)
        .flatMap(enums::apply)
        .or(() -> enums.apply(argument.replaceFirst("\\[.*", "")));
  }

  private static String joined(String first, String second) {
    return (first + " " + second).strip();
  }

  /** The sentence with more before its full stop. */
  private static String with(String sentence, String more) {
    return sentence.substring(0, sentence.length() - 1) + more + ".";
  }

  /** The argument as the end of a sentence; empty for one that only a row tells of. */
  private static String told(String base, String argument) {
    if (base.equals("integer")) {
      var range = RANGE.matcher(argument);
      return range.matches() ? " from " + range.group(1) + " to " + range.group(2) : "";
    }
    if (!base.equals("unit-name") && !base.equals("unit-list")) {
      return "";
    }
    boolean not = argument.startsWith("not-");
    return UnitType.ofSuffix(not ? argument.substring("not-".length()) : argument)
        .map(t -> (not ? "; any type but `" : "; only of type `") + t.suffix() + "`")
        .orElse("");
  }
}
