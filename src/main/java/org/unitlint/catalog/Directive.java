package org.unitlint.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What systemd knows about a directive in the sections that treat it alike.
 *
 * <p>The kind of a value is a word such as {@code boolean}, or one with an argument behind a colon:
 * {@code enum:KillMode}, {@code integer:0..7}. Without a use of specifiers a {@code %} is literal.
 * A directive without a manual page is not documented.
 */
public record Directive(
    List<String> sections,
    String name,
    String valueKind,
    Optional<KindChange> valueKindChange,
    ListSemantics listSemantics,
    Since since,
    Status status,
    OptionalInt deprecatedIn,
    OptionalInt removedIn,
    Optional<Replacement> replacement,
    Optional<SpecifierUse> specifiers,
    OnInvalid onInvalid,
    Context context,
    Optional<ManualPage> manual) {
  public Directive {
    sections = List.copyOf(sections);
    if (sections.isEmpty()) {
      throw new IllegalArgumentException(name);
    }
  }

  /** What that version makes of it; versions before 201 are judged like 201. */
  public Standing standing(int version) {
    int judged = Math.max(version, Since.OLDEST);
    if (!since.knownIn(judged)) {
      return Standing.TOO_NEW;
    }
    if (removedIn.isPresent() && judged >= removedIn.getAsInt()) {
      return Standing.REMOVED;
    }
    if (deprecatedIn.isPresent() && judged < deprecatedIn.getAsInt()) {
      return Standing.CURRENT;
    }
    return status.standing();
  }

  /** The kind of value that this version takes. */
  public String valueKind(int version) {
    return valueKindChange.isPresent() && version >= valueKindChange.get().version()
        ? valueKindChange.get().kind()
        : valueKind;
  }

  /** Reads one row of directives.tsv. */
  static Directive read(Table table) {
    return new Directive(
        table.list(),
        table.cell(),
        table.cell(),
        KindChange.read(table),
        table.oneOf(ListSemantics.class),
        Since.read(table),
        table.oneOf(Status.class),
        table.number(),
        table.number(),
        Replacement.read(table),
        table.optionalOneOf(SpecifierUse.class),
        table.oneOf(OnInvalid.class),
        table.oneOf(Context.class),
        ManualPage.read(table));
  }
}
