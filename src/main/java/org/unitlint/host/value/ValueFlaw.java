package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unitlint.diagnostic.Fix;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;

/**
 * Something wrong with a value.
 *
 * @param effect what systemd does about it
 */
public record ValueFlaw(
    Place place,
    String message,
    Effect effect,
    List<String> notes,
    Optional<String> help,
    Optional<Fix> fix) {
  private static final int LONGEST_ARGUMENT = 120;

  /** What systemd does about a flaw. */
  public enum Effect {
    /** It ignores the setting, or refuses the unit for it, as its directive is. */
    LINE,
    /** It ignores the setting, though it refuses units for other values of the directive. */
    IGNORED,
    /** It refuses the unit, though it ignores other values of the directive. */
    REFUSED,
    /** It skips the word and takes the rest of the list. */
    WORD,
    /** It takes what stands before, and leaves off there. */
    REST,
    /** It takes the value, and warns. */
    WARNS,
    /** It takes the value and says nothing; yet it does nothing, or not what it seems to. */
    SILENT,
    /** It takes the value, and fails to read it when the unit starts. */
    LATE,
    /** As with LINE, but another finding tells it. */
    TOLD;

    /** Whether nothing of the value is left. */
    public boolean refuses() {
      return this == LINE || this == IGNORED || this == REFUSED || this == TOLD;
    }
  }

  public ValueFlaw {
    notes = List.copyOf(notes);
  }

  /** A flaw; the message is a format for {@code arguments}, of which long ones are cut. */
  public static ValueFlaw of(Effect effect, Place place, String message, Object... arguments) {
    var shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shown[i] = cut(arguments[i]);
    }
    String text = arguments.length == 0 ? message : String.format(Locale.ROOT, message, shown);
    return new ValueFlaw(place, text, effect, List.of(), Optional.empty(), Optional.empty());
  }

  private static Object cut(Object argument) {
    String text = argument.toString();
    return text.length() > LONGEST_ARGUMENT && !(argument instanceof Number)
        ? text.substring(0, LONGEST_ARGUMENT - 1) + "…"
        : argument;
  }

  /** The same, but systemd does that about it. */
  ValueFlaw as(Effect other) {
    return new ValueFlaw(place, message, other, notes, help, fix);
  }

  /** The same with one more fact. */
  public ValueFlaw note(String text) {
    var more = new ArrayList<>(notes);
    more.add(text);
    return new ValueFlaw(place, message, effect, more, help, fix);
  }

  /** The same with advice. */
  public ValueFlaw help(String text) {
    return new ValueFlaw(place, message, effect, notes, Optional.of(text), fix);
  }

  /** The same, to be mended by another text at its place; safe where the intent is certain. */
  public ValueFlaw instead(String text, boolean safe) {
    return fix("write `" + text + "`", safe, new Edit(place, text));
  }

  /** The same with a way to mend it. */
  public ValueFlaw fix(String text, boolean safe, Edit... edits) {
    var mend = new Fix(text, safe, List.of(edits));
    return new ValueFlaw(place, message, effect, notes, help, Optional.of(mend));
  }
}
