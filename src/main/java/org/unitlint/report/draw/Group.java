package org.unitlint.report.draw;

/**
 * A frame around boxes.
 *
 * @param id in the diagram
 * @param label written at its top
 */
public record Group(String id, String label) {}
