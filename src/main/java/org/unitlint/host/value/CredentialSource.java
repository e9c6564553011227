package org.unitlint.host.value;

/**
 * A credential that systemd fetches. See systemd.exec(5), LoadCredential=.
 *
 * @param source an absolute path, or the name that the credential has elsewhere
 */
public record CredentialSource(String name, String source) {}
