/** Boot timelines as pictures: what is shown where in time, and how it is drawn. */
package org.unitlint.report.timeline;
