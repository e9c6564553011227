/** Services of xinetd as socket units of systemd, and how exactly these do the same. */
package org.unitlint.host.convert;
