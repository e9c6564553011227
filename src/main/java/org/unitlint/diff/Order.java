package org.unitlint.diff;

/** That one job of the boot waits for another. */
public record Order(String earlier, String later) {}
