package org.unitlint.graph;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * A unit after a target that waits for it: a target comes after what it pulls in. See
 * systemd.target(5), "Default Dependencies".
 */
final class AfterOwnTarget implements CyclePattern {
  private static final String PATTERN = "after-own-target";

  @Override
  public Optional<Verdict> match(Ring ring) {
    var late =
        ring.cuttable()
            .filter(e -> ring.isTarget(e.to()) && !ring.isTarget(e.from()))
            .filter(e -> !Ring.isEarly(e.to()) && ring.owner(e) != Ring.Owner.SYSTEMD)
            .toList();
    var own = late.stream().filter(e -> ring.isMember(e)).findFirst();
    if (own.isPresent()) {
      return own.map(e -> new Verdict(e, PATTERN, "drop " + ring.said(e) + because(e)));
    }
    return late.stream()
        .filter(e -> Ring.isOnly(ring.after(e), Addition.TARGET_MEMBER))
        .findFirst()
        .map(e -> throughAnother(e, ring));
  }

  private static String because(Edge edge) {
    return ": `" + edge.to() + "` starts it, and waits for what it starts";
  }

  /** The target starts another unit, which waits for this one. */
  private static Verdict throughAnother(Edge late, Ring ring) {
    var member = ring.after(late);
    Predicate<Edge> atFault = e -> ring.owner(e).compareTo(ring.owner(late)) <= 0;
    var wait = ring.after(member);
    if (wait == late || !Ring.isCuttable(wait) || !atFault.test(wait)) {
      String why =
          ": `" + late.to() + "` starts `" + member.to() + "`, which comes after this unit";
      return new Verdict(late, PATTERN, "drop " + ring.said(late) + why);
    }
    String advice =
        "let another target than `"
            + member.from()
            + "` start `"
            + member.to()
            + "` (`WantedBy=`), or drop "
            + ring.said(wait)
            + ": `"
            + late.from()
            + "` comes after `"
            + late.to()
            + "`, which waits for what it starts";
    return new Verdict(wait, "target-too-early", advice);
  }
}
