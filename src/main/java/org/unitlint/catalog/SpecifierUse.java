package org.unitlint.catalog;

/** The kinds of values in which specifiers are expanded; each knows its own set of them. */
public enum SpecifierUse {
  /** Values of settings at large. */
  UNIT,
  /** Values in [Install]. */
  INSTALL,
  /** Values that are names of units. */
  UNIT_NAMES
}
