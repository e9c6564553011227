package org.unitlint.boot;

/** Is told how far a long piece of work is. */
public interface Progress {
  /** Nobody wants to know. */
  Progress NONE = (done, all) -> {};

  /** So much is done of all. */
  void at(int done, int all);
}
