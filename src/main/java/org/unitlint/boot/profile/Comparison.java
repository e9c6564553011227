package org.unitlint.boot.profile;

import java.util.List;
import java.util.OptionalLong;

/**
 * An operator and what it compares with. See parse_compare_operator() of systemd.
 *
 * @param operator empty where none was written
 */
record Comparison(String operator, String operand) {
  private static final List<String> ALL =
      List.of("!$=", "$=", "<>", "<=", "<", ">=", ">", "==", "=", "!=");
  private static final List<String> NUMBERS = ALL.subList(2, ALL.size());

  /** One between texts, where there are wildcards too. */
  static Comparison ofText(String text) {
    return of(text, ALL);
  }

  /** One between numbers. */
  static Comparison ofNumber(String text) {
    return of(text, NUMBERS);
  }

  private static Comparison of(String text, List<String> operators) {
    String operator = operators.stream().filter(text::startsWith).findFirst().orElse("");
    return new Comparison(operator, text.substring(operator.length()).stripLeading());
  }

  /** Whether the number compares so; without an operator it must be at least the operand. */
  boolean holds(long number, OptionalLong other) {
    return other.isPresent() && ordered(Long.compare(number, other.getAsLong()), ">=");
  }

  /** Whether the text compares so, as a version where it is ordered. */
  boolean holds(String text) {
    return switch (operator) {
      case "=" -> text.equals(operand);
      case "!=" -> !text.equals(operand);
      case "", "$=" -> Wildcards.match(operand, text);
      case "!$=" -> !Wildcards.match(operand, text);
      default -> ordered(VersionOrder.INSTANCE.compare(text, operand), "");
    };
  }

  private boolean ordered(int order, String otherwise) {
    return switch (operator.isEmpty() ? otherwise : operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "=", "==" -> order == 0;
      default -> order != 0;
    };
  }
}
