package org.unitlint.host.xinetd;

import java.math.BigInteger;
import java.util.Optional;
import org.unitlint.catalog.KnownAttribute;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;

/** Values that are numbers: what is too large for them is cut, and mostly nobody notices. */
final class NumberValues {
  private static final int MAX_MODE = 0777;

  /** Gives the values to the draft; what is wrong with them if they are refused. */
  Optional<Trouble> read(XinetdAttribute line, KnownAttribute attribute, Draft draft) {
    if (line.values().isEmpty()) {
      return Values.none(line, draft);
    }
    var word = line.values().get(0);
    return switch (attribute.kind()) {
      case COUNT -> count(line, word, attribute.id(), draft);
      case RATE -> rate(line, draft);
      case LOAD -> load(line, word, draft);
      case INTEGER -> integer(line, word, draft).trouble();
      case MODE -> mode(line, word, draft);
      case MEMORY -> memory(line, word, draft);
      case SECONDS -> seconds(line, word, draft);
      case MINUTES -> minutes(line, word, draft);
      case VERSIONS -> versions(line, word, draft);
      case TIMES -> Times.read(line, draft);
      default -> throw new IllegalStateException(attribute.name());
    };
  }

  /** A number, or why there is none. */
  record Read(int number, Optional<Trouble> trouble) {}

  /** An int, cut from a long. */
  Read integer(XinetdAttribute line, Value word, Draft draft) {
    return integer(line, word, word.text(), draft);
  }

  private Read integer(XinetdAttribute line, Value word, String text, Draft draft) {
    var number = CNumbers.signed(text);
    if (number.isEmpty()) {
      return new Read(0, bad(TroubleKind.BAD_NUMBER, line, word, draft));
    }
    int cut = (int) (long) number.get();
    if (cut != number.get()) {
      overflow(line, word, String.valueOf(cut), draft);
    }
    return new Read(cut, Optional.empty());
  }

  /** An unsigned int, cut from an unsigned long long. */
  long unsigned(XinetdAttribute line, Value word, BigInteger number, Draft draft) {
    long cut = number.longValue() & 0xFFFF_FFFFL;
    if (!number.equals(BigInteger.valueOf(cut)) || word.text().indexOf('-') >= 0 && cut != 0) {
      overflow(line, word, String.valueOf(cut), draft);
    }
    return cut;
  }

  private static Optional<Trouble> bad(
      TroubleKind kind, XinetdAttribute line, Value word, Draft draft) {
    return Optional.of(draft.trouble(kind, word.place(), line.name().text(), word.text()));
  }

  private static void overflow(XinetdAttribute line, Value word, String means, Draft draft) {
    draft.trouble(TroubleKind.OVERFLOW, word.place(), line.name().text(), word.text(), means);
  }

  private static boolean isUnlimited(Value word) {
    return AsciiCase.equal(word.text(), "UNLIMITED");
  }

  private Optional<Trouble> count(XinetdAttribute line, Value word, String id, Draft draft) {
    var read = isUnlimited(word) ? new Read(-1, Optional.empty()) : integer(line, word, draft);
    if (read.trouble().isPresent()) {
      return read.trouble();
    }
    if (!isUnlimited(word) && read.number() < 0) {
      return bad(TroubleKind.OUT_OF_RANGE, line, word, draft);
    }
    if (id.equals("instances")) {
      draft.instances = read.number();
    } else {
      draft.perSource = read.number();
    }
    return Optional.empty();
  }

  private Optional<Trouble> rate(XinetdAttribute line, Draft draft) {
    var numbers = new long[2];
    for (int i = 0; i < 2; i++) {
      var word = line.values().get(i);
      var number = CNumbers.unsigned(word.text());
      if (number.isEmpty()) {
        draft.rate = 0;
        draft.pause = 0;
        return bad(TroubleKind.BAD_NUMBER, line, word, draft);
      }
      numbers[i] = unsigned(line, word, number.get(), draft);
    }
    draft.rate = numbers[0];
    draft.pause = numbers[1];
    return Optional.empty();
  }

