package org.unitlint.diagnostic;

import org.unitlint.source.Place;

/** A second place that matters to a finding, and why. */
public record Label(Place place, String message) {}
