package org.unitlint.host.xinetd;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.Catalog;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.InetdLine;
import org.unitlint.syntax.Value;

/** Makes services of the lines of inetd.conf. As xinetd's get_next_inet_entry. */
final class InetdReader {
  private static final int SERVER = 5;
  private static final Set<String> DGRAM_IDS = Set.of("time", "daytime", "chargen", "echo");

  private final Catalog catalog = Catalog.standard();
  private final Surroundings around;
  private final List<Trouble> troubles;

  InetdReader(Surroundings around, List<Trouble> troubles) {
    this.around = around;
    this.troubles = troubles;
  }

  /** The service of the line; empty where xinetd drops it. */
  Optional<Draft> read(InetdLine line, String path) {
    var fields = line.fields();
    var first = fields.get(0);
    var all = first.place().to(fields.get(fields.size() - 1).place());
    if (fields.size() <= SERVER) {
      var count = String.valueOf(fields.size());
      troubles.add(Trouble.of(TroubleKind.INETD_FIELDS, all, count));
      return Optional.empty();
    }
    int slash = first.text().indexOf('/');
    String name = slash < 0 ? first.text() : first.text().substring(0, slash);
    var draft = new Draft(path, name, first.place());
    boolean taken =
        socketType(fields.get(1), draft)
            && protocol(fields.get(2), slash >= 0, draft)
            && account(fields.get(4), draft);
    if (!taken) {
      return Optional.empty();
    }
    waits(fields.get(3), draft);
    return server(fields, draft) ? Optional.of(draft) : Optional.empty();
  }

  private boolean refuse(String field, Value word) {
    troubles.add(Trouble.of(TroubleKind.INETD_WORD, word.place(), field, word.text()));
    return false;
  }

  private static void take(Draft draft, String attribute, String... words) {
    draft.specified.add(attribute);
    draft.origins.put(attribute, Origin.SERVICE);
    draft.words.put(attribute, List.of(words));
  }

  private boolean socketType(Value word, Draft draft) {
    var known =
        catalog.xinetd().words("socket_type").stream()
            .filter(w -> AsciiCase.equal(w, word.text()))
            .findFirst();
    if (known.isEmpty()) {
      return refuse("socket_type", word);
    }
    draft.socketType = known.get();
    take(draft, "socket_type", known.get());
    return true;
  }

  private boolean protocol(Value word, boolean versioned, Draft draft) {
    String protocol = word.text();
    if (protocol.contains("rpc")) {
      int slash = protocol.indexOf('/');
      if (slash < 0 || !versioned) {
        return refuse("protocol", word);
      }
      draft.types.add("RPC");
      take(draft, "rpc_version", "");
      protocol = protocol.substring(slash + 1);
    }
    if (!around.names().hasProtocol(protocol)) {
      return refuse("protocol", word);
    }
    draft.protocol = protocol;
    take(draft, "protocol", protocol);
    return true;
  }

  private void waits(Value word, Draft draft) {
    boolean known = AsciiCase.equal(word.text(), "wait") || AsciiCase.equal(word.text(), "nowait");
    if (!known) {
      draft.trouble(TroubleKind.INETD_WAIT, word.place(), word.text());
    }
    draft.waits = AsciiCase.equal(word.text(), "wait");
    take(draft, "wait", draft.waits ? "yes" : "no");
  }

  private boolean account(Value word, Draft draft) {
    int dot = word.text().indexOf('.');
    draft.user = dot < 0 ? word.text() : word.text().substring(0, dot);
    draft.group = dot < 0 ? "" : word.text().substring(dot + 1);
    boolean user = !isNumber(draft.user) && around.accounts().mayHaveUser(draft.user);
    boolean group = dot < 0 || around.accounts().mayHaveGroup(draft.group);
    if (!user || !group) {
      return refuse(user ? "group" : "user", word);
    }
    take(draft, "user", draft.user);
    if (dot >= 0) {
      take(draft, "group", draft.group);
    }
    draft.groups = true;
    take(draft, "groups", "yes");
    return true;
  }

  /** Accounts are looked up by name only. */
  private static boolean isNumber(String name) {
    return name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private boolean server(List<Value> fields, Draft draft) {
    var server = fields.get(SERVER);
    if (AsciiCase.equal(server.text(), "internal")) {
      if (AsciiCase.equal(draft.name, "discard")) {
        troubles.add(Trouble.of(TroubleKind.INETD_INTERNAL, server.place(), draft.name));
        return false;
      }
      draft.types.add("INTERNAL");
      take(draft, "type", "INTERNAL");
      String name = AsciiCase.lower(draft.name);
      draft.id = DGRAM_IDS.contains(name) ? name + "-dgram" : draft.name;
      return true;
    }
    draft.server = server.text();
    draft.arguments = fields.subList(SERVER + 1, fields.size()).stream().map(Value::text).toList();
    draft.nameInArguments = true;
    draft.flags.addAll(List.of("REUSE", "NOLIBWRAP", "NAMEINARGS"));
    take(draft, "server", draft.server);
    take(draft, "server_args", draft.arguments.toArray(new String[0]));
    return true;
  }
}
