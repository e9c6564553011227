package org.unitlint.host.xinetd;

import java.util.List;
import java.util.Optional;
import org.unitlint.host.value.IpAddress;

/**
 * Who may connect to a service: nobody in {@code no_access}, and if there is {@code only_from} none
 * but those in it. Which of two matches fits better does not count.
 *
 * @param onlyFrom empty where it is not given; an empty list lets nobody in
 */
public record Access(Optional<List<ClientPattern>> onlyFrom, List<ClientPattern> noAccess) {
  public Access {
    onlyFrom = onlyFrom.map(List::copyOf);
    noAccess = List.copyOf(noAccess);
  }

  /** Whether no client is kept out by its address. */
  public boolean isOpen() {
    return noAccess.isEmpty()
        && (onlyFrom.isEmpty()
            || onlyFrom.get().stream().anyMatch(p -> p.matchesAll(false))
                && onlyFrom.get().stream().anyMatch(p -> p.matchesAll(true)));
  }

  /** Whether no client at all is let in. */
  public boolean isClosed() {
    return onlyFrom.isPresent() && onlyFrom.get().isEmpty()
        || noAccess.stream().anyMatch(p -> p.matchesAll(false))
            && noAccess.stream().anyMatch(p -> p.matchesAll(true));
  }

  /** Whether the client is let in; empty where that depends on its name. */
  public Optional<Boolean> admits(IpAddress client) {
    if (noAccess.stream().anyMatch(p -> p.matches(client))) {
      return Optional.of(false);
    }
    boolean inside = onlyFrom.isEmpty() || onlyFrom.get().stream().anyMatch(p -> p.matches(client));
    boolean unsure =
        noAccess.stream().anyMatch(ClientPattern::isName)
            || !inside && onlyFrom.get().stream().anyMatch(ClientPattern::isName);
    return unsure ? Optional.empty() : Optional.of(inside);
  }
}
