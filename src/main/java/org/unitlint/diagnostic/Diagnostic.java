package org.unitlint.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;

/**
 * A finding: what a rule says about a place.
 *
 * @param unit the unit it is about, where it is about one
 * @param labels other places that matter
 * @param notes facts with their source
 * @param help what to do
 */
public record Diagnostic(
    RuleInfo rule,
    Severity severity,
    Place place,
    String message,
    Optional<String> unit,
    List<Label> labels,
    List<String> notes,
    Optional<String> help,
    List<Fix> fixes) {
  /** By source name, place, code and message: the order of all output. */
  public static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic d) -> d.place().source().name())
          .thenComparingInt(d -> d.place().span().start())
          .thenComparingInt(d -> d.place().span().end())
          .thenComparing(d -> d.rule().code())
          .thenComparing(Diagnostic::message)
          .thenComparing(d -> d.unit().orElse(""));

  public Diagnostic {
    labels = List.copyOf(labels);
    notes = List.copyOf(notes);
    fixes = List.copyOf(fixes);
  }

  static Diagnostic of(RuleInfo rule, Place place, String message) {
    return new Diagnostic(
        rule,
        rule.severity(),
        place,
        message,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  /** The same at another severity. */
  public Diagnostic as(Severity other) {
    return new Diagnostic(rule, other, place, message, unit, labels, notes, help, fixes);
  }

  /** The same, said about the unit. */
  public Diagnostic about(String name) {
    return new Diagnostic(
        rule, severity, place, message, Optional.of(name), labels, notes, help, fixes);
  }

  /** The same with one more place that matters. */
  public Diagnostic label(Place other, String text) {
    var more = plus(labels, new Label(other, text));
    return new Diagnostic(rule, severity, place, message, unit, more, notes, help, fixes);
  }

  /** The same with one more fact. */
  public Diagnostic note(String text) {
    var more = plus(notes, text);
    return new Diagnostic(rule, severity, place, message, unit, labels, more, help, fixes);
  }

  /** The same with advice. */
  public Diagnostic help(String text) {
    return new Diagnostic(
        rule, severity, place, message, unit, labels, notes, Optional.of(text), fixes);
  }

  /** The same with a way to mend it; {@code safe} where meaning stays or intent is certain. */
  public Diagnostic fix(String text, boolean safe, Edit... edits) {
    var more = plus(fixes, new Fix(text, safe, List.of(edits)));
    return new Diagnostic(rule, severity, place, message, unit, labels, notes, help, more);
  }

  private static <T> List<T> plus(List<T> list, T item) {
    var more = new ArrayList<>(list);
    more.add(item);
    return more;
  }
}
