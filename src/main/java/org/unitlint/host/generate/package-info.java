/** What systemd's generators write for a machine, worked out from its files alone. */
package org.unitlint.host.generate;
