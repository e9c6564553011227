package org.unitlint.host.xinetd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.source.Place;

/**
 * A service as xinetd has it in the end, or as far as it got.
 *
 * @param name under which it stands in services(5), or what an unlisted one is called
 * @param id its name in logs and for {@code enabled} and {@code disabled}
 * @param path the file that holds it
 * @param place its head; the first field of a line of inetd.conf
 * @param settings what holds, by attribute; those of a service that is dropped may be a part
 * @param listeners the socket of a service that is served; else that which it would have, if that
 *     is known
 * @param troubles what was noticed in it, in order
 * @param traits the words of {@code type} and {@code flags} that hold
 * @param redirect where connections are passed on to; no server is run then
 * @param log where it logs to; empty for nowhere
 */
public record XinetdService(
    String name,
    String id,
    String path,
    Place place,
    Outcome outcome,
    Map<String, Setting> settings,
    List<Listener> listeners,
    Access access,
    boolean waits,
    Run run,
    Traits traits,
    Optional<Redirect> redirect,
    Optional<LogTarget> log,
    List<Trouble> troubles) {
  public XinetdService {
    settings = Map.copyOf(settings);
    listeners = List.copyOf(listeners);
    troubles = List.copyOf(troubles);
  }

  /**
   * What is started for a connection.
   *
   * @param server the path; empty for none
   * @param arguments all of them, the first being the server's name; empty where that is missing
   * @param user as it is written; empty for an internal service without
   * @param group as it is written; empty for the user's
   * @param supplementary whether the user's other groups count too
   */
  public record Run(
      String server, List<String> arguments, String user, String group, boolean supplementary) {
    public Run {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * What kind of service it is.
   *
   * @param types the words of {@code type}
   * @param flags the words of {@code flags}
   */
  public record Traits(Set<String> types, Set<String> flags) {
    public Traits {
      types = Set.copyOf(types);
      flags = Set.copyOf(flags);
    }
  }

  /** What holds for the attribute; empty for what neither anybody wrote nor xinetd works out. */
  public Optional<Setting> setting(String attribute) {
    return Optional.ofNullable(settings.get(attribute));
  }

  /** Whether xinetd answers by itself. */
  public boolean isInternal() {
    return traits.types().contains("INTERNAL");
  }

  /** Whether clients ask for it by way of rpcbind. */
  public boolean isRpc() {
    return traits.types().contains("RPC");
  }

  /** Whether the tcpmux service passes its connections on. */
  public boolean isBehindTcpmux() {
    return traits.types().contains("TCPMUX") || traits.types().contains("TCPMUXPLUS");
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
