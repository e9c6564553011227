package org.unitlint.host.value;

/** What a value means, where that is more than its text. */
public interface Meaning {
  /** The meaning in words or in a normal form. */
  String meaning();
}
