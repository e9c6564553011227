package org.unitlint.host.value;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.unitlint.catalog.Word;
import org.unitlint.catalog.Words;
import org.unitlint.host.Booleans;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * Kinds of namespaces, as one line of a list says. See systemd.exec(5), RestrictNamespaces=.
 *
 * @param flag a boolean in place of a list
 * @param inverted whether all but these are meant
 */
public record Namespaces(Optional<Boolean> flag, boolean inverted, SortedSet<String> kinds) {
  static final Grammar<Namespaces> GRAMMAR = Namespaces::parse;

  private static final String TABLE = "NamespaceType";

  public Namespaces {
    kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
  }

  /**
   * The kinds that lines of RestrictNamespaces= leave allowed: a boolean puts an end to all before
   * it, the first list sets, later ones add or take away.
   *
   * @param all every kind there is
   */
  public static SortedSet<String> allowed(List<Namespaces> lines, SortedSet<String> all) {
    var allowed = new TreeSet<>(all);
    boolean initial = true;
    for (Namespaces line : lines) {
      if (line.flag.isPresent()) {
        allowed.clear();
        allowed.addAll(line.flag.get() ? Collections.emptySortedSet() : all);
      } else if (line.inverted) {
        allowed.removeAll(line.kinds);
      } else {
        allowed.retainAll(initial ? line.kinds : all);
        allowed.addAll(line.kinds);
      }
      initial = false;
    }
    return Collections.unmodifiableSortedSet(allowed);
  }

  private static Parsed<Namespaces> parse(Text text, ValueContext context) {
    var flag = Booleans.parse(text.text());
    if (flag.isPresent()) {
      return Parsed.of(new Namespaces(flag, false, new TreeSet<>()));
    }
    boolean inverted = text.text().startsWith("~");
    var pieces = EscapedWords.of(text.from(inverted ? 1 : 0), false);
    var words = context.catalog().words(TABLE).orElseThrow();
    var kinds = new TreeSet<String>();
    var flaws = new Flawed();
    for (var piece : pieces.words()) {
      var word = words.word(piece.text());
      if (word.isPresent() && word.get().acceptedIn(context.version())) {
        kinds.add(piece.text());
      } else {
        flaws.add(() -> flaw(piece.part(0, piece.text().length()), inverted, word, words, context));
      }
    }
    pieces.rest().ifPresent(r -> flaws.add(() -> ListFlaws.unended(Effect.LINE, r, context)));
    return flaws.isEmpty()
        ? Parsed.of(new Namespaces(Optional.empty(), inverted, kinds))
        : new Parsed<>(Optional.empty(), flaws.all());
  }

  private static ValueFlaw flaw(
      Text text, boolean inverted, Optional<Word> word, Words words, ValueContext context) {
    if (word.isPresent()) {
      return Choice.wrongVersion(Effect.LINE, word.get(), text, context);
    }
    if (text.text().startsWith("~")) {
      return ListFlaws.tilde(Effect.LINE, text, inverted, context);
    }
    if (Booleans.parse(text.text()).isPresent()) {
      return ValueFlaw.of(
              Effect.LINE, text.place(), "`%s` must stand alone in `%s=`", text, context.name())
          .help("write either a boolean or a list of namespaces");
    }
    var names =
        words.words().stream()
            .filter(w -> w.acceptedIn(context.version()))
            .map(Word::text)
            .toList();
    return new KnownWords("namespace", TABLE, names).inList(Effect.LINE, text, context);
  }
}
