package org.unitlint.rule.xinetd;

import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.syntax.AsciiCase;

/** Which attribute a trouble takes away, and which one another trouble misses. */
final class Lost {
  private Lost() {}

  /** The attribute that does not hold for the trouble, by its id; empty where none is lost. */
  static Optional<String> by(Trouble trouble, XinetdView view) {
    var kind = trouble.kind();
    boolean loses =
        kind.isReported()
            && kind.isLocated()
            && kind != TroubleKind.MALFORMED
            && (kind.cost() == TroubleKind.Cost.ATTRIBUTE
                || kind.cost() == TroubleKind.Cost.SERVICE);
    if (!loses || kind == TroubleKind.ALREADY_SET) {
      return Optional.empty();
    }
    var catalog = Catalog.standard().xinetd();
    return view.line(trouble.place())
        .map(a -> AsciiCase.lower(a.name().text()))
        .flatMap(
            name ->
                catalog.attribute(name).or(() -> Meant.attribute(name).flatMap(catalog::attribute)))
        .map(a -> a.id());
  }

  /** The attributes of which it misses one, by id; none for a trouble of another sort. */
  static Set<String> missed(Trouble trouble) {
    return switch (trouble.kind()) {
      case NO_SERVER -> Set.of("server", "redirect", "type");
      case NO_PROTOCOL -> Set.of("protocol", "socket_type");
      case NO_PORT -> Set.of("port");
      case NO_NAME_IN_ARGUMENTS -> Set.of("server_args");
      case NOT_IN_SERVICES -> Set.of("type", "protocol", "socket_type");
      case OTHER_PORT, TCPMUX_LISTED -> Set.of("type");
      case TRAFFIC_NOT_REDIRECTED -> Set.of("redirect");
      case MISSING_ATTRIBUTE ->
          trouble.word(0).equals("protocol") || trouble.word(0).equals("socket_type")
              ? Set.of("protocol", "socket_type")
              : Set.of(trouble.word(0));
      default -> Set.of();
    };
  }
}
