package org.unitlint.host.value;

import java.util.ArrayList;
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
 * Several words of a few.
 *
 * @param flag a boolean in place of words
 */
public record Choices(Optional<Boolean> flag, SortedSet<String> words) {
  static final Grammar<Choices> GRAMMAR = Choices::parse;

  public Choices {
    words = Collections.unmodifiableSortedSet(new TreeSet<>(words));
  }

  /** All words of several lines; of booleans the last. */
  public static Choices merge(List<Choices> lines) {
    var words = new TreeSet<String>();
    Optional<Boolean> flag = Optional.empty();
    for (Choices line : lines) {
      flag = line.flag.or(() -> line.words.isEmpty() ? Optional.empty() : Optional.of(true));
      words.addAll(line.words);
    }
    return new Choices(flag, words);
  }

  /**
   * How systemd reads the lists of one enum.
   *
   * @param unknown what it does with a word that it does not know
   * @param unended what it does where the last word does not end
   */
  private record Manner(boolean quotes, Effect unknown, Effect unended) {
    static Manner of(String enumName, boolean booleans) {
      return switch (enumName) {
        case "SecureBits" -> new Manner(true, Effect.SILENT, Effect.SILENT);
        case "CGroupController" ->
            booleans
                ? new Manner(true, Effect.WORD, Effect.LINE)
                : new Manner(false, Effect.SILENT, Effect.LINE);
        default -> new Manner(true, Effect.WORD, Effect.REST);
      };
    }
  }

  private static Parsed<Choices> parse(Text text, ValueContext context) {
    String kind = context.directive().valueKind(context.version());
    boolean booleans = kind.startsWith("boolean-or-");
    var flag = booleans ? Booleans.parse(text.text()) : Optional.<Boolean>empty();
    if (flag.isPresent()) {
      return Parsed.of(new Choices(flag, new TreeSet<>()));
    }
    var known = context.catalog().words(context.argument());
    if (known.isEmpty()) {
      return Parsed.unknown();
    }
    var manner = Manner.of(context.argument(), booleans);
    var pieces = EscapedWords.of(text, manner.quotes());
    var words = new TreeSet<String>();
    var wrong = new ArrayList<EscapedWords.Piece>();
    for (var piece : pieces.words()) {
      var word = known.get().word(piece.text());
      boolean taken = word.isPresent() ? isTaken(word.get(), context) : known.get().open();
      if (taken) {
        words.add(piece.text());
      } else {
        wrong.add(piece);
      }
    }
    boolean lost = !booleans && manner.unknown() == Effect.SILENT && words.isEmpty();
    var effect =
        lost && context.argument().equals("CGroupController") ? Effect.LINE : manner.unknown();
    var flaws = new Flawed();
    for (var piece : wrong) {
      flaws.add(() -> flaw(effect, piece, known.get(), booleans, context));
    }
    pieces.rest().ifPresent(r -> flaws.add(() -> ListFlaws.unended(manner.unended(), r, context)));
    boolean taken = flaws.all().stream().noneMatch(f -> f.effect() == Effect.LINE);
    return new Parsed<>(
        taken ? Optional.of(new Choices(flag, words)) : Optional.empty(), flaws.all());
  }

  private static boolean isTaken(Word word, ValueContext context) {
    return word.acceptedIn(context.version());
  }

  private static ValueFlaw flaw(
      Effect effect,
      EscapedWords.Piece piece,
      Words words,
      boolean booleans,
      ValueContext context) {
    var text = piece.part(0, piece.text().length());
    var flaw = reason(effect, text, words, booleans, context);
    return effect == Effect.SILENT ? flaw.note("systemd skips the word") : flaw;
  }

  private static ValueFlaw reason(
      Effect effect, Text text, Words words, boolean booleans, ValueContext context) {
    var word = words.word(text.text());
    if (word.isPresent()) {
      return Choice.wrongVersion(effect, word.get(), text, context);
    }
    if (booleans && Booleans.parse(text.text()).isPresent()) {
      return ValueFlaw.of(
              effect, text.place(), "`%s` must stand alone in `%s=`", text, context.name())
          .help("write either a boolean or a list");
    }
    var names = words.words().stream().filter(w -> isTaken(w, context)).map(Word::text).toList();
    var flaw = new KnownWords("word", words.name(), names).inList(effect, text, context);
    return flaw.help().isPresent()
        ? flaw
        : flaw.help("`unitlint explain " + context.name() + "` lists the words");
  }
}
