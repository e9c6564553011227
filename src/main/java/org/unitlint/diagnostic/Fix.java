package org.unitlint.diagnostic;

import java.util.List;
import org.unitlint.source.Edit;

/**
 * A way to mend what a finding is about.
 *
 * @param safe whether the meaning stays, or the intent is certain
 */
public record Fix(String message, boolean safe, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }
}
