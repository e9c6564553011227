package org.unitlint.report;

import java.util.List;
import org.unitlint.catalog.Misplaced;

/** Where a key has no place, and where it belongs. */
public record MisplacedText(Misplaced misplaced) implements Explanation {
  @Override
  public void tell(Prose prose) {
    prose.paragraph(0, sentences());
  }

  private String sentences() {
    String hint = misplaced.hint().isEmpty() ? "" : " (" + misplaced.hint() + ")";
    String first = place() + hint + ".";
    return misplaced.file().isEmpty()
        ? first
        : first + misplaced.instead().map(i -> " In a unit write `" + i + "=`.").orElse("");
  }

  private String place() {
    String key = "`" + misplaced.key() + "=`";
    if (misplaced.file().isPresent()) {
      var file = misplaced.file().get();
      return key
          + " is not for units: it belongs to ["
          + file.section()
          + "] of "
          + Prose.listed(file.names(), "or");
    }
    if (misplaced.nowhere()) {
      return key + " cannot be set" + written();
    }
    if (misplaced.instead().isPresent()) {
      return "`" + misplaced.instead().get() + "=` is often meant" + written() + ", not " + key;
    }
    return key
        + " has no place"
        + written()
        + "; it belongs to "
        + DirectiveText.sections(misplaced.sections(), "or");
  }

  private String written() {
    List<String> sections = misplaced.writtenIn();
    return sections.isEmpty() ? "" : " in " + DirectiveText.sections(sections, "or");
  }
}
