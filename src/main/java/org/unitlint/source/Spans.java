package org.unitlint.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Parts of one source, which answer quickly whether something touches them. */
public final class Spans {
  private final TreeMap<Integer, Span> byStart = new TreeMap<>();

  /** The parts; those that meet become one. */
  public Spans(Collection<Span> spans) {
    spans.stream().sorted(Comparator.comparingInt(Span::start)).forEach(this::add);
  }

  private void add(Span span) {
    Map.Entry<Integer, Span> last = byStart.lastEntry();
    if (last != null && last.getValue().end() > span.start()) {
      byStart.put(last.getKey(), last.getValue().to(span));
    } else {
      byStart.put(span.start(), span);
    }
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return byStart.isEmpty();
  }

  /** The part that holds the whole span. */
  public Optional<Span> around(Span span) {
    var before = byStart.floorEntry(span.start());
    return Optional.ofNullable(before)
        .map(Map.Entry::getValue)
        .filter(s -> span.end() <= s.end() && (span.start() < s.end() || s.isEmpty()));
  }

  /** Whether a part and the span have a character in common, or a part holds the empty span. */
  public boolean meet(Span span) {
    if (span.isEmpty()) {
      return around(span).isPresent();
    }
    var before = byStart.lowerEntry(span.end());
    return before != null && before.getValue().end() > span.start();
  }
}
