package org.unitlint.boot;

/**
 * A job that did not come to be, or did not stay.
 *
 * @param because the reason in words, names in backticks
 */
public record Decision(JobName job, Step step, String because) {
  /** Why a unit's job goes that the user wants to be left out. */
  public static final String AS_ASKED = "left out, as asked";

  /** The steps of a transaction in which jobs go. See transaction.c of systemd. */
  public enum Step {
    /** Jobs are added with all that they depend on. */
    PULL_IN("pull in"),
    /** Jobs that are to be left out are dropped; systemd has no such step. */
    LEAVE_OUT("leave out"),
    /** In mode fail, what would stop something is dropped. */
    MINIMIZE_IMPACT("minimize impact"),
    /** Jobs that find their unit as they want it are dropped. */
    DROP_REDUNDANT("drop redundant"),
    /** Jobs that nothing asks for any more are dropped. */
    COLLECT_GARBAGE("collect garbage"),
    /** Of each cycle one job is dropped. */
    VERIFY_ORDER("verify order"),
    /** Jobs for one unit become one, or one of them is dropped. */
    MERGE_JOBS("merge jobs");

    private final String words;

    Step(String words) {
      this.words = words;
    }

    /** What people call it. */
    public String words() {
      return words;
    }
  }
}
