package org.unitlint.host.xinetd;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.Catalog;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;

/** The values of {@code log_type}. */
final class LogValues {
  private static final long MIN_EXTRA = 5 << 10;
  private static final long MAX_EXTRA = 20 << 10;

  private final Catalog catalog = Catalog.standard();

  /** Gives the log to the draft; what is wrong with the values if they are refused. */
  Optional<Trouble> read(XinetdAttribute line, Draft draft) {
    if (line.values().isEmpty()) {
      return Values.none(line, draft);
    }
    if (draft.log.isPresent()) {
      var first = draft.written.get("log_type").get(0).place();
      return Optional.of(draft.trouble(TroubleKind.SECOND_LOG_TYPE, line.place(), first));
    }
    var type = line.values().get(0);
    if (AsciiCase.equal(type.text(), "FILE")) {
      return file(line, type, draft);
    }
    if (AsciiCase.equal(type.text(), "SYSLOG")) {
      return system(line, type, draft);
    }
    return unknown(line, type, "log_type", draft);
  }

  private static Optional<Trouble> unknown(
      XinetdAttribute line, Value word, String list, Draft draft) {
    return Optional.of(
        draft.trouble(
            TroubleKind.UNKNOWN_WORD, word.place(), line.name().text(), word.text(), list));
  }

  private static Optional<Trouble> words(XinetdAttribute line, Value type, Draft draft) {
    return Optional.of(draft.trouble(TroubleKind.LOG_WORDS, line.valuesPlace(), type.text()));
  }

  private static Optional<Trouble> file(XinetdAttribute line, Value type, Draft draft) {
    List<Value> words = line.values();
    if (words.size() < 2 || words.size() > 4) {
      return words(line, type, draft);
    }
    var limits = new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO};
    for (int i = 2; i < words.size(); i++) {
      var size = NumberValues.size(words.get(i).text());
      if (size.isEmpty()) {
        return Optional.of(
            draft.trouble(
                TroubleKind.BAD_NUMBER,
                words.get(i).place(),
                line.name().text(),
                words.get(i).text()));
      }
      limits[i - 2] = size.get();
    }
    if (words.size() == 4 && limits[1].compareTo(limits[0]) < 0) {
      return Optional.of(
          draft.trouble(
              TroubleKind.LIMITS_REVERSED,
              words.get(3).place(),
              words.get(2).place(),
              words.get(2).text(),
              words.get(3).text()));
    }
    long soft = limits[0].longValue();
    long extra = Math.max(MIN_EXTRA, Math.min(MAX_EXTRA, soft / 100));
    long hard = words.size() == 4 ? limits[1].longValue() : soft == 0 ? 0 : soft + extra;
    draft.log = Optional.of(new LogTarget(words.get(1).text(), "", "", soft, hard));
    return Optional.empty();
  }

  private Optional<Trouble> system(XinetdAttribute line, Value type, Draft draft) {
    List<Value> words = line.values();
    if (words.size() < 2 || words.size() > 3) {
      return words(line, type, draft);
    }
    var facility = known("facility", words.get(1));
    if (facility.isEmpty()) {
      return unknown(line, words.get(1), "facility", draft);
    }
    var level = words.size() < 3 ? Optional.of("info") : known("level", words.get(2));
    if (level.isEmpty()) {
      return unknown(line, words.get(2), "level", draft);
    }
    draft.log = Optional.of(new LogTarget("", facility.get(), level.get(), 0, 0));
    return Optional.empty();
  }

  private Optional<String> known(String list, Value word) {
    return catalog.xinetd().words(list).stream()
        .filter(w -> AsciiCase.equal(w, word.text()))
        .findFirst();
  }
}
