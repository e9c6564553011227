package org.unitlint.rule.xinetd;

import java.util.List;

/** Every rule about xinetd. */
public final class XinetdRules {
  /** By code. */
  public static final List<XinetdRule> ALL = List.of();

  private XinetdRules() {}
}
