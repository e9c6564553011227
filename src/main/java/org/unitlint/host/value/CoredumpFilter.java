package org.unitlint.host.value;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.Word;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * Which mappings a core dump holds. See systemd.exec(5), CoredumpFilter=, and core(5).
 *
 * @param bits a bit for each kind of mapping, as the kernel counts them
 */
public record CoredumpFilter(long bits) {
  static final Grammar<CoredumpFilter> GRAMMAR = CoredumpFilter::parse;

  /** By bit. */
  private static final List<String> KINDS =
      List.of(
          "private-anonymous",
          "shared-anonymous",
          "private-file-backed",
          "shared-file-backed",
          "elf-headers",
          "private-huge",
          "shared-huge",
          "private-dax",
          "shared-dax");

  /** Private and shared memory, headers of programs and private huge pages. */
  private static final long DEFAULT = 0x33;

  private static final int HEXADECIMAL = 16;

  /** All of several lines. */
  public static CoredumpFilter merge(List<CoredumpFilter> lines) {
    return new CoredumpFilter(
        lines.stream().mapToLong(CoredumpFilter::bits).reduce(0, (a, b) -> a | b));
  }

  private static Parsed<CoredumpFilter> parse(Text text, ValueContext context) {
    var pieces = EscapedWords.of(text, false);
    long bits = 0;
    var flaws = new Flawed();
    for (var piece : pieces.words()) {
      var mask = mask(piece.text());
      if (mask.isPresent()) {
        bits |= mask.get();
      } else {
        flaws.add(() -> flaw(piece.part(0, piece.text().length()), context));
      }
    }
    pieces.rest().ifPresent(r -> flaws.add(() -> ListFlaws.unended(Effect.LINE, r, context)));
    return flaws.isEmpty()
        ? Parsed.of(new CoredumpFilter(bits))
        : new Parsed<>(Optional.empty(), flaws.all());
  }

  private static Optional<Long> mask(String word) {
    int kind = KINDS.indexOf(word);
    if (kind >= 0) {
      return Optional.of(1L << kind);
    }
    return switch (word) {
      case "default" -> Optional.of(DEFAULT);
      case "all" -> Optional.of(-1L);
      default -> number(word);
    };
  }

  private static Optional<Long> number(String word) {
    int start = !word.isEmpty() && "+-".indexOf(word.charAt(0)) >= 0 ? 1 : 0;
    int digits = word.regionMatches(true, start, "0x", 0, 2) ? start + 2 : start;
    int first = digits;
    while (first < word.length() && word.charAt(first) == '0') {
      first++;
    }
    boolean hexadecimal =
        word.chars().skip(digits).allMatch(c -> c < 0x80 && Character.digit(c, HEXADECIMAL) >= 0);
    if (!hexadecimal || digits == word.length() || word.length() - first > HEXADECIMAL) {
      return Optional.empty();
    }
    long bits =
        first == word.length() ? 0 : new BigInteger(word.substring(first), HEXADECIMAL).longValue();
    return word.startsWith("-") && bits != 0 ? Optional.empty() : Optional.of(bits);
  }

  private static ValueFlaw flaw(Text word, ValueContext context) {
    var names =
        context.catalog().words(context.argument()).stream()
            .flatMap(w -> w.words().stream())
            .map(Word::text)
            .toList();
    return new KnownWords("kind of mapping", context.argument(), names)
        .inList(Effect.LINE, word, context);
  }
}
