package org.unitlint.cli;

import java.io.IOException;
import java.util.Optional;

/** Starts the program by which people leaf through long text. */
interface Pager {
  /** Nobody leafs. */
  Pager NONE = Optional::empty;

  /** The program, under way; empty where there is none. */
  Optional<Run> start();

  /** A pager that is under way. */
  interface Run {
    /** Shows more text. */
    void show(String text) throws IOException;

    /** Waits until people have seen enough; whether the program could be run at all. */
    boolean end();
  }
}
