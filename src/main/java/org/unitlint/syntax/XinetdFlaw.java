package org.unitlint.syntax;

import java.util.List;
import org.unitlint.source.Place;
import org.unitlint.source.Span;

/**
 * Something wrong with the text of a file of xinetd, and what it costs.
 *
 * @param place the smallest part that is wrong
 * @param line the line at which xinetd reports it, counted by line feeds from 1
 * @param destroyed the text that xinetd does not read for it, apart from the place itself
 * @param swallowed the names of the services whose heads are in that text
 * @param follows whether it is there only because of the flaw before it
 */
public record XinetdFlaw(
    Kind kind, Place place, int line, Span destroyed, List<Value> swallowed, boolean follows) {
  /** The sorts of flaws, with what xinetd says. */
  public enum Kind {
    /** A line between entries that begins none: {@code missing service keyword}. */
    MISSING_KEYWORD,
    /** A byte order mark, with the same message. */
    BYTE_ORDER_MARK,
    /**
     * {@code service}, {@code include} or {@code includedir} alone: {@code service name missing}.
     */
    MISSING_NAME,
    /** No lone brace in the line behind a head: {@code missing '{'}. */
    MISSING_OPEN,
    /** {@code Nothing after attribute}. */
    NO_OPERATOR,
    /** A word with the operator sticking to it: {@code needs a space before operator}. */
    NO_BLANK_BEFORE_OPERATOR,
    /** A second word that is no operator: {@code Bad operator for attribute}. */
    BAD_OPERATOR,
    /** A closing brace with something else on its line. */
    CLOSE_NOT_ALONE,
    /** The head of the next entry where the closing brace of this one should be. */
    MISSING_CLOSE,
    /** An include in an entry, where the closing brace may be missing before. */
    INCLUDE_INSIDE,
    /** The same in an entry that is disabled, of which xinetd says nothing. */
    MISSING_CLOSE_OF_DISABLED,
    /** The file ends within an entry: {@code incomplete entry}. */
    INCOMPLETE,
    /** The file ends while xinetd looks for a closing brace, which it warns of. */
    NO_CLOSE_TO_SKIP_TO,
    /** {@code only 1 defaults entry is allowed}. */
    SECOND_DEFAULTS,
    /** A word alone, whose end xinetd seeks in the next lines, which it destroys. */
    LONE_WORD,
    /** A line that xinetd may cut in two, as it does not fit its buffer; it does not say so. */
    LONG_LINE,
    /** A NUL byte, behind which xinetd does not see the line; it does not say so. */
    NUL
  }

  public XinetdFlaw {
    swallowed = List.copyOf(swallowed);
  }

  /** Whether xinetd says something of it. */
  public boolean isReported() {
    return switch (kind) {
      case MISSING_CLOSE_OF_DISABLED, LONG_LINE, NUL -> false;
      default -> true;
    };
  }
}
