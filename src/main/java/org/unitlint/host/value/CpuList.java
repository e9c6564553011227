package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.unitlint.catalog.NumberBounds;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;

/**
 * Numbers of processors or memory nodes. See systemd.exec(5), "CPUAffinity=".
 *
 * @param word that stands for a set which the machine knows; the set is empty then
 */
public record CpuList(BitSet set, Optional<String> word) implements Meaning {
  static final Grammar<CpuList> GRAMMAR = CpuList::parse;

  private static final int MOST = 8192;
  private static final long UNSIGNED = 0xFFFF_FFFFL;

  public CpuList {
    set = (BitSet) set.clone();
  }

  @Override
  public BitSet set() {
    return (BitSet) set.clone();
  }

  private static Parsed<CpuList> parse(Text written, ValueContext context) {
    var word =
        context.catalog().numberBounds(context.directive().name()).flatMap(NumberBounds::word);
    return context
        .expand(written)
        .map(
            t ->
                word.filter(t::is).isPresent()
                    ? Parsed.of(new CpuList(new BitSet(), word))
                    : read(t, context, word))
        .orElseGet(Parsed::unknown);
  }

  private static Parsed<CpuList> read(Text text, ValueContext context, Optional<String> special) {
    var set = new BitSet();
    var flaws = new ArrayList<ValueFlaw>();
    String separators = FirstWord.BLANKS + ",";
    int at = FirstWord.skip(text.text(), 0, separators);
    while (at < text.text().length()) {
      var next = FirstWord.of(text, at, separators);
      if (next.isEmpty()) {
        return Parsed.flawed(
            ValueFlaw.of(
                    Effect.LINE, text.from(at).place(), "a quote is open in `%s=`", context.name())
                .help("write numbers without quotes"));
      }
      var quoted = text.part(at, next.get().next()).strip();
      var word = next.get().word().isEmpty() ? quoted : next.get().word();
      at = next.get().next();
      var range = Range.read(word.text());
      if (range.isEmpty()) {
        return Parsed.flawed(flaw(word, context, special));
      }
      if (range.get().first > range.get().last) {
        flaws.add(backwards(word, range.get(), context));
      } else if (range.get().first < UNSIGNED && range.get().last >= MOST) {
        return Parsed.flawed(
            ValueFlaw.of(
                    Effect.LINE,
                    word.place(),
                    "`%s` is out of range in `%s=`",
                    word,
                    context.name())
                .help("numbers go from 0 to " + (MOST - 1)));
      } else if (range.get().first < MOST) {
        set.set((int) range.get().first, (int) range.get().last + 1);
      }
    }
    return new Parsed<>(Optional.of(new CpuList(set, Optional.empty())), flaws);
  }

  private record Range(long first, long last) {
    static Optional<Range> read(String word) {
      int dash = FirstWord.end(word, '-');
      var first =
          FirstWord.plain(word.substring(0, dash)).map(Range::number).orElse(OptionalLong.empty());
      var last = dash == word.length() ? first : number(word.substring(dash + 1));
      return first.isPresent() && last.isPresent()
          ? Optional.of(new Range(first.getAsLong(), last.getAsLong()))
          : Optional.empty();
    }

    private static OptionalLong number(String text) {
      return CNumber.unsigned(text, UNSIGNED);
    }
  }

  private static ValueFlaw backwards(Text word, Range range, ValueContext context) {
    String turned = range.last + "-" + range.first;
    return ValueFlaw.of(
            Effect.WORD,
            word.place(),
            "the range `%s` runs backwards in `%s=`",
            word,
            context.name())
        .help("write `" + turned + "`")
        .instead(turned, true);
  }

  private static ValueFlaw flaw(Text word, ValueContext context, Optional<String> special) {
    var flaw =
        ValueFlaw.of(
            Effect.LINE, word.place(), "`%s` is no number or range in `%s=`", word, context.name());
    String mended = word.text().replace("..", "-").replace(':', '-').replace(';', ',');
    var range = Range.read(mended);
    if (range.isPresent() && range.get().first <= range.get().last && !mended.equals(word.text())) {
      return flaw.help("write `" + mended + "`")
          .fix("write `" + mended + "`", true, new Edit(word.place(), mended));
    }
    return flaw.help(
        "write numbers and ranges such as `0-3`"
            + special.map(s -> ", or `" + s + "` alone").orElse(""));
  }

  @Override
  public String meaning() {
    if (word.isPresent()) {
      return word.get();
    }
    int count = set.cardinality();
    String listed =
        set.stream().limit(16).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    return count > 16 ? count + " of them: " + listed + " …" : listed;
  }
}
