/**
 * Findings in the formats of others: of CI services, and of what collects the reports of linters.
 */
package org.unitlint.report.ci;
