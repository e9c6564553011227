package org.unitlint.host;

import java.util.Optional;
import org.unitlint.source.Place;

/**
 * A word by which a unit names another.
 *
 * @param path of the file or link in the tree
 * @param section where the setting counts; empty for an entry of a folder such as {@code X.wants}
 * @param directive under which it counts; {@code Wants} for an entry of {@code X.wants}
 * @param written the word as in the file, or the entry's name
 * @param text the word with its specifiers replaced; empty where that needs the running machine or
 *     the instance
 * @param name the unit that is meant, for a template the instance that systemd fills in; empty
 *     where the text is unknown or is no name of a unit
 */
public record Mention(
    String path,
    String section,
    String directive,
    Place place,
    String written,
    Optional<String> text,
    Optional<UnitName> name) {

  /** Whether the text is known and is no name of a unit, so that systemd ignores it. */
  public boolean isInvalid() {
    return text.isPresent() && name.isEmpty();
  }

  /** Whether the unit itself names the other in a setting, and not a link in a folder. */
  public boolean isWritten() {
    return !section.isEmpty();
  }
}
