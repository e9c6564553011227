package org.unitlint.host.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.unitlint.host.UnitName;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Utf8;

/** What the units of services are called: after their ids, told apart where these are the same. */
final class UnitNames {
  /** Instances have the addresses of both ends in their names, of which 255 bytes are allowed. */
  static final int LONGEST = 120;

  private static final List<Function<XinetdService, String>> WAYS =
      List.of(
          s -> "",
          s -> "-" + s.listeners().get(0).socketType(),
          s -> "-" + s.listeners().get(0).protocol(),
          s -> "-" + s.listeners().get(0).port().orElse(0));

  private UnitNames() {}

  /** The stem of the names of each service's units. */
  static Map<XinetdService, String> of(List<XinetdService> services) {
    var groups = new LinkedHashMap<String, List<XinetdService>>();
    services.forEach(s -> groups.computeIfAbsent(stem(s.id()), i -> new ArrayList<>()).add(s));
    var names = new HashMap<XinetdService, String>();
    var taken = new HashSet<String>();
    groups.forEach(
        (stem, group) -> {
          if (group.size() == 1) {
            names.put(group.get(0), stem);
            taken.add(stem);
          }
        });
    groups.forEach(
        (stem, group) -> {
          if (group.size() > 1) {
            distinguish(stem, group, taken, names);
          }
        });
    return names;
  }

  private static void distinguish(
      String stem, List<XinetdService> group, Set<String> taken, Map<XinetdService, String> names) {
    for (var way : WAYS) {
      var tried = group.stream().map(s -> stem + escape(way.apply(s))).toList();
      boolean free = tried.stream().noneMatch(taken::contains);
      if (free && new HashSet<>(tried).size() == group.size()) {
        for (int i = 0; i < tried.size(); i++) {
          names.put(group.get(i), tried.get(i));
        }
        taken.addAll(tried);
        return;
      }
    }
    int number = 1;
    for (XinetdService service : group) {
      while (!taken.add(stem + "-" + number)) {
        number++;
      }
      names.put(service, stem + "-" + number);
    }
  }

  /** The id as a part of a unit's name. */
  static String stem(String id) {
    return escape(id);
  }

  /** As systemd-escape(1), but hyphens stay what they are. */
  private static String escape(String text) {
    var escaped = new StringBuilder();
    for (byte b : Utf8.encode(text)) {
      char c = (char) (b & 0xFF);
      boolean plain = UnitName.isValid(c) && c != '@' && c != '\\';
      if (c == '/') {
        escaped.append('-');
      } else if (plain && !(c == '.' && escaped.isEmpty())) {
        escaped.append(c);
      } else {
        escaped.append(String.format("\\x%02x", (int) c));
      }
    }
    return escaped.toString();
  }
}
