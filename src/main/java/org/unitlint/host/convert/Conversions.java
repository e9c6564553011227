package org.unitlint.host.convert;

import java.util.List;

/**
 * What becomes of the services of a configuration, in its order.
 *
 * @param refusals those that stay with xinetd, or that it does not serve for a mistake
 */
public record Conversions(List<Conversion> conversions, List<Refusal> refusals) {
  public Conversions {
    conversions = List.copyOf(conversions);
    refusals = List.copyOf(refusals);
  }
}
