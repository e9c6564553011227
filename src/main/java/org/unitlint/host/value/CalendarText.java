package org.unitlint.host.value;

/** Reads calendar events of settings. */
final class CalendarText {
  static final Grammar<CalendarEvent> GRAMMAR = CalendarText::parse;

  private CalendarText() {}

  private static Parsed<CalendarEvent> parse(Text written, ValueContext context) {
    return context
        .expand(written)
        .map(
            t ->
                CalendarEvent.parse(t.text())
                    .map(Parsed::of)
                    .orElseGet(() -> Parsed.flawed(CalendarFlaws.flaw(t, context))))
        .orElseGet(Parsed::unknown);
  }
}
