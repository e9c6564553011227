/** What a change of configuration changes: units, dependencies, the boot, ports, findings. */
package org.unitlint.diff;
