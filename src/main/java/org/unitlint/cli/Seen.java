package org.unitlint.cli;

import java.util.Optional;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.Machine;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;

/** A finding, and the machine on which it was found. */
record Seen(Diagnostic finding, Machine machine) {
  /** The path of the regular file that the place is in, links followed; empty for other things. */
  Optional<String> file(Place place) {
    return machine
        .path(place.source())
        .map(p -> Paths.resolve(machine.tree(), p))
        .filter(r -> r.node().is(Node.Kind.FILE))
        .map(Paths.Resolved::path);
  }
}
