package org.unitlint.cli;

/** When to colour. */
enum ColourMode {
  AUTO,
  ALWAYS,
  NEVER
}