  private static Optional<Trouble> load(XinetdAttribute line, Value word, Draft draft) {
    var load = CNumbers.real(word.text());
    if (load.isEmpty()) {
      return bad(TroubleKind.BAD_NUMBER, line, word, draft);
    }
    draft.maxLoad = load.get();
    return load.get() == 0 ? bad(TroubleKind.OUT_OF_RANGE, line, word, draft) : Optional.empty();
  }

  private static Optional<Trouble> mode(XinetdAttribute line, Value word, Draft draft) {
    var mode = CNumbers.octal(word.text());
    if (mode.isEmpty()) {
      return bad(TroubleKind.BAD_NUMBER, line, word, draft);
    }
    int cut = (int) (long) mode.get();
    return cut < 0 || cut > MAX_MODE
        ? bad(TroubleKind.OUT_OF_RANGE, line, word, draft)
        : Optional.empty();
  }

  private static Optional<Trouble> memory(XinetdAttribute line, Value word, Draft draft) {
    if (isUnlimited(word)) {
      return Optional.empty();
    }
    var size = size(word.text());
    if (size.isEmpty()) {
      return bad(TroubleKind.BAD_NUMBER, line, word, draft);
    }
    negative(line, word, size.get(), draft);
    return Optional.empty();
  }

  private static Optional<Trouble> seconds(XinetdAttribute line, Value word, Draft draft) {
    var number = isUnlimited(word) ? Optional.of(BigInteger.ZERO) : CNumbers.unsigned(word.text());
    if (number.isEmpty()) {
      return bad(TroubleKind.BAD_NUMBER, line, word, draft);
    }
    negative(line, word, number.get(), draft);
    return Optional.empty();
  }

  private static void negative(XinetdAttribute line, Value word, BigInteger size, Draft draft) {
    if (word.text().indexOf('-') >= 0 && size.signum() != 0) {
      overflow(line, word, size.toString(), draft);
    }
  }

  /** A number of bytes with {@code K} or {@code M}; empty for anything else. */
  static Optional<BigInteger> size(String text) {
    int end = text.length();
    while (end > 1 && text.charAt(end - 1) >= '\t' && text.charAt(end - 1) <= '\r') {
      end--;
    }
    char unit = end == 0 ? ' ' : text.charAt(end - 1);
    int shift = unit == 'k' || unit == 'K' ? 10 : unit == 'm' || unit == 'M' ? 20 : 0;
    String digits = shift == 0 ? text : text.substring(0, end - 1);
    return (digits.isEmpty() ? Optional.<BigInteger>empty() : CNumbers.unsigned(digits))
        .map(n -> n.shiftLeft(shift))
        .filter(n -> n.bitLength() <= 64);
  }

  private Optional<Trouble> minutes(XinetdAttribute line, Value word, Draft draft) {
    boolean named =
        AsciiCase.equal(word.text(), "FOREVER") || AsciiCase.equal(word.text(), "NEVER");
    return named ? Optional.empty() : integer(line, word, draft).trouble();
  }

  private Optional<Trouble> versions(XinetdAttribute line, Value word, Draft draft) {
    int dash = word.text().indexOf('-');
    String low = dash < 0 ? word.text() : word.text().substring(0, dash);
    String high = dash < 0 ? low : word.text().substring(dash + 1);
    var first = low.isEmpty() ? Optional.<Long>empty() : CNumbers.signed(low);
    var last = high.isEmpty() ? Optional.<Long>empty() : CNumbers.signed(high);
    if (first.isEmpty() || last.isEmpty()) {
      return bad(TroubleKind.BAD_NUMBER, line, word, draft);
    }
    return (int) (long) first.get() > (int) (long) last.get()
        ? bad(TroubleKind.OUT_OF_RANGE, line, word, draft)
        : Optional.empty();
  }
}
