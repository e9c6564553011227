package org.unitlint.host.xinetd;

import java.util.List;
import java.util.Optional;
import org.unitlint.source.Place;
import org.unitlint.syntax.XinetdAttribute;

/**
 * An attribute of a service as it holds in the end.
 *
 * @param id its name in the catalog, that of {@code interface} being {@code bind}
 * @param words its values
 * @param written the lines that say so, in the order in which they were read
 */
public record Setting(String id, List<String> words, Origin origin, List<XinetdAttribute> written) {
  public Setting {
    words = List.copyOf(words);
    written = List.copyOf(written);
  }

  /** Where the last of the lines is; empty for what xinetd works out. */
  public Optional<Place> place() {
    return written.isEmpty()
        ? Optional.empty()
        : Optional.of(written.get(written.size() - 1).place());
  }

  /** Its values as one text. */
  public String text() {
    return String.join(" ", words);
  }
}
