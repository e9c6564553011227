package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a list holds, as far as it is read, and what is wrong with it. */
final class Found<T> {
  private final List<T> values = new ArrayList<>();
  private final Flawed flaws = new Flawed();

  void value(T value) {
    values.add(value);
  }

  void flaw(ValueFlaw flaw) {
    flaws.add(() -> flaw);
  }

  /** The flaws of a part, and its value if it has one. */
  <P> Optional<P> take(Parsed<P> part) {
    part.flaws().forEach(this::flaw);
    return part.value();
  }

  /** All of it; no value where the whole setting is ignored. */
  Parsed<List<T>> parsed() {
    boolean ignored = flaws.all().stream().anyMatch(f -> f.effect().refuses());
    return new Parsed<>(ignored ? Optional.empty() : Optional.of(List.copyOf(values)), flaws.all());
  }
}
