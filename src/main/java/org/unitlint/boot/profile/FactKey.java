package org.unitlint.boot.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Nearest;
import org.unitlint.catalog.Word;
import org.unitlint.host.Booleans;

/**
 * What a fact can be about.
 *
 * @param name as users write it; with a colon at its end, something follows there
 * @param words the words that its value may hold, or a {@code @} and where they are listed; empty
 *     for any
 * @param defaults what is assumed on hardware, in a virtual machine, in systemd-nspawn and in other
 *     containers
 * @param meaning in a few words
 */
public record FactKey(String name, Kind kind, String words, List<String> defaults, String meaning) {
  private static final String NONE = "none";
  private static final int FEW = 6;

  /** What values look like. */
  public enum Kind {
    BOOLEAN,
    NUMBER,
    SIZE,
    PERCENT,
    TEXT,
    WORD,
    /** Words with commas between them, {@code none} for no word. */
    LIST,
    /** What is at a path. */
    STATES
  }

  public FactKey {
    defaults = List.copyOf(defaults);
  }

  static FactKey read(List<String> row) {
    return new FactKey(
        row.get(0), Kind.valueOf(row.get(1)), row.get(2), row.subList(3, 7), row.get(7));
  }

  /** Whether something follows the name, such as a path. */
  public boolean isFamily() {
    return name.endsWith(":");
  }

  /** The words that a value may hold; none where any may. */
  public List<String> allowed() {
    return switch (words) {
      case "@virtualizations" -> List.copyOf(Surroundings.words());
      case "@capabilities" -> {
        var all = new ArrayList<>(Catalog.standard().capabilities().all().keySet());
        all.add("all");
        yield all;
      }
      default ->
          words.startsWith("@")
              ? Catalog.standard().words(words.substring(1)).orElseThrow().words().stream()
                  .map(Word::text)
                  .toList()
              : kind == Kind.STATES ? PathState.words() : PathState.split(words);
    };
  }

  /** Why it cannot have that value, in a sentence; empty where it can. */
  Optional<String> refusal(String value) {
    return switch (kind) {
      case BOOLEAN ->
          unless(Booleans.parse(value).isPresent(), value, "is neither true nor false", "");
      case NUMBER -> unless(Amounts.number(value).isPresent(), value, "is no number", "");
      case SIZE -> unless(Amounts.size(value).isPresent(), value, "is no size", ", such as `4G`");
      case PERCENT ->
          unless(Amounts.percent(value).isPresent(), value, "is no percentage", ", such as `5%`");
      case TEXT -> Optional.empty();
      case WORD -> unknown(List.of(value));
      case LIST -> unknown(value.equals(NONE) ? List.of() : PathState.split(value));
      case STATES -> {
        var unknown = unknown(PathState.split(value));
        yield unknown.isPresent()
            ? unknown
            : unless(PathState.parse(value).isPresent(), value, "contradicts itself", "");
      }
    };
  }

  private Optional<String> unless(boolean right, String value, String wrong, String such) {
    return right
        ? Optional.empty()
        : Optional.of("`%s` %s in `%s`%s".formatted(value, wrong, name, such));
  }

  private Optional<String> unknown(List<String> written) {
    var known = allowed();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return written.stream()
        .filter(w -> known.stream().noneMatch(w::equalsIgnoreCase))
        .findFirst()
        .map(w -> "`%s` is no value of `%s`%s".formatted(w, name, instead(w, known)));
  }

  private String instead(String word, Collection<String> known) {
    var synonym =
        words.startsWith("@")
            ? Catalog.standard().synonym(words.substring(1), word).filter(known::contains)
            : Optional.<String>empty();
    var near =
        synonym
            .or(() -> Nearest.of(word, known))
            .or(() -> known.stream().filter(k -> k.endsWith("-" + word)).findFirst());
    return near.isPresent()
        ? "; did you mean `" + near.get() + "`?"
        : known.size() <= FEW ? "; it takes `" + String.join("`, `", known) + "`" : "";
  }

  /** The value as it is kept, which is taken. */
  String normal(String value) {
    return switch (kind) {
      case BOOLEAN -> Booleans.parse(value).orElse(false) ? "yes" : "no";
      case WORD, LIST -> listed(value);
      case STATES -> PathState.parse(value).map(PathState::toString).orElse(value);
      default -> value;
    };
  }

  private String listed(String value) {
    var known = allowed();
    var all = new ArrayList<String>();
    for (String word : PathState.split(value)) {
      all.add(known.stream().filter(word::equalsIgnoreCase).findFirst().orElse(word));
    }
    return all.isEmpty() ? NONE : String.join(",", all);
  }

  /** The words of a list as it is kept. */
  static List<String> list(String value) {
    return value.equals(NONE) ? List.of() : PathState.split(value);
  }
}
