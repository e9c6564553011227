package org.unitlint.host.xinetd;

import java.util.Optional;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.KnownAttribute.Kind;
import org.unitlint.host.value.IpAddress;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;

/** The values that say what a socket is like, and where connections are passed on to. */
final class SocketValues {
  private static final int MAX_PORT = 65_535;

  private final Catalog catalog = Catalog.standard();
  private final NetNames names;
  private final NumberValues numbers = new NumberValues();

  SocketValues(NetNames names) {
    this.names = names;
  }

  /** Gives the values to the draft; what is wrong with them if they are refused. */
  Optional<Trouble> read(XinetdAttribute line, Kind kind, Draft draft) {
    var word = line.values().get(0);
    return switch (kind) {
      case SOCKET_TYPE -> socketType(line, word, draft);
      case PROTOCOL -> protocol(word, draft);
      case PORT -> port(line, word, draft);
      case ADDRESS -> bind(line, word, draft);
      default -> redirect(line, draft);
    };
  }

  private static Optional<Trouble> refuse(
      TroubleKind kind, XinetdAttribute line, Value word, Draft draft) {
    return Optional.of(draft.trouble(kind, word.place(), line.name().text(), word.text()));
  }

  private Optional<Trouble> socketType(XinetdAttribute line, Value word, Draft draft) {
    var type =
        catalog.xinetd().words("socket_type").stream()
            .filter(w -> AsciiCase.equal(w, word.text()))
            .findFirst();
    if (type.isEmpty()) {
      return Optional.of(
          draft.trouble(
              TroubleKind.UNKNOWN_WORD,
              word.place(),
              line.name().text(),
              word.text(),
              "socket_type"));
    }
    draft.socketType = type.get();
    return Optional.empty();
  }

  private Optional<Trouble> protocol(Value word, Draft draft) {
    if (!names.hasProtocol(word.text())) {
      return Optional.of(draft.trouble(TroubleKind.UNKNOWN_PROTOCOL, word.place(), word.text()));
    }
    draft.protocol = word.text();
    return Optional.empty();
  }

  private Optional<Trouble> port(XinetdAttribute line, Value word, Draft draft) {
    var read = numbers.integer(line, word, draft);
    if (read.trouble().isPresent()) {
      return read.trouble();
    }
    if (read.number() < 0 || read.number() > MAX_PORT) {
      return refuse(TroubleKind.OUT_OF_RANGE, line, word, draft);
    }
    draft.port = Optional.of(read.number());
    return Optional.empty();
  }

  private Optional<Trouble> bind(XinetdAttribute line, Value word, Draft draft) {
    var address = Addresses.numeric(word.text());
    if (address.isPresent()) {
      draft.bind = address;
      return Optional.empty();
    }
    var found = HostNames.lookUp(word.text(), names);
    if (found == HostNames.Answer.NOT_FOUND) {
      var kind =
          HostNames.isInterface(word.text()) ? TroubleKind.INTERFACE_NAME : TroubleKind.BAD_ADDRESS;
      return refuse(kind, line, word, draft);
    }
    var known = names.host(word.text());
    draft.bindName = known.isEmpty() ? word.text() : "";
    if (known.size() == 1) {
      draft.bind = Optional.of(known.get(0));
    } else {
      draft.bindChoice = known;
    }
    return Optional.empty();
  }

  private Optional<Trouble> redirect(XinetdAttribute line, Draft draft) {
    var port = redirectPort(line.values().get(1).text());
    if (port.isEmpty() || port.get() > MAX_PORT) {
      return refuse(TroubleKind.BAD_REDIRECT_PORT, line, line.values().get(1), draft);
    }
    var word = line.values().get(0);
    boolean v6 = word.text().indexOf(':') >= 0;
    Optional<IpAddress> address = Addresses.numeric(word.text());
    boolean never =
        address.isEmpty()
            && (v6 || HostNames.lookUp(word.text(), names) == HostNames.Answer.NOT_FOUND);
    if (never) {
      return refuse(TroubleKind.BAD_ADDRESS, line, word, draft);
    }
    draft.redirect = Optional.of(new Redirect(word.text(), port.get()));
    return Optional.empty();
  }

  /** A number, else the port of a TCP service. */
  private Optional<Integer> redirectPort(String text) {
    var number = CNumbers.signed(text).map(n -> (int) (long) n).filter(n -> n > 0);
    return number.or(() -> names.port(text, "tcp"));
  }
}
