package org.unitlint.cli.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.rule.Level;
import org.unitlint.rule.Rules;

/** What a layer makes of a rule; the exact word counts, and of equal ones the forbidding. */
class LayerTest {
  private static RuleInfo rule(String code) {
    return Rules.find(code).orElseThrow().info();
  }

  @ParameterizedTest
  @CsvSource({
    // select, extend-select, ignore, rule, below, level
    "-, -, -, U214, OWN, OWN",
    "-, -, -, U214, OFF, OFF",
    "U, -, -, U214, OWN, OWN",
    "U, -, -, U214, OFF, OWN",
    "U, -, -, D305, OWN, UNASKED",
    "U, D305, -, D305, OWN, OWN",
    "-, D305, -, D301, UNASKED, UNASKED",
    "-, -, U, U214, OWN, OFF",
    "-, -, U, D305, OWN, OWN",
    "-, U214, U, U214, OWN, OWN",
    "-, U2, U, U214, OWN, OWN",
    "-, U2, U21, U214, OWN, OFF",
    "-, oneshot-restart, U214, U214, OWN, OFF",
    "ALL, -, U, U214, OWN, OFF",
    "ALL, -, U, D305, UNASKED, OWN",
    "U, -, ALL, U214, OWN, OWN",
    "U, -, ALL, D305, OWN, OFF",
    "U, -, U2 U214, U214, OWN, OFF",
  })
  void layersAsk(
      String select, String extend, String ignore, String rule, Level below, Level level) {
    var layer = new Layer(words(select), words(extend), words(ignore), new LinkedHashMap<>());
    assertEquals(level, layer.asked(rule(rule), below));
  }

  private static Optional<Entry<List<Selector>>> words(String words) {
    return words.equals("-")
        ? Optional.empty()
        : Optional.of(
            new Entry<>(
                Arrays.stream(words.split(" ")).map(w -> Selector.of(w).orElseThrow()).toList(),
                1));
  }

  @Test
  void theExactSeverityCounts() {
    var severity = new LinkedHashMap<Selector, Entry<Level>>();
    severity.put(new Selector("oneshot-restart"), new Entry<>(Level.INFO, 1));
    severity.put(new Selector("U2"), new Entry<>(Level.OFF, 2));
    severity.put(new Selector("U"), new Entry<>(Level.HINT, 3));
    var layer = new Layer(Optional.empty(), Optional.empty(), Optional.empty(), severity);
    assertEquals(Level.INFO, layer.severity(rule("U214"), Level.OWN));
    assertEquals(Level.OFF, layer.severity(rule("U213"), Level.OWN));
    assertEquals(Level.HINT, layer.severity(rule("U104"), Level.ERROR));
    assertEquals(Level.ERROR, layer.severity(rule("D305"), Level.ERROR));
  }

  @Test
  void emptySelectionsSelectNothing() {
    var nothing = Optional.of(new Entry<>(List.<Selector>of(), 1));
    var layer = new Layer(nothing, Optional.empty(), Optional.empty(), new LinkedHashMap<>());
    assertEquals(Level.UNASKED, layer.asked(rule("U214"), Level.OWN));
  }
}
