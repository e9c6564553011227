package org.unitlint.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What xinetd knows, and the programs that it usually runs. Immutable. See xinetd.conf(5). */
public final class XinetdCatalog {
  static final XinetdCatalog STANDARD = new XinetdCatalog();

  private XinetdCatalog() {}

  /** The attribute of services and defaults; its name in lower case. */
  public Optional<KnownAttribute> attribute(String name) {
    return Optional.ofNullable(Tables.XinetdAttributes.TABLE.get(name));
  }

  /** All attributes of services and defaults, by name. */
  public Collection<KnownAttribute> attributes() {
    return Tables.XinetdAttributes.TABLE.values();
  }

  /** Which xinetd knows an attribute that the usual one does not; empty for any other name. */
  public Optional<String> otherAttribute(String name) {
    return Optional.ofNullable(Tables.OtherXinetdAttributes.TABLE.get(name));
  }

  /**
   * The words that are known in a list of them.
   *
   * @param list {@code flag}, {@code type}, {@code socket_type}, {@code log_on_success}, {@code
   *     log_on_failure}, {@code facility}, {@code level}, {@code internal_stream} or {@code
   *     internal_dgram}
   */
  public List<String> words(String list) {
    return Tables.XinetdWords.TABLE.getOrDefault(list, List.of());
  }

  /** What is known of a program, by its name, which is no path. */
  public Optional<KnownServer> server(String program) {
    return Optional.ofNullable(Tables.XinetdServers.TABLE.get(program));
  }

  /** The well-known programs, by name. */
  public Collection<KnownServer> servers() {
    return Tables.XinetdServers.TABLE.values();
  }
}
