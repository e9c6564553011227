package org.unitlint.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Names that stand for numbers, as the kernel or systemd counts them on most machines. Several
 * names may stand for one number.
 */
public final class Numbered {
  private final Map<String, Integer> numbers;
  private final Map<Integer, String> names;

  private Numbered(Map<String, Integer> numbers) {
    this.numbers = Collections.unmodifiableMap(numbers);
    this.names = new TreeMap<>();
    numbers.forEach((name, number) -> names.putIfAbsent(number, name));
  }

  /** The numbers by name, in the order of the table. */
  public Map<String, Integer> all() {
    return numbers;
  }

  /** The number of that name, whose case counts. */
  public OptionalInt number(String name) {
    Integer number = numbers.get(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** The number of that name in any case. */
  public OptionalInt numberInAnyCase(String name) {
    return inAnyCase(name).map(this::number).orElse(OptionalInt.empty());
  }

  /** The name as the table spells it of one in any case. */
  public Optional<String> inAnyCase(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return numbers.containsKey(upper)
        ? Optional.of(upper)
        : numbers.keySet().stream().filter(n -> n.equalsIgnoreCase(name)).findFirst();
  }

  /** A name of the number: the first one in the table. */
  public Optional<String> name(int number) {
    return Optional.ofNullable(names.get(number));
  }

  /** Reads a table of names and numbers. */
  static Numbered read(Table table) {
    var numbers = new LinkedHashMap<String, Integer>();
    while (table.nextRow()) {
      numbers.put(table.cell(), Integer.parseInt(table.cell()));
    }
    return new Numbered(numbers);
  }
}
