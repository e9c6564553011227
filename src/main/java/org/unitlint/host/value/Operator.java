package org.unitlint.host.value;

import java.util.List;

/** Operators that compare, as parse_compare_operator() of systemd knows them. */
final class Operator {
  /** Those between numbers. */
  static final List<String> NUMBERS = List.of("<>", "<=", "<", ">=", ">", "==", "=", "!=");

  /** Those between texts and versions: with wildcards too. */
  static final List<String> ALL = List.of("$=", "!$=", "<>", "<=", "<", ">=", ">", "==", "=", "!=");

  private Operator() {}

  /** Where the operator ends that begins there; {@code start} where none does. */
  static int end(String text, int start, List<String> known) {
    for (String operator : known) {
      if (text.startsWith(operator, start)) {
        return start + operator.length();
      }
    }
    return start;
  }
}
