package org.unitlint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.ListSemantics;
import org.unitlint.catalog.OnInvalid;
import org.unitlint.catalog.Replacement;
import org.unitlint.catalog.Since;
import org.unitlint.catalog.SpecifierUse;
import org.unitlint.catalog.ValueKind;
import org.unitlint.catalog.Words;

/** What a directive means in the sections that treat it alike, and how its value is written. */
public record DirectiveText(Catalog catalog, Directive directive) implements Explanation {
  private static final String LITERAL = "not expanded; `%` is nothing special";

  @Override
  public void tell(Prose prose) {
    prose.paragraph(0, 4, directive.name() + "= in " + sections(directive.sections(), "and"));
    meaning(prose);
    prose.gap();
    value(prose);
    prose
        .entry("repeated", repeated(directive.listSemantics()))
        .entry("empty", empty(directive.listSemantics()))
        .entry("specifiers", directive.specifiers().map(DirectiveText::expanded).orElse(LITERAL))
        .entry("bad value", refused(directive.onInvalid()))
        .entry("since", Versions.of(directive.since()))
        .entry("status", status())
        .entry("instead", directive.replacement().map(DirectiveText::instead).orElse(""))
        .entry(
            "manual",
            directive
                .manual()
                .map(m -> m.page() + ", \"" + m.heading() + "\"")
                .orElse("not in the manual"));
  }

  /** As in {@code [Unit], [Service] or [Socket]}. */
  static String sections(List<String> names, String last) {
    return Prose.listed(names.stream().map(n -> "[" + n + "]").toList(), last);
  }

  /** What it is for; told once for each meaning when the sections differ. */
  private void meaning(Prose prose) {
    var meanings =
        directive.sections().stream()
            .flatMap(s -> catalog.meaning(s, directive.name()).stream())
            .distinct()
            .toList();
    for (String meaning : meanings) {
      prose.gap().paragraph(2, meaning);
    }
  }

  private void value(Prose prose) {
    value(prose, directive.valueKind(), "value", directive.since().latest());
    directive
        .valueKindChange()
        .ifPresent(c -> value(prose, c.kind(), "from " + c.version(), c.version()));
  }

  private void value(Prose prose, String name, String label, int version) {
    var kind = catalog.valueKind(name).orElseThrow(() -> new IllegalStateException(name));
    prose.entry(label, kind.description() + examples(kind));
    kind.words().ifPresent(w -> prose.entry("words", words(w, version)));
  }

  private static String examples(ValueKind kind) {
    return kind.examples().isEmpty()
        ? ""
        : " For example "
            + Prose.listed(kind.examples().stream().map(e -> "`" + e + "`").toList(), "or")
            + ".";
  }

  private static String words(Words words, int version) {
    int oldest = words.words().stream().mapToInt(w -> w.since().latest()).min().orElse(0);
    int floor = Math.max(Math.max(oldest, version), Since.OLDEST);
    var marked = new ArrayList<>(words.words().stream().map(w -> Versions.of(w, floor)).toList());
    if (words.highestNumber().isPresent()) {
      marked.add("a number from 0 to " + words.highestNumber().getAsInt());
    }
    if (words.booleans()) {
      marked.add("any spelling of a boolean");
    }
    if (words.open()) {
      marked.add("words that are not known here");
    }
    return Prose.listed(marked, "or");
  }

  private static String repeated(ListSemantics semantics) {
    return switch (semantics) {
      case SINGLE, SINGLE_EMPTY_RESETS -> "the last line wins";
      case MERGE_EMPTY_RESETS -> "all lines together make one set";
      default -> "lines add up";
    };
  }

  private static String empty(ListSemantics semantics) {
    return switch (semantics) {
      case SINGLE -> "resets nothing; it is read like any other value";
      case SINGLE_EMPTY_RESETS -> "brings the default back";
      case APPEND_NO_RESET -> "does nothing; earlier lines cannot be taken back";
      case APPEND_EMPTY_RESETS -> "clears what earlier lines gave";
      case APPEND_EMPTY_RESETS_THAT_LIST -> "clears what earlier lines of this directive gave";
      case APPEND_EMPTY_RESETS_ALL ->
          "clears what earlier lines of all such directives gave, not only of this one";
      case APPEND_EMPTY_RESETS_ALL_BANDWIDTHS ->
          "clears all limits given before, for reading and for writing";
      case APPEND_EMPTY_RESETS_ALL_BINDS -> "clears all that was bound before, writable or not";
      case APPEND_EMPTY_RESETS_ALL_INPUT ->
          "clears all input given before, whatever directive gave it";
      case APPEND_EMPTY_RESETS_ALL_LOADED_CREDENTIALS ->
          "clears all credentials to be loaded, encrypted or not";
      case APPEND_EMPTY_RESETS_ALL_SET_CREDENTIALS ->
          "clears all credentials set before, encrypted or not";
      case APPEND_EMPTY_RESETS_ALL_LISTENERS ->
          "clears all listeners given before, whatever directive gave them";
      case APPEND_EMPTY_RESETS_ALL_PATHS ->
          "clears all watched paths given before, whatever directive gave them";
      case APPEND_EMPTY_RESETS_ALL_TRIGGERS ->
          "clears all triggers given before, whatever directive gave them";
      case MERGE_EMPTY_RESETS -> "clears the set";
    };
  }

  private static String expanded(SpecifierUse use) {
    return switch (use) {
      case UNIT -> "expanded";
      case UNIT_NAMES -> "expanded, as far as names of units may hold them";
      case INSTALL -> "expanded when the unit is enabled";
    };
  }

  private static String refused(OnInvalid onInvalid) {
    return switch (onInvalid) {
      case IGNORED_WITH_WARNING -> "systemd warns and goes on without the line";
      case UNIT_REJECTED -> "systemd refuses the whole unit (bad-setting)";
      case CHECKED_AT_ENABLE -> "shows only when the unit is enabled";
      case NONE -> "goes unnoticed; nobody reads the value";
    };
  }

  private String status() {
    return switch (directive.status()) {
      case CURRENT -> "";
      case LEGACY_ALIAS -> "an old spelling" + since(directive.deprecatedIn()) + ", still read";
      case MOVED ->
          "moved to another section" + in(directive.deprecatedIn()) + ", still read in this one";
      case DEPRECATED -> "deprecated" + since(directive.deprecatedIn()) + removed();
      case IGNORED -> "without effect" + since(directive.deprecatedIn()) + removed();
      case REMOVED -> "removed" + in(directive.removedIn());
      case UNSUPPORTED -> "read, then refused for this type of unit";
    };
  }

  private String removed() {
    return directive.removedIn().isPresent() ? ", removed" + in(directive.removedIn()) : "";
  }

  private static String since(OptionalInt version) {
    return version.isPresent() && version.getAsInt() > Since.OLDEST
        ? " since " + version.getAsInt()
        : "";
  }

  private static String in(OptionalInt version) {
    return version.isPresent() ? " in " + version.getAsInt() : "";
  }

  private static String instead(Replacement replacement) {
    if (replacement.directive().isEmpty()) {
      return replacement.note();
    }
    String setting = replacement.directive().get() + "=" + replacement.value().orElse("");
    return "`"
        + setting
        + "`"
        + replacement.section().map(s -> " in [" + s + "]").orElse("")
        + (replacement.note().isEmpty() ? "" : "; " + replacement.note());
  }
}
