package org.unitlint.host.value;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.Unit;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * A set of capabilities, or one line of it. See systemd.exec(5), CapabilityBoundingSet=.
 *
 * @param inverted whether these are taken away, or all but these are meant
 * @param bits a bit for each capability, by its number
 */
public record Capabilities(boolean inverted, long bits) {
  /** Every capability there may be. */
  public static final long ALL = -1;

  /** An empty line. */
  public static final Capabilities NONE = new Capabilities(false, 0);

  static final Grammar<Capabilities> GRAMMAR = Capabilities::parse;

  private static final int HIGHEST = 63;

  /**
   * What several lines mean together. A line without capabilities, such as {@link #NONE}, replaces
   * all before it, as the first one does.
   *
   * @param initial what holds without any line: {@link #ALL} for CapabilityBoundingSet=, 0 for
   *     AmbientCapabilities=
   */
  public static long merge(List<Capabilities> lines, long initial) {
    long bits = initial;
    for (Capabilities line : lines) {
      if (line.bits == 0 || bits == initial) {
        bits = line.inverted ? ~line.bits : line.bits;
      } else {
        bits = line.inverted ? bits & ~line.bits : bits | line.bits;
      }
    }
    return bits;
  }

  /** A unit's lines of a directive, the empty ones too, as {@link #merge} wants them. */
  public static List<Capabilities> lines(
      Unit unit, String section, String directive, Values values) {
    return unit.settings().all().stream()
        .filter(s -> s.section().equals(section) && s.name().equals(directive))
        .flatMap(
            s ->
                s.value().isEmpty()
                    ? Stream.of(NONE)
                    : values.read(s, unit.name()).value().stream()
                        .filter(Capabilities.class::isInstance)
                        .map(Capabilities.class::cast))
        .toList();
  }

  /** Whether the set of bits holds the capability of that name. */
  public static boolean has(long bits, String name, Catalog catalog) {
    var number = catalog.capabilities().number(name);
    return number.isPresent() && (bits >>> number.getAsInt() & 1) != 0;
  }

  /** The number of a capability that is written by name in any case, or by number. */
  static OptionalInt number(String text, Catalog catalog) {
    return Integers.parse(text).isPresent()
        ? Integers.parse(text, 0, HIGHEST)
        : catalog.capabilities().numberInAnyCase(text);
  }

  private static Parsed<Capabilities> parse(Text text, ValueContext context) {
    boolean inverted = text.text().startsWith("~");
    var pieces = EscapedWords.of(text.from(inverted ? 1 : 0), true);
    long bits = 0;
    var flaws = new Flawed();
    for (var piece : pieces.words()) {
      var number = number(piece.text(), context.catalog());
      if (number.isPresent()) {
        bits |= 1L << number.getAsInt();
      } else {
        flaws.add(() -> flaw(piece.part(0, piece.text().length()), inverted, context));
      }
    }
    if (pieces.rest().isPresent()) {
      var rest = pieces.rest().get();
      flaws.add(() -> ListFlaws.unended(Effect.SILENT, rest, context));
    }
    return new Parsed<>(Optional.of(new Capabilities(inverted, bits)), flaws.all());
  }

  private static ValueFlaw flaw(Text word, boolean inverted, ValueContext context) {
    if (word.text().startsWith("~")) {
      return ListFlaws.tilde(Effect.SILENT, word, inverted, context);
    }
    var known = known(context.catalog());
    return ListFlaws.commas(
            Effect.SILENT,
            word,
            w -> known.meant(w, context).or(() -> known.meant("CAP_" + w, context)),
            context)
        .orElseGet(() -> single(word, known, context))
        .note("systemd skips the word");
  }

  private static ValueFlaw single(Text word, KnownWords known, ValueContext context) {
    var full = known.meant("CAP_" + word, context);
    if (full.isPresent()) {
      return unknown(word, context)
          .help("names of capabilities start with `CAP_`")
          .instead(full.get(), true);
    }
    if (word.text().equalsIgnoreCase("all")) {
      return unknown(word, context).help("`~` alone stands for all capabilities");
    }
    return known.alone(Effect.SILENT, word, context);
  }

  private static ValueFlaw unknown(Text word, ValueContext context) {
    return ValueFlaw.of(
        Effect.SILENT, word.place(), "unknown capability `%s` in `%s=`", word, context.name());
  }

  /** The names, to find what was meant by another one. */
  static KnownWords known(Catalog catalog) {
    return new KnownWords("capability", "Capability", catalog.capabilities().all().keySet());
  }
}
