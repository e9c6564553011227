package org.unitlint.report;

import java.io.IOException;
import java.io.Writer;

/** A way to write findings down. */
public interface FindingsReport {
  /** Writes all findings; neither flushes nor closes. Lines end with LF. */
  void write(Findings findings, Writer out) throws IOException;
}
