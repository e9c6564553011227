package org.unitlint.host.value;

/** Reads the values of one kind. */
@FunctionalInterface
public interface Grammar<T> {
  /**
   * What systemd makes of the text, which is a setting's whole value with its specifiers; empty
   * only where the directive gives an empty value no meaning of its own.
   */
  Parsed<T> parse(Text text, ValueContext context);
}
