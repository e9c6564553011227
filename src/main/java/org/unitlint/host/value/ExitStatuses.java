package org.unitlint.host.value;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * Ways for a process to end. See systemd.service(5), SuccessExitStatus=.
 *
 * @param codes exit codes from 0 to 255
 * @param signals numbers of the signals that killed it
 */
public record ExitStatuses(SortedSet<Integer> codes, SortedSet<Integer> signals) {
  static final Grammar<ExitStatuses> GRAMMAR = ExitStatuses::parse;

  private static final int HIGHEST = 255;
  private static final int LONGEST_RANGE = 16;

  public ExitStatuses {
    codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    signals = Collections.unmodifiableSortedSet(new TreeSet<>(signals));
  }

  /** All of several lines. */
  public static ExitStatuses merge(List<ExitStatuses> lines) {
    var codes = new TreeSet<Integer>();
    var signals = new TreeSet<Integer>();
    for (ExitStatuses line : lines) {
      codes.addAll(line.codes());
      signals.addAll(line.signals());
    }
    return new ExitStatuses(codes, signals);
  }

  private static Parsed<ExitStatuses> parse(Text text, ValueContext context) {
    var pieces = EscapedWords.of(text, false);
    var codes = new TreeSet<Integer>();
    var signals = new TreeSet<Integer>();
    var flaws = new Flawed();
    for (var piece : pieces.words()) {
      var code = code(piece.text(), context.catalog());
      var signal =
          code.isPresent() ? Optional.<Signal>empty() : Signal.of(piece.text(), context.catalog());
      if (code.isPresent()) {
        codes.add(code.getAsInt());
      } else if (signal.isPresent() && Integers.parse(piece.text()).isEmpty()) {
        signals.add(signal.get().number());
      } else {
        flaws.add(() -> flaw(piece.part(0, piece.text().length()), context));
      }
    }
    pieces.rest().ifPresent(rest -> flaws.add(() -> ListFlaws.unended(rest, context)));
    return new Parsed<>(Optional.of(new ExitStatuses(codes, signals)), flaws.all());
  }

  private static OptionalInt code(String word, Catalog catalog) {
    var named = catalog.exitStatuses().number(word);
    return named.isPresent() ? named : Integers.parse(word, 0, HIGHEST);
  }

  private static ValueFlaw flaw(Text word, ValueContext context) {
    if (Integers.parse(word.text()).isPresent()) {
      return ValueFlaw.of(
              Effect.WORD,
              word.place(),
              "exit code `%s` in `%s=` is not between 0 and 255",
              word.text(),
              context.name())
          .help("write a number in that range, or the name of a signal");
    }
    var range = range(word.text());
    if (range.isPresent()) {
      return range(word, range.get(), context);
    }
    var known = names(word.text(), context.catalog());
    return ListFlaws.commas(
            Effect.WORD,
            word,
            w ->
                Integers.parse(w, 0, HIGHEST).isPresent()
                    ? Optional.of(w)
                    : known.meant(w, context),
            context)
        .orElseGet(() -> known.alone(Effect.WORD, word, context));
  }

  private static KnownWords names(String word, Catalog catalog) {
    var names = new TreeSet<>(catalog.exitStatuses().all().keySet());
    boolean full = word.regionMatches(true, 0, "SIG", 0, 3);
    catalog.signals().all().keySet().forEach(n -> names.add(full ? "SIG" + n : n));
    return new KnownWords("exit status or signal", "Signal", names);
  }

  private static ValueFlaw range(Text word, List<String> codes, ValueContext context) {
    var flaw =
        ValueFlaw.of(
                Effect.WORD,
                word.place(),
                "`%s=` takes no ranges of exit codes, such as `%s`",
                context.name(),
                word.text())
            .help("name each code");
    return codes.size() <= LONGEST_RANGE ? flaw.instead(String.join(" ", codes), true) : flaw;
  }

  /** The exit codes from one to another one, as in {@code 2-5} or {@code 2..5}. */
  private static Optional<List<String>> range(String word) {
    int end = 0;
    while (end < word.length() && Character.isDigit(word.charAt(end))) {
      end++;
    }
    int start = end;
    while (start < word.length() && "-.".indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    var first = Integers.parse(word.substring(0, end), 0, HIGHEST);
    var last = Integers.parse(word.substring(start), 0, HIGHEST);
    return first.isEmpty() || last.isEmpty() || start == end || first.getAsInt() >= last.getAsInt()
        ? Optional.empty()
        : Optional.of(
            IntStream.rangeClosed(first.getAsInt(), last.getAsInt())
                .mapToObj(String::valueOf)
                .toList());
  }
}
