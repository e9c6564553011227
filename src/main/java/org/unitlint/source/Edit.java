package org.unitlint.source;

/** A change to one source: the text at the place is replaced. */
public record Edit(Place place, String text) {}
