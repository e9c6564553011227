package org.unitlint.security;

import java.util.Optional;
import org.unitlint.host.Setting;

/**
 * What shows that a service needs something, or that somebody wants it as it is.
 *
 * @param words that say so, with the service as their subject
 * @param setting where it shows; empty where that is elsewhere
 */
record Hint(String words, Optional<Setting> setting) {}
