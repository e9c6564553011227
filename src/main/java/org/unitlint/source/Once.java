package org.unitlint.source;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A value that is worked out by the first thread that asks for it; others wait for that one. */
public final class Once<T> implements Supplier<T> {
  private final Supplier<T> source;
  private T value;

  private Once(Supplier<T> source) {
    this.source = source;
  }

  /** The value that the source gives, which is never null. */
  public static <T> Once<T> of(Supplier<T> source) {
    return new Once<>(source);
  }

  @Override
  public synchronized T get() {
    if (value == null) {
      value = Objects.requireNonNull(source.get());
    }
    return value;
  }

  /** The value, if somebody has asked for it. */
  public synchronized Optional<T> known() {
    return Optional.ofNullable(value);
  }
}
