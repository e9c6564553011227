package org.unitlint.host.value;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.unitlint.catalog.Numbered;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * Families of addresses that a process may use, or one line of them. See systemd.exec(5),
 * RestrictAddressFamilies=.
 *
 * @param allow whether these are allowed; else they are refused
 * @param families by name; of several names for one, such as {@code AF_UNIX}, the usual one
 * @param none whether it is the word for no family at all, after which lists start anew
 */
public record AddressFamilies(boolean allow, SortedSet<String> families, boolean none) {
  static final Grammar<AddressFamilies> GRAMMAR = AddressFamilies::parse;

  private static final int NONE_SINCE = 249;

  public AddressFamilies {
    families = Collections.unmodifiableSortedSet(new TreeSet<>(families));
  }

  /**
   * What several lines mean together: the first decides which kind of list it is, later ones add to
   * it or take from it. Empty where there is no line.
   */
  public static Optional<AddressFamilies> merge(List<AddressFamilies> lines) {
    Optional<AddressFamilies> all = Optional.empty();
    for (AddressFamilies line : lines) {
      boolean first = line.none || all.isEmpty() || all.get().none;
      all = Optional.of(first ? line : all.get().with(line));
    }
    return all;
  }

  private AddressFamilies with(AddressFamilies line) {
    var joined = new TreeSet<>(families);
    if (line.allow == allow) {
      joined.addAll(line.families);
    } else {
      joined.removeAll(line.families);
    }
    return new AddressFamilies(allow, joined, false);
  }

  /** Whether a process may use the family of that name. */
  public boolean allows(String family) {
    return families.contains(family) == allow;
  }

  private static Parsed<AddressFamilies> parse(Text text, ValueContext context) {
    if (text.is("none") && context.version() >= NONE_SINCE) {
      return Parsed.of(new AddressFamilies(true, new TreeSet<>(), true));
    }
    boolean inverted = text.text().startsWith("~");
    var pieces = EscapedWords.of(text.from(inverted ? 1 : 0), true);
    var known = context.catalog().addressFamilies();
    var families = new TreeSet<String>();
    var flaws = new Flawed();
    for (var piece : pieces.words()) {
      var number = known.numberInAnyCase(piece.text());
      if (number.isPresent()) {
        known.name(number.getAsInt()).ifPresent(families::add);
      } else {
        flaws.add(() -> flaw(piece.part(0, piece.text().length()), inverted, context));
      }
    }
    pieces.rest().ifPresent(rest -> flaws.add(() -> ListFlaws.unended(rest, context)));
    return new Parsed<>(Optional.of(new AddressFamilies(!inverted, families, false)), flaws.all());
  }

  private static ValueFlaw flaw(Text word, boolean inverted, ValueContext context) {
    if (word.text().startsWith("~")) {
      return ListFlaws.tilde(word, inverted, context);
    }
    Numbered numbered = context.catalog().addressFamilies();
    var known = new KnownWords("address family", "AddressFamily", numbered.all().keySet());
    return ListFlaws.commas(
            Effect.WORD,
            word,
            w -> known.meant(w, context).or(() -> known.meant("AF_" + w, context)),
            context)
        .orElseGet(() -> single(word, known, context));
  }

  private static ValueFlaw single(Text word, KnownWords known, ValueContext context) {
    var full = known.meant("AF_" + word, context);
    if (full.isPresent()) {
      return unknown(word, context)
          .help("names of address families start with `AF_`")
          .instead(full.get(), true);
    }
    if (word.is("none")) {
      return context.version() >= NONE_SINCE
          ? ValueFlaw.of(
                  Effect.WORD, word.place(), "`none` must stand alone in `%s=`", context.name())
              .help("write `" + context.name() + "=none`, or leave it out")
          : ValueFlaw.of(
                  Effect.WORD,
                  word.place(),
                  "`none` in `%s=` needs systemd %d or newer",
                  context.name(),
                  NONE_SINCE)
              .help("name the families, or check against the version that the unit is for");
    }
    var synonym = context.catalog().synonym("AddressFamily", word.text());
    return synonym.isPresent()
        ? unknown(word, context).help("write `" + synonym.get() + "`").instead(synonym.get(), true)
        : known.alone(Effect.WORD, word, context);
  }

  private static ValueFlaw unknown(Text word, ValueContext context) {
    return ValueFlaw.of(
        Effect.WORD, word.place(), "unknown address family `%s` in `%s=`", word, context.name());
  }
}
