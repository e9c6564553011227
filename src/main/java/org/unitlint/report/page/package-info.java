/** All that is known of a machine as one page that needs nothing else. */
package org.unitlint.report.page;
