package org.unitlint.syntax;

import org.unitlint.source.Place;

/** Something wrong with a command line. See systemd.service(5), "Command lines". */
public record CommandFlaw(Kind kind, Effect effect, Place place) {
  /** The sorts of flaws. */
  public enum Kind {
    /** A {@code ;} with no command before it. */
    EMPTY_COMMAND,
    /** Prefixes, or quotes, with no path behind or in them. */
    EMPTY_PATH,
    /** A quote that nothing closes; the place is from the quote to the end. */
    UNCLOSED_QUOTE,
    /** A backslash and a character that make no known escape; both stay. */
    UNKNOWN_ESCAPE,
    /** A backslash at the very end; it stays. */
    TRAILING_BACKSLASH,
    /** A prefix for the second time; it is taken for the start of the path. */
    DOUBLED_PREFIX,
    /** A {@code +} with {@code !} or {@code !!}; the later is taken for the start of the path. */
    CONFLICTING_PREFIXES,
    /** A {@code |} before systemd 258; it is taken for the start of the path. */
    NEWER_PREFIX,
    /** A path with a slash, but not at its start. */
    RELATIVE_PATH,
    /** What can be neither a path nor the name of a file, such as {@code ~/x} or {@code ..}. */
    NOT_A_PATH,
    /** A path of a folder. */
    ENDS_IN_SLASH,
    /** A control character, quote or backslash in the path. */
    UNSAFE_CHARACTER,
    /** What looks like an environment variable in the path, where none is replaced. */
    VARIABLE_IN_PATH,
    /** The prefix {@code @} without a word behind the path. */
    MISSING_ARGV0
  }

  /** What systemd does about a flaw, from bad to harmless. */
  public enum Effect {
    /** It does not load the unit. */
    REFUSES_UNIT,
    /** It warns, and ignores the command and what follows on the line. */
    DROPS_LINE,
    /** It warns. */
    WARNS,
    /** It says nothing. */
    SILENT
  }
}
