package org.unitlint.rule.xinetd;

import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Place;

/** The service and the words that a trouble is about. */
final class Owner {
  private Owner() {}

  /** The id of the service; empty for a trouble outside of services. */
  static String id(Trouble trouble, XinetdView view) {
    return view.owner(trouble).map(XinetdService::id).orElse("");
  }

  /** The place of the value that is that word, on the line of the trouble; else the trouble's. */
  static Place word(Trouble trouble, String word, XinetdView view) {
    return view.line(trouble.place()).stream()
        .flatMap(line -> line.values().stream())
        .filter(v -> v.text().equalsIgnoreCase(word))
        .map(v -> v.place())
        .findFirst()
        .orElse(trouble.place());
  }
}
