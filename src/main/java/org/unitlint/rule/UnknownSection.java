package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.Nearest;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.Header;
import org.unitlint.syntax.Section;

/** systemd ignores sections that it does not know, with all their lines. See systemd.syntax(7). */
final class UnknownSection implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("U101", "unknown-section", ERROR, "section that systemd does not know");
  private static final String FOREIGN = "X-";

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return file.tree().sections().stream()
        .filter(section -> section.header().isValid() && isUnknown(section.name(), facts))
        .flatMap(section -> found(section, file, facts).stream());
  }

  private static boolean isUnknown(String name, Facts facts) {
    return facts.catalog().sections().stream().noneMatch(name::equalsIgnoreCase);
  }

  private static Optional<Diagnostic> found(Section section, CheckedFile file, Facts facts) {
    String name = section.name();
    if (name.startsWith(FOREIGN)) {
      return reserved(section.header(), file, facts);
    }
    var place = section.header().name().place();
    var own = facts.catalog().sections(file.type());
    String bare = bare(name);
    var near = Nearest.of(bare, own);
    var meant = near.or(() -> owner(section, file, facts));
    var found =
        RULE.at(place.span().isEmpty() ? section.header().text().place() : place, message(name));
    if (meant.isEmpty()) {
      boolean harmless = section.assignments().stream().allMatch(a -> isStrange(a, facts));
      return Optional.of(
          found
              .help(
                  name.isEmpty()
                      ? "write its name between the brackets"
                      : "sections of other programs begin with `X-`, such as `[X-" + bare + "]`")
              .as(harmless ? WARNING : ERROR));
    }
    boolean certain = Nearest.certain(bare, own).equals(meant) && !place.span().isEmpty();
    return Optional.of(
        found
            .help(
                near.isPresent()
                    ? "did you mean `[" + meant.get() + "]`?"
                    : "its directives belong in `[" + meant.get() + "]`")
            .fix("rename the section", certain, rename(section.header(), meant.get())));
  }

  /** The name without what is no letter at its ends. */
  private static String bare(String name) {
    int start = 0;
    int end = name.length();
    while (start < end && !isLetter(name.charAt(start))) {
      start++;
    }
    while (end > start && !isLetter(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(start, end);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static String message(String name) {
    return name.isEmpty()
        ? "section without a name: its lines are ignored"
        : "unknown section `[" + name + "]`: its lines are ignored";
  }

  private static Edit rename(Header header, String name) {
    return new Edit(header.text().place(), "[" + name + "]");
  }

  private static boolean isStrange(Assignment line, Facts facts) {
    return facts.catalog().named(line.name()).isEmpty();
  }

  /** The section of such a unit that takes all the directives. */
  private static Optional<String> owner(Section section, CheckedFile file, Facts facts) {
    return facts.catalog().sections(file.type()).stream()
        .filter(
            own ->
                !section.assignments().isEmpty()
                    && section.assignments().stream()
                        .allMatch(a -> facts.catalog().directive(own, a.name()).isPresent()))
        .findFirst();
  }

  /** A section that hides behind the prefix though its name is a slip away from a known one. */
  private static Optional<Diagnostic> reserved(Header header, CheckedFile file, Facts facts) {
    String name = header.name().text().substring(FOREIGN.length());
    var own = facts.catalog().sections(file.type());
    return Nearest.certain(name, own)
        .filter(meant -> !meant.equalsIgnoreCase(name))
        .map(
            meant ->
                RULE.at(
                        header.name().place(),
                        "section `[%s]` is left to other programs, for its name begins with `X-`",
                        header.name().text())
                    .help("did you mean `[" + meant + "]`?")
                    .as(INFO));
  }
}
