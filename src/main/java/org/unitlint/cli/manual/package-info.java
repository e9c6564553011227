/** Manual pages and shell completions, from the model of the commands. */
package org.unitlint.cli.manual;
