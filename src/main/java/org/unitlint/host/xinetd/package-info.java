/**
 * The configuration of xinetd: what it reads, what becomes of each service, who reaches it. Steps
 * and order are those of xinetd 2.3.15, whose manual page is wrong in places.
 */
package org.unitlint.host.xinetd;
