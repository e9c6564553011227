/** What {@code unitlint.toml} says. Knows TOML, but neither files nor the command line. */
package org.unitlint.cli.config;
