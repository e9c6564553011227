package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was read from a value.
 *
 * @param value what systemd makes of it; empty where it takes nothing, or where that rests on a
 *     specifier that cannot be known
 * @param flaws what is wrong with it, in the order of the text
 */
public record Parsed<T>(Optional<T> value, List<ValueFlaw> flaws) {
  public Parsed {
    flaws = List.copyOf(flaws);
  }

  /** A value without a flaw. */
  public static <T> Parsed<T> of(T value) {
    return new Parsed<>(Optional.of(value), List.of());
  }

  /** Nothing, because of one flaw. */
  public static <T> Parsed<T> flawed(ValueFlaw flaw) {
    return new Parsed<>(Optional.empty(), List.of(flaw));
  }

  /** A value of which nothing can be said without the running machine. */
  public static <T> Parsed<T> unknown() {
    return new Parsed<>(Optional.empty(), List.of());
  }

  /** The same value with one more flaw. */
  public Parsed<T> with(ValueFlaw flaw) {
    var more = new ArrayList<>(flaws);
    more.add(flaw);
    return new Parsed<>(value, more);
  }

  /** Whether systemd takes the setting, be it in part; true in doubt. */
  public boolean isTaken() {
    return flaws.stream().noneMatch(f -> f.effect().refuses());
  }

  /** The same of another type. */
  public <R> Parsed<R> map(Function<T, R> mapping) {
    return new Parsed<>(value.map(mapping), flaws);
  }
}
