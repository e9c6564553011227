package org.unitlint.rule;

/** A check of the suppressions in a file, whatever else the file holds. */
interface SuppressionRule extends FileRule {}
