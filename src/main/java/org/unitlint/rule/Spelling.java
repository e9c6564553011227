package org.unitlint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.unitlint.catalog.Directive;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.Section;

/**
 * How the name of a line stands to the directives of its section.
 *
 * @param meant the directive's right name, where there is one of that name in whatever case
 */
record Spelling(Section section, Assignment line, Sort sort, String meant) {
  /** The sorts of names. */
  enum Sort {
    /** A directive of the section, of whatever version. */
    KNOWN,
    /** Reserved for other programs, as is what begins with {@code X-}, or said to be known. */
    SKIPPED,
    /** Right but for upper and lower case. */
    WRONG_CASE,
    /** A directive of another section or of another file. */
    MISPLACED,
    /** Nothing that we know. */
    UNKNOWN
  }

  /** The names of one sort; see {@link CheckedFile#spellings}. */
  static Stream<Spelling> in(CheckedFile file, Facts facts, Sort sort) {
    return file.spellings(facts).stream().filter(s -> s.sort == sort);
  }

  /** The names of the lines that systemd reads, leftovers of cut lines not among them. */
  static List<Spelling> of(CheckedFile file, Facts facts) {
    var leftovers = file.leftovers(facts);
    var found = new ArrayList<Spelling>();
    for (Section section : file.sections(facts)) {
      for (Assignment line : section.assignments()) {
        if (!line.key().isEmpty() && !leftovers.contains(line)) {
          found.add(of(section, line, facts));
        }
      }
    }
    return found;
  }

  private static Spelling of(Section section, Assignment line, Facts facts) {
    String name = line.name();
    var catalog = facts.catalog();
    if (name.startsWith("X-")) {
      return new Spelling(section, line, Sort.SKIPPED, name);
    }
    if (catalog.directive(section.name(), name).isPresent()) {
      return new Spelling(section, line, Sort.KNOWN, name);
    }
    if (facts.known().directives().test(section.name(), name)) {
      return new Spelling(section, line, Sort.SKIPPED, name);
    }
    if (name.startsWith("x-")) {
      return new Spelling(section, line, Sort.WRONG_CASE, "X" + name.substring(1));
    }
    var here = catalog.inAnyCase(section.name(), name);
    if (here.isPresent()) {
      return new Spelling(section, line, Sort.WRONG_CASE, here.get());
    }
    if (!catalog.misplaced(name).isEmpty()) {
      return new Spelling(section, line, Sort.MISPLACED, name);
    }
    return catalog
        .inAnyCase(name)
        .map(meant -> new Spelling(section, line, Sort.MISPLACED, meant))
        .orElse(new Spelling(section, line, Sort.UNKNOWN, name));
  }

  /** The directive that a known name is. */
  Directive directive(Facts facts) {
    return facts.catalog().directive(section.name(), line.name()).orElseThrow();
  }

  /** The name as it is shown in a message, shortened when it cannot be a name. */
  String shown() {
    String name = line.name();
    return name.length() > 40 ? name.substring(0, 39) + "…" : name;
  }
}
