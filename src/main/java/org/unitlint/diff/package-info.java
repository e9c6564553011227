/**
 * What a change of configuration changes: units, dependencies, the boot, ports, findings, exposure.
 */
package org.unitlint.diff;
