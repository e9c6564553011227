package org.unitlint.syntax;

import java.util.List;
import java.util.Optional;
import org.unitlint.source.Place;
import org.unitlint.source.Span;

/**
 * A service or a defaults entry, as far as xinetd takes it for one.
 *
 * @param span from the head to the end of the last line that xinetd reads or skips for it
 * @param name the service's; that of a defaults entry is its keyword
 * @param ignored the words behind the name
 * @param attributes in order, up to the line where xinetd gives the entry up
 * @param unread what looks like attributes behind that line, or behind {@code disable = yes}
 * @param flaw why xinetd gives the entry up, if it does
 */
public record XinetdEntry(
    Kind kind,
    Span span,
    Value keyword,
    Value name,
    List<Value> ignored,
    List<XinetdAttribute> attributes,
    List<XinetdAttribute> unread,
    Optional<XinetdFlaw> flaw)
    implements XinetdItem {
  /** The sorts of entries. */
  public enum Kind {
    SERVICE,
    DEFAULTS
  }

  public XinetdEntry {
    ignored = List.copyOf(ignored);
    attributes = List.copyOf(attributes);
    unread = List.copyOf(unread);
  }

  /** The place of its head. */
  public Place head() {
    return keyword.place().to(name.place());
  }

  /** The first attribute of that name. */
  public Optional<XinetdAttribute> first(String attribute) {
    return attributes.stream().filter(a -> a.is(attribute)).findFirst();
  }
}
