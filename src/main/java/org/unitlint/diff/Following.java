package org.unitlint.diff;

import java.util.List;
import org.unitlint.graph.Edge;
import org.unitlint.security.Exposure;

/**
 * What comes of a change.
 *
 * @param dependencies gained and lost, but for the links that were changed themselves
 * @param jobs of the boot, new, gone, or that end otherwise
 * @param ports where somebody listens now, no longer, or otherwise
 * @param findings new and gone
 * @param exposure of services that are more exposed or less, or are new or gone
 */
public record Following(
    List<Changed<Edge>> dependencies,
    List<Changed<Start>> jobs,
    List<Changed<Port>> ports,
    List<Changed<Finding>> findings,
    List<Changed<Exposure>> exposure) {
  /** Nothing at all. */
  public static final Following NOTHING =
      new Following(List.of(), List.of(), List.of(), List.of(), List.of());

  public Following {
    dependencies = List.copyOf(dependencies);
    jobs = List.copyOf(jobs);
    ports = List.copyOf(ports);
    findings = List.copyOf(findings);
    exposure = List.copyOf(exposure);
  }

  /** Both together. */
  Following and(Following other) {
    return new Following(
        Comparison.joined(dependencies, other.dependencies),
        Comparison.joined(jobs, other.jobs),
        Comparison.joined(ports, other.ports),
        Comparison.joined(findings, other.findings),
        Comparison.joined(exposure, other.exposure));
  }

  /** Whether it is nothing. */
  public boolean isNothing() {
    return equals(NOTHING);
  }
}
