package org.unitlint.boot.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unitlint.boot.profile.Fact.Origin;

/** Answers from a profile, and keeps which facts were asked for. */
final class Trail {
  private final Profile profile;
  private final Map<String, Fact> asked = new LinkedHashMap<>();
  private Fact last = new Fact("", "", Origin.DEFAULT);

  Trail(Profile profile) {
    this.profile = profile;
  }

  Profile profile() {
    return profile;
  }

  Fact fact(String key) {
    return keep(profile.fact(key));
  }

  Fact keep(Fact fact) {
    asked.putIfAbsent(fact.key(), fact);
    last = fact;
    return fact;
  }

  String text(String key) {
    return fact(key).value();
  }

  boolean flag(String key) {
    return text(key).equals("yes");
  }

  List<String> list(String key) {
    return FactKey.list(text(key));
  }

  /** The fact that was asked for last. */
  Fact last() {
    return last;
  }

  /** Those asked for, in order, each once. */
  List<Fact> facts() {
    return new ArrayList<>(asked.values());
  }
}
