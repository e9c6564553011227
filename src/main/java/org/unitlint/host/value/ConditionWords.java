package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.Nearest;
import org.unitlint.catalog.Word;
import org.unitlint.catalog.Words;
import org.unitlint.host.Booleans;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * Conditions that name something from a set. What systemd does not know is just not so; it says
 * nothing about it.
 */
final class ConditionWords {
  private static final String SMBIOS = "smbios-field(";
  private static final Set<WordCutter.Way> PLAIN = Set.of();
  private static final List<String> HIERARCHIES = List.of("v1", "v2");

  private final Text text;
  private final ValueContext context;
  private final Words words;
  private final String noun;

  private ConditionWords(Text text, ValueContext context, String enumName, String noun) {
    this.text = text;
    this.context = context;
    this.words = context.catalog().words(enumName).orElseThrow();
    this.noun = noun;
  }

  /** The flaw of one word. */
  static Optional<ValueFlaw> flaw(Text text, String kind, ValueContext context) {
    return switch (kind) {
      case "architecture" -> of(text, context, "ConditionArchitecture", "architecture");
      case "virtualization" -> of(text, context, "ConditionVirtualization", "virtualization");
      case "security" -> of(text, context, "ConditionSecurity", "security technology");
      case "cpu-feature" -> feature(text, context);
      default -> firmware(text, context);
    };
  }

  private static Optional<ValueFlaw> of(
      Text text, ValueContext context, String enumName, String noun) {
    return new ConditionWords(text, context, enumName, noun).flaw();
  }

  private static Optional<ValueFlaw> feature(Text text, ValueContext context) {
    var flaw = of(text, context, "CPUFeature", "feature of a processor");
    boolean known =
        context.catalog().words("CPUFeature").orElseThrow().words().stream()
            .anyMatch(w -> w.text().equalsIgnoreCase(text.text()));
    return known ? Optional.empty() : flaw.filter(f -> f.fix().isPresent());
  }

  private static Optional<ValueFlaw> firmware(Text text, ValueContext context) {
    if (text.text().startsWith(SMBIOS)) {
      int end = text.text().length() - 1;
      return text.text().endsWith(")")
          ? Comparisons.smbios(text.part(SMBIOS.length(), end), context)
          : Optional.of(
              ValueFlaw.of(
                      Effect.LATE,
                      text.place(),
                      "`%s` does not end in a parenthesis in `%s=`",
                      text,
                      context.name())
                  .help("write a `)` at its end"));
    }
    return of(text, context, "ConditionFirmware", "kind of firmware");
  }

  /** The flaw of the first unknown one among controllers; a condition leaves them out. */
  static Optional<ValueFlaw> controllers(Text text, ValueContext context) {
    if (HIERARCHIES.contains(text.text())) {
      return Optional.empty();
    }
    var list = new WordCutter(text);
    for (var word = list.next(WordCutter.BLANKS, PLAIN);
        word.isPresent();
        word = list.next(WordCutter.BLANKS, PLAIN)) {
      var flaw = of(word.get().text(), context, "CGroupController", "controller");
      if (flaw.isPresent()) {
        return flaw;
      }
    }
    return Optional.empty();
  }

  private Optional<ValueFlaw> flaw() {
    if (isKnown(text.text())) {
      return Optional.empty();
    }
    var later = words.word(text.text()).filter(w -> !w.since().knownIn(context.version()));
    if (later.isPresent()) {
      return Optional.of(tooNew(later.get()));
    }
    var parts = parts();
    if (parts.size() > 1 && parts.stream().allMatch(this::isKnown)) {
      return Optional.of(several(parts));
    }
    var flaw =
        ValueFlaw.of(
            Effect.SILENT, text.place(), "unknown %s `%s` in `%s=`", noun, text, context.name());
    return Optional.of(meant(flaw));
  }

  private boolean isKnown(String word) {
    return words.word(word).filter(w -> w.acceptedIn(context.version())).isPresent()
        || words.booleans() && Booleans.parse(word).isPresent();
  }

  private ValueFlaw tooNew(Word word) {
    return ValueFlaw.of(
            Effect.SILENT,
            text.place(),
            "`%s` in `%s=` needs systemd %s",
            text,
            context.name(),
            word.since().earliest())
        .help("leave it away, or ask for a newer systemd");
  }

  /** The values that were meant by one with commas or blanks. */
  private List<String> parts() {
    var parts = new ArrayList<String>();
    for (String part : text.text().split("[,\\s]+")) {
      parts.add(part);
    }
    return parts;
  }

  private ValueFlaw several(List<String> parts) {
    return ValueFlaw.of(
            Effect.SILENT, text.place(), "`%s=` takes one %s, not `%s`", context.name(), noun, text)
        .help(
            "write a line for each; with a `|` first, as in `%s=|%s`, one of them is enough"
                .formatted(context.name(), parts.get(0)));
  }

  private ValueFlaw meant(ValueFlaw flaw) {
    String bare = text.text().replaceAll("^[\"']|[\"']$", "");
    if (isKnown(bare)) {
      return flaw.help("drop the quotes").instead(bare, true);
    }
    var synonym = context.catalog().synonym(words.name(), bare).filter(this::isKnown);
    if (synonym.isPresent()) {
      return flaw.help("systemd calls it `" + synonym.get() + "`").instead(synonym.get(), true);
    }
    var names = words.words().stream().map(Word::text).filter(this::isKnown).toList();
    var near = Nearest.of(bare, names).filter(n -> n.indexOf('(') < 0);
    return near.isPresent()
        ? flaw.help("did you mean `" + near.get() + "`?").instead(near.get(), false)
        : flaw.help("write a word that systemd.unit(5) lists for it");
  }
}
