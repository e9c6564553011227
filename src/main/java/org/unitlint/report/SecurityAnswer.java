package org.unitlint.report;

import java.util.List;
import java.util.OptionalInt;
import org.unitlint.security.Advice;

/**
 * What there is to say of how exposed services are.
 *
 * @param services in order of their names
 * @param named whether they were asked for one by one
 * @param hidden how many more there are that cannot be loaded, so that nothing is said of them
 * @param threshold the exposure in tenths beyond which it is too much; empty for none
 */
public record SecurityAnswer(
    List<Advice> services, boolean named, int hidden, OptionalInt threshold) {
  public SecurityAnswer {
    services = List.copyOf(services);
  }

  /** Those that are exposed beyond the threshold. */
  public List<Advice> failing() {
    return services.stream()
        .filter(a -> threshold.isPresent() && a.now().tenths() > threshold.getAsInt())
        .toList();
  }
}
