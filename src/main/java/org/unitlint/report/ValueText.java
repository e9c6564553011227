package org.unitlint.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unitlint.catalog.OnInvalid;
import org.unitlint.host.Setting;
import org.unitlint.host.value.CalendarEvent;
import org.unitlint.host.value.Meaning;
import org.unitlint.host.value.Parsed;
import org.unitlint.host.value.ValueFlaw;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * What systemd makes of a value.
 *
 * @param sections where the directive is read so
 * @param parsed what was read
 * @param now from when on the next times of a calendar event are told
 */
public record ValueText(Setting setting, List<String> sections, Parsed<?> parsed, Instant now)
    implements Explanation {
  private static final int TIMES = 3;
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);

  @Override
  public void tell(Prose prose) {
    String written = setting.assignment().name() + "=" + setting.text();
    prose.line(written + " in " + DirectiveText.sections(sections, "and"));
    prose.gap().paragraph(2, verdict());
    if (!parsed.flaws().isEmpty() || parsed.value().isPresent()) {
      prose.gap();
    }
    parsed.flaws().forEach(f -> flaw(f, prose));
    parsed.value().ifPresent(v -> value(v, prose));
  }

  private String verdict() {
    if (setting.directive().onInvalid() == OnInvalid.NONE) {
      return "systemd reads the directive and does nothing with its value.";
    }
    boolean warns = parsed.flaws().stream().anyMatch(f -> f.effect() != Effect.SILENT);
    if (parsed.isTaken()) {
      boolean known = parsed.value().isPresent() || !parsed.flaws().isEmpty();
      return known
          ? warns ? "systemd takes it in part, and warns." : "systemd takes it."
          : setting.text().indexOf('%') >= 0
              ? "Whether systemd takes it depends on what the specifiers stand for."
              : "Nothing is known to be wrong with it.";
    }
    return setting.directive().onInvalid() == OnInvalid.UNIT_REJECTED
        ? "systemd refuses the unit for it."
        : "systemd warns and ignores it.";
  }

  private static void flaw(ValueFlaw flaw, Prose prose) {
    prose.entry(flaw.effect() == Effect.SILENT ? "but" : "wrong", flaw.message());
    flaw.notes().forEach(n -> prose.entry("note", n));
    flaw.help().ifPresent(h -> prose.entry("help", h));
  }

  private void value(Object value, Prose prose) {
    if (value instanceof Meaning meaning) {
      prose.entry("means", Prose.glued(meaning.meaning()));
    } else {
      told(value).filter(t -> !t.equals(setting.text())).ifPresent(t -> prose.entry("means", t));
    }
    if (value instanceof CalendarEvent event) {
      times(event, prose);
    }
  }

  /** A plain number or truth. */
  private static Optional<String> told(Object value) {
    if (value instanceof Boolean truth) {
      return Optional.of(truth ? "yes" : "no");
    }
    return value instanceof Number ? Optional.of(value.toString()) : Optional.empty();
  }

  private void times(CalendarEvent event, Prose prose) {
    var zone = event.zone().map(ValueText::zone).orElse(ZoneOffset.UTC);
    var times = new ArrayList<Instant>();
    var next = event.next(now, ZoneOffset.UTC);
    while (next.isPresent() && times.size() < TIMES) {
      times.add(next.get());
      next = event.next(next.get(), ZoneOffset.UTC);
    }
    if (times.isEmpty()) {
      prose.entry("next", "never");
      return;
    }
    for (int i = 0; i < times.size(); i++) {
      prose.entry(i == 0 ? "next" : "", Prose.glued(shown(times.get(i), zone)));
    }
    if (event.zone().isEmpty()) {
      prose.entry("zone", "UTC here; each machine goes by its own");
    }
  }

  private static ZoneId zone(String name) {
    return CalendarEvent.zone(name).orElse(ZoneOffset.UTC);
  }

  private static String shown(Instant time, ZoneId zone) {
    ZonedDateTime there = time.atZone(zone);
    int micros = there.getNano() / 1000;
    String offset = there.getOffset().getId();
    return SHOWN.format(there)
        + (micros > 0 ? String.format(Locale.ROOT, ".%06d", micros) : "")
        + (offset.equals("Z") ? " UTC" : " " + offset);
  }
}
