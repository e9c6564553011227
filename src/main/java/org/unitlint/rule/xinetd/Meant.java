package org.unitlint.rule.xinetd;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.KnownAttribute;
import org.unitlint.catalog.Nearest;
import org.unitlint.syntax.AsciiCase;

/** The words that were meant by words that xinetd does not know. */
final class Meant {
  private static final List<String> KEYWORDS =
      List.of("service", "defaults", "include", "includedir");

  private Meant() {}

  /** A word, and whether nothing else can be meant. */
  record Guess(String word, boolean certain) {}

  /** The attribute that was meant. */
  static Optional<String> attribute(String written) {
    return guessAttribute(written).map(Guess::word);
  }

  /** The attribute that was meant, by another way to write it, a slip, or another tool's name. */
  static Optional<Guess> guessAttribute(String written) {
    var catalog = Catalog.standard();
    var names = catalog.xinetd().attributes().stream().map(KnownAttribute::name).toList();
    String bare = bare(written);
    var same = names.stream().filter(n -> bare(n).equals(bare)).findFirst();
    if (same.isPresent()) {
      return same.map(n -> new Guess(n, true));
    }
    var synonym = catalog.synonym("xinetd_attribute", AsciiCase.lower(written).replace('-', '_'));
    return synonym.isPresent()
        ? synonym.map(n -> new Guess(n, false))
        : nearest(AsciiCase.lower(written).replace('-', '_'), names);
  }

  /** The keyword that was meant to begin an entry or an include. */
  static Optional<Guess> keyword(String written) {
    return nearest(written, KEYWORDS);
  }

  /** The word of a list that was meant, in the usual way to write it. */
  static Optional<Guess> word(String list, String written) {
    var catalog = Catalog.standard();
    var known = words(list);
    String bare = bare(written);
    var same = known.stream().filter(n -> bare(n).equals(bare)).findFirst();
    if (same.isPresent()) {
      return same.map(n -> new Guess(n, true));
    }
    return catalog
        .synonym("xinetd_" + list, written)
        .filter(known::contains)
        .map(n -> new Guess(n, true))
        .or(() -> nearest(written, known));
  }

  /** The words of a list of the catalog; those of yes and no, and of types of logs, too. */
  static List<String> words(String list) {
    return switch (list) {
      case "boolean" -> List.of("yes", "no");
      case "log_type" -> List.of("SYSLOG", "FILE");
      default -> Catalog.standard().xinetd().words(list);
    };
  }

  private static Optional<Guess> nearest(String written, Collection<String> known) {
    return Nearest.of(written, known)
        .map(n -> new Guess(n, Nearest.certain(written, known).isPresent() && n.length() > 3));
  }

  private static String bare(String name) {
    var bare = new StringBuilder();
    for (char c : AsciiCase.lower(name).toCharArray()) {
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        bare.append(c);
      }
    }
    return bare.toString();
  }
}
