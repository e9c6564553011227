package org.unitlint.host.xinetd;

/** How xinetd itself speaks of something in its log. */
public enum Severity {
  ERROR,
  WARNING,
  INFO,
  /** It says nothing. */
  SILENT
}
