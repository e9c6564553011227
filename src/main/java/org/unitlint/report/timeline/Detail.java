package org.unitlint.report.timeline;

/**
 * How much a picture shows.
 *
 * @param all whether each start has a row, however short
 * @param measured whether durations were measured, so that none is an estimate
 */
public record Detail(boolean all, boolean measured) {}
