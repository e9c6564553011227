package org.unitlint.catalog;

/** What a further line of the same directive does, and what an empty value does. */
public enum ListSemantics {
  /** The last line wins; an empty value is judged like any other. */
  SINGLE,
  /** The last line wins; an empty value brings the default back. */
  SINGLE_EMPTY_RESETS,
  /** Lines add up; an empty value does nothing. */
  APPEND_NO_RESET,
  /** Lines add up; an empty value clears them. */
  APPEND_EMPTY_RESETS,
  /** Lines add up; an empty value clears this list and leaves the related ones. */
  APPEND_EMPTY_RESETS_THAT_LIST,
  /** Lines add up; an empty value clears all conditions, or all assertions. */
  APPEND_EMPTY_RESETS_ALL,
  /** Lines add up; an empty value clears the limits of bandwidth for reading and for writing. */
  APPEND_EMPTY_RESETS_ALL_BANDWIDTHS,
  /** Lines add up; an empty value clears all that is bound, to be written or not. */
  APPEND_EMPTY_RESETS_ALL_BINDS,
  /** Lines add up; an empty value clears all that the unit reads as its input. */
  APPEND_EMPTY_RESETS_ALL_INPUT,
  /** Lines add up; an empty value clears all listeners of the socket. */
  APPEND_EMPTY_RESETS_ALL_LISTENERS,
  /** Lines add up; an empty value clears all credentials that are loaded, encrypted or not. */
  APPEND_EMPTY_RESETS_ALL_LOADED_CREDENTIALS,
  /** Lines add up; an empty value clears all paths that are watched. */
  APPEND_EMPTY_RESETS_ALL_PATHS,
  /** Lines add up; an empty value clears all credentials that are set, encrypted or not. */
  APPEND_EMPTY_RESETS_ALL_SET_CREDENTIALS,
  /** Lines add up; an empty value clears all triggers of the timer. */
  APPEND_EMPTY_RESETS_ALL_TRIGGERS,
  /** Lines join into one set; an empty value clears it. */
  MERGE_EMPTY_RESETS;

  /** Whether only the last line counts. */
  public boolean single() {
    return this == SINGLE || this == SINGLE_EMPTY_RESETS;
  }

  /** Whether an empty value takes back what came before. */
  public boolean emptyResets() {
    return this != SINGLE && this != APPEND_NO_RESET;
  }

  /** Whether lines of several directives make one list. */
  public boolean isShared() {
    return switch (this) {
      case APPEND_EMPTY_RESETS_ALL,
          APPEND_EMPTY_RESETS_ALL_BANDWIDTHS,
          APPEND_EMPTY_RESETS_ALL_BINDS,
          APPEND_EMPTY_RESETS_ALL_INPUT,
          APPEND_EMPTY_RESETS_ALL_LISTENERS,
          APPEND_EMPTY_RESETS_ALL_LOADED_CREDENTIALS,
          APPEND_EMPTY_RESETS_ALL_PATHS,
          APPEND_EMPTY_RESETS_ALL_SET_CREDENTIALS,
          APPEND_EMPTY_RESETS_ALL_TRIGGERS ->
          true;
      default -> false;
    };
  }
}
