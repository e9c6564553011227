package org.unitlint.diff;

/**
 * How much a service could do if it were taken over.
 *
 * @param score from 0, nothing, to 10
 */
public record Exposure(String unit, double score) {}
