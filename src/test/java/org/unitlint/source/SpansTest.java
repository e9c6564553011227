package org.unitlint.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
  private static final Spans SPANS =
      new Spans(List.of(new Span(10, 20), new Span(2, 4), new Span(15, 25), new Span(30, 30)));

  @ParameterizedTest
  @CsvSource({
    "0, 2, false, false",
    "0, 3, true, false",
    "2, 4, true, true",
    "2, 2, true, true",
    "4, 4, false, false",
    "4, 10, false, false",
    "24, 40, true, false",
    "12, 25, true, true",
    "30, 30, true, true"
  })
  void meetWhatTouchesThem(int start, int end, boolean meets, boolean inside) {
    var span = new Span(start, end);
    assertEquals(meets, SPANS.meet(span));
    assertEquals(inside, SPANS.around(span).isPresent());
  }

  @Test
  void answerAsALookAtEachWould() {
    var random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      var all = new ArrayList<Span>();
      for (int n = random.nextInt(5); n > 0; n--) {
        int start = random.nextInt(20);
        all.add(new Span(start, start + 1 + random.nextInt(5)));
      }
      int start = random.nextInt(25);
      var asked = new Span(start, start + 1 + random.nextInt(4));
      boolean meets =
          all.stream().anyMatch(s -> s.start() < asked.end() && asked.start() < s.end());
      assertEquals(meets, new Spans(all).meet(asked));
    }
    assertEquals(Optional.empty(), new Spans(List.of()).around(new Span(0, 0)));
  }
}
