package org.unitlint.host.value;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.unitlint.catalog.Nearest;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * The words that a value may be or may consist of, to say what was meant by another one.
 *
 * @param sort what such a word is called, as {@code signal}
 * @param synonyms the name under which the catalog has synonyms of them
 * @param names all that this version takes
 */
record KnownWords(String sort, String synonyms, Collection<String> names) {
  private static final int MANY = 10;

  /** How many words may be told that are equally near. */
  private static final int FEW = 4;

  KnownWords {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /** What is wrong with a word of a list that is none of these. */
  ValueFlaw inList(Effect effect, Text word, ValueContext context) {
    return ListFlaws.commas(effect, word, w -> meant(w, context), context)
        .orElseGet(() -> alone(effect, word, context));
  }

  /** What is wrong with a word that is none of these. */
  ValueFlaw alone(Effect effect, Text word, ValueContext context) {
    var quoted = unquoted(word.text()).filter(names::contains);
    if (quoted.isPresent()) {
      return ValueFlaw.of(
              effect,
              word.place(),
              "`%s=` takes the quotes of `%s` as part of the word",
              context.name(),
              word.text())
          .help("leave the quotes out")
          .instead(quoted.get(), true);
    }
    var flaw =
        ValueFlaw.of(
            effect, word.place(), "unknown %s `%s` in `%s=`", sort, word.text(), context.name());
    var meant = meant(word.text(), context);
    if (meant.isPresent()) {
      String help = meant.get().equalsIgnoreCase(word.text()) ? "case counts: `" : "write `";
      return flaw.help(help + meant.get() + "`").instead(meant.get(), true);
    }
    return advised(flaw, word.text());
  }

  /** The word that is certainly meant: itself, the same in another case, or of equal meaning. */
  Optional<String> meant(String word, ValueContext context) {
    if (names.contains(word)) {
      return Optional.of(word);
    }
    return first(n -> n.equalsIgnoreCase(word))
        .or(() -> context.catalog().synonym(synonyms, word))
        .filter(names::contains);
  }

  private ValueFlaw advised(ValueFlaw flaw, String word) {
    var certain = Nearest.certain(word, names);
    if (certain.isPresent()) {
      return flaw.help("did you mean `" + certain.get() + "`?").instead(certain.get(), true);
    }
    var longer = names.stream().filter(n -> isStart(word, n)).toList();
    if (!longer.isEmpty() && longer.size() <= FEW) {
      var help = flaw.help("did you mean " + listed(longer) + "?");
      return longer.size() == 1 ? help.instead(longer.get(0), false) : help;
    }
    var near = Nearest.all(word, names);
    if (!near.isEmpty() && near.size() <= FEW) {
      var help = flaw.help("did you mean " + listed(near) + "?");
      return near.size() == 1 ? help.instead(near.get(0), false) : help;
    }
    return names.isEmpty() || names.size() > MANY ? flaw : flaw.help("write " + listed(names));
  }

  private static boolean isStart(String word, String name) {
    return word.length() > 2
        && word.length() < name.length()
        && name.regionMatches(true, 0, word, 0, word.length());
  }

  private Optional<String> first(Predicate<String> condition) {
    return names.stream().filter(condition).findFirst();
  }

  private static Optional<String> unquoted(String word) {
    int last = word.length() - 1;
    return last > 1
            && (word.charAt(0) == '"' || word.charAt(0) == '\'')
            && word.charAt(last) == word.charAt(0)
        ? Optional.of(word.substring(1, last))
        : Optional.empty();
  }

  /** Words in backquotes, with commas and {@code or} between them. */
  static String listed(Collection<String> words) {
    var shown = words.stream().map(w -> "`" + w + "`").toList();
    int last = shown.size() - 1;
    return last < 1
        ? String.join("", shown)
        : String.join(", ", shown.subList(0, last)) + " or " + shown.get(last);
  }
}
