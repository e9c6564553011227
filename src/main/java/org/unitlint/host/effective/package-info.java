/** Units as systemd sees them: which line of which file counts, and what is so without any. */
package org.unitlint.host.effective;
