/** Dependency diagrams: what of a graph is drawn, where, and how. */
package org.unitlint.report.draw;
