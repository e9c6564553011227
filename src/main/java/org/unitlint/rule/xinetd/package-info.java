/** The checks of xinetd's configuration. */
package org.unitlint.rule.xinetd;
