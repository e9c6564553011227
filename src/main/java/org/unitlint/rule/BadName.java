package org.unitlint.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.Nearest;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Escape;
import org.unitlint.host.Mention;
import org.unitlint.host.UnitName;
import org.unitlint.source.Edit;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;

/**
 * What is wrong with a word that is no name of a unit.
 *
 * @param why in words
 * @param start of the wrong part of the word
 * @param end of that part
 * @param instead what to write; empty where nobody knows
 * @param certain whether nothing else can be meant
 */
record BadName(String why, int start, int end, Optional<String> instead, boolean certain) {
  private static final String ALLOWED = "names have letters, digits and `:-_.\\@`";
  private static final String NO_TYPE = "no type such as `.service` ends it";
  private static final Pattern SEPARATOR = Pattern.compile("[,;]+");
  private static final Pattern GLOB = Pattern.compile("[*?]+");

  /** What is wrong with the word, which is invalid. */
  static BadName of(Mention mention, Facts facts) {
    String word = mention.written();
    if (word.startsWith("#") || word.startsWith(";")) {
      return whole(word, "a comment needs a line of its own", Optional.empty(), false);
    }
    if (word.startsWith("/")) {
      String type = word.startsWith("/dev/") ? "device" : "mount";
      String unit = Escape.escapePath(word) + "." + type;
      return whole(word, "it is a path", valid(unit), false);
    }
    String bare = word.replace("\"", "").replace("'", "");
    if (!bare.equals(word)) {
      return whole(word, "quotes are not removed here", valid(bare), true);
    }
    var separator = SEPARATOR.matcher(word);
    if (separator.find()) {
      return separated(word, separator);
    }
    var glob = GLOB.matcher(word);
    if (glob.find()) {
      String why = "patterns are not expanded";
      return new BadName(why, glob.start(), glob.end(), Optional.empty(), false);
    }
    return suffix(mention, facts);
  }

  private static BadName whole(String word, String why, Optional<String> instead, boolean certain) {
    return new BadName(why, 0, word.length(), instead, certain);
  }

  private static BadName separated(String word, Matcher separator) {
    int first = separator.start() == 0 ? separator.end() : 0;
    var parts = List.of(SEPARATOR.split(word.substring(first)));
    boolean names = parts.stream().allMatch(p -> UnitName.parse(p).isPresent());
    var joined = names ? Optional.of(String.join(" ", parts)) : Optional.<String>empty();
    String why = "blanks separate names, not `" + separator.group().charAt(0) + "`";
    return new BadName(why, separator.start(), separator.end(), joined, true);
  }

  private static BadName suffix(Mention mention, Facts facts) {
    String word = mention.written();
    int dot = word.lastIndexOf('.');
    String suffix = word.substring(dot + 1);
    if (dot >= 0 && UnitType.ofSuffix(suffix).isPresent()) {
      return character(word);
    }
    var slip = Stream.of(UnitType.values()).filter(t -> isSlip(suffix, t)).findFirst();
    if (dot >= 0 && slip.isPresent()) {
      String why = "`." + suffix + "` is no type of unit";
      var name = valid(word.substring(0, dot + 1) + slip.get().suffix());
      return new BadName(why, dot, word.length(), name, true);
    }
    if (mention.directive().equals("Slice") && valid(word + ".slice").isPresent()) {
      return withoutType(mention, word + ".slice", true);
    }
    return new Neighbours(facts)
        .ofStem(word)
        .map(UnitName::toString)
        .filter(n -> !n.equals(Paths.name(mention.path())))
        .findFirst()
        .map(n -> withoutType(mention, n, false))
        .orElse(whole(word, NO_TYPE, Optional.empty(), false));
  }

  /** A word that lacks only the type, and what it is with one. */
  static BadName withoutType(Mention mention, String name, boolean certain) {
    return whole(mention.written(), NO_TYPE, Optional.of(name), certain);
  }

  private static BadName character(String word) {
    String why = BadUnitName.why(word);
    for (int i = 0; i < word.length(); i++) {
      if (!UnitName.isValid(word.charAt(i))) {
        int length = Character.charCount(word.codePointAt(i));
        return new BadName(why, i, i + length, Optional.empty(), false);
      }
    }
    return whole(word, why, Optional.empty(), false);
  }

  private static boolean isSlip(String suffix, UnitType type) {
    String lower = suffix.toLowerCase(Locale.ROOT);
    return lower.equals(type.suffix())
        || lower.length() > 3
            && lower.length() <= type.suffix().length() + 1
            && Nearest.distance(lower, type.suffix()) <= 1;
  }

  private static Optional<String> valid(String name) {
    return Optional.of(name).filter(n -> UnitName.parse(n).isPresent());
  }

  /** Where the wrong part stands; all of the word where it is quoted or continued. */
  Place place(Mention mention) {
    Place word = mention.place();
    int at = word.span().start();
    return word.text().equals(mention.written()) ? word.source().place(at + start, at + end) : word;
  }

  /** A finding of the rule, with advice and, where what was meant is known, a fix. */
  Diagnostic finding(RuleInfo rule, Mention mention) {
    var found =
        rule.at(
            place(mention),
            "`%s` in `%s=` is no name of a unit: %s",
            mention.written(),
            mention.directive(),
            why);
    if (instead.isEmpty()) {
      return found.help(ALLOWED + ", and end in a type such as `.service`");
    }
    String name = instead.get();
    String help = certain ? "write `" + name + "`" : "did you mean `" + name + "`?";
    return found.help(help).fix("write `" + name + "`", certain, new Edit(mention.place(), name));
  }
}
