/** The values of settings: what systemd reads in each kind of them, and what is wrong with one. */
package org.unitlint.host.value;
