package org.unitlint.host.value;

/**
 * A credential that a unit brings along. See systemd.exec(5), SetCredential=.
 *
 * @param data as it is written
 */
public record Credential(String name, String data) {}
