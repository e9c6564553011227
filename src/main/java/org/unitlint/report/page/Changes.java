package org.unitlint.report.page;

import org.unitlint.diff.Comparison;

/**
 * What changed since a state before.
 *
 * @param since what that state is called
 */
public record Changes(String since, Comparison comparison) {}
