/** What every picture needs: markup, shapes, the widths of texts, and colours. */
package org.unitlint.report.svg;
