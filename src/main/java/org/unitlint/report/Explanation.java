package org.unitlint.report;

/** What there is to tell about one name. */
public interface Explanation {
  /** Tells it. */
  void tell(Prose prose);
}
