package org.unitlint.host.ports;

/** Two of which only one can listen, the earlier by place first. */
public record Collision(Listening first, Listening second, Overlap overlap) {}
