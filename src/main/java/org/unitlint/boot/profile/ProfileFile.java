package org.unitlint.boot.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that tells facts: {@code KEY=VALUE} a line; blank lines and those that begin with {@code
 * #} do not count.
 *
 * @param facts what it says, in order
 * @param flaws what is wrong with it, in order
 */
public record ProfileFile(List<Line> facts, List<Flaw> flaws) {
  public ProfileFile {
    facts = List.copyOf(facts);
    flaws = List.copyOf(flaws);
  }

  /** A line that sets a fact; lines count from 1. */
  public record Line(int number, String key, String value) {}

  /** A line that cannot be taken, and why. */
  public record Flaw(int number, String message) {}

  /** What the text says. */
  public static ProfileFile parse(String text) {
    var facts = new ArrayList<Line>();
    var flaws = new ArrayList<Flaw>();
    int number = 0;
    for (String all : text.lines().toList()) {
      number++;
      String line = (number == 1 && all.startsWith("\uFEFF") ? all.substring(1) : all).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals <= 0) {
        flaws.add(new Flaw(number, "`%s` is no `KEY=VALUE`".formatted(line)));
        continue;
      }
      var fact =
          new Line(number, line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      var refusal = Profile.refusal(fact.key, fact.value);
      if (refusal.isPresent()) {
        flaws.add(new Flaw(number, refusal.get()));
      } else {
        facts.add(fact);
      }
    }
    return new ProfileFile(facts, flaws);
  }

  /** The profile with all that it says. */
  public Profile over(Profile profile) {
    var changed = profile;
    for (Line fact : facts) {
      changed = changed.with(fact.key, fact.value);
    }
    return changed;
  }
}
