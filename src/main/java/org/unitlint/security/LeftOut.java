package org.unitlint.security;

import java.util.Optional;
import org.unitlint.host.Setting;

/**
 * Something that would make a service less exposed, and why not to add it.
 *
 * @param line what would be written, or {@link #EVERYTHING}
 * @param reason with the service as its subject
 * @param setting where that shows; empty where it is elsewhere
 */
public record LeftOut(String line, String reason, Optional<Setting> setting) {
  /** Whatever there is, for services that do what others want. */
  public static final String EVERYTHING = "everything";
}
