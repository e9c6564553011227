package org.unitlint.graph;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The kinds of dependencies between units, each with its inverse. An edge of the graph has one of
 * the forward kinds; seen from its other end it has the inverse kind. See systemd.unit(5), "Mapping
 * of unit properties to their inverses".
 */
public enum Dependency {
  REQUIRES("Requires", Family.REQUIREMENT),
  REQUISITE("Requisite", Family.REQUIREMENT),
  WANTS("Wants", Family.REQUIREMENT),
  BINDS_TO("BindsTo", Family.REQUIREMENT),
  PART_OF("PartOf", Family.REQUIREMENT),
  UPHOLDS("Upholds", Family.REQUIREMENT),
  CONFLICTS("Conflicts", Family.CONFLICT),
  AFTER("After", Family.ORDERING),
  ON_SUCCESS("OnSuccess", Family.TRIGGER),
  ON_FAILURE("OnFailure", Family.TRIGGER),
  TRIGGERS("Triggers", Family.TRIGGER),
  PROPAGATES_RELOAD_TO("PropagatesReloadTo", Family.OTHER),
  PROPAGATES_STOP_TO("PropagatesStopTo", Family.OTHER),
  JOINS_NAMESPACE_OF("JoinsNamespaceOf", Family.OTHER),
  IN_SLICE("InSlice", Family.OTHER),

  REQUIRED_BY("RequiredBy", REQUIRES),
  REQUISITE_OF("RequisiteOf", REQUISITE),
  WANTED_BY("WantedBy", WANTS),
  BOUND_BY("BoundBy", BINDS_TO),
  CONSISTS_OF("ConsistsOf", PART_OF),
  UPHELD_BY("UpheldBy", UPHOLDS),
  CONFLICTED_BY("ConflictedBy", CONFLICTS),
  BEFORE("Before", AFTER),
  ON_SUCCESS_OF("OnSuccessOf", ON_SUCCESS),
  ON_FAILURE_OF("OnFailureOf", ON_FAILURE),
  TRIGGERED_BY("TriggeredBy", TRIGGERS),
  RELOAD_PROPAGATED_FROM("ReloadPropagatedFrom", PROPAGATES_RELOAD_TO),
  STOP_PROPAGATED_FROM("StopPropagatedFrom", PROPAGATES_STOP_TO),
  SLICE_OF("SliceOf", IN_SLICE);

  /** What a dependency is about. */
  public enum Family {
    /** Pulls in, or ends together. */
    REQUIREMENT,
    /** Says what comes first. */
    ORDERING,
    /** Excludes. */
    CONFLICT,
    /** Starts another when something happens. */
    TRIGGER,
    /** Neither: reload, slices, namespaces. */
    OTHER
  }

  private static final Set<Dependency> PULLS_IN = Set.of(REQUIRES, WANTS, BINDS_TO, UPHOLDS);
  private static final Set<Dependency> FATAL = Set.of(REQUIRES, BINDS_TO, REQUISITE);
  private static final Map<String, Dependency> BY_WORD = byWord();
  private static final Map<Dependency, Dependency> INVERSES = inverses();

  private final String word;
  private final Family family;
  private final Dependency forward;

  Dependency(String word, Family family) {
    this.word = word;
    this.family = family;
    this.forward = this;
  }

  Dependency(String word, Dependency forward) {
    this.word = word;
    this.family = forward.family;
    this.forward = forward;
  }

  private static Map<Dependency, Dependency> inverses() {
    var inverses = new EnumMap<Dependency, Dependency>(Dependency.class);
    for (Dependency dependency : values()) {
      if (!dependency.isForward()) {
        inverses.put(dependency, dependency.forward);
        inverses.put(dependency.forward, dependency);
      }
    }
    return inverses;
  }

  private static Map<String, Dependency> byWord() {
    var words = new TreeMap<String, Dependency>(String.CASE_INSENSITIVE_ORDER);
    for (Dependency dependency : values()) {
      words.put(dependency.word, dependency);
    }
    return words;
  }

  /** The kind of that name, in any case of letters. */
  public static Optional<Dependency> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** systemd's name of it: {@code RequiredBy}. */
  public String word() {
    return word;
  }

  /** What it is about. */
  public Family family() {
    return family;
  }

  /** Whether edges have this kind; else it is how an edge looks from its other end. */
  public boolean isForward() {
    return forward == this;
  }

  /** The kind of the edges that show as this from one of their ends. */
  public Dependency forward() {
    return forward;
  }

  /** How it looks from the other unit; empty for JoinsNamespaceOf, which the other does not see. */
  public Optional<Dependency> inverse() {
    return Optional.ofNullable(INVERSES.get(this));
  }

  /** Whether starting the one starts the other. */
  public boolean pullsIn() {
    return PULLS_IN.contains(this);
  }

  /** Whether the one cannot be started without the other. */
  public boolean needs() {
    return FATAL.contains(this);
  }

  @Override
  public String toString() {
    return word;
  }
}
