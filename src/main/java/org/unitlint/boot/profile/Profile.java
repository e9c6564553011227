package org.unitlint.boot.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unitlint.boot.profile.Fact.Origin;
import org.unitlint.catalog.Nearest;
import org.unitlint.host.Machine;
import org.unitlint.source.Paths;

/**
 * What is so on a machine while it boots: what its files tell, what the user or a recording tells,
 * and what is assumed for the rest. Immutable, and safe for many threads.
 */
public final class Profile {
  private static final String PATH = "path:";
  private static final String VIRTUALIZATION = "virtualization";

  private final RootFacts root;
  private final SortedMap<String, Fact> given;
  private final Surroundings surroundings;

  private Profile(RootFacts root, SortedMap<String, Fact> given) {
    this.root = root;
    this.given = Collections.unmodifiableSortedMap(given);
    this.surroundings =
        Optional.ofNullable(given.get(VIRTUALIZATION))
            .map(f -> Surroundings.of(f.value()))
            .orElse(Surroundings.HARDWARE);
  }

  /** The profile of a machine of which nothing is known but its files. */
  public static Profile of(Machine machine) {
    return new Profile(new RootFacts(machine), new TreeMap<>());
  }

  /** All that a fact can be about, by name. */
  public static Collection<FactKey> keys() {
    return Keys.TABLE.values();
  }

  /**
   * Why a fact cannot be set, in a sentence; empty where it can.
   *
   * @param key such as {@code first-boot} or {@code path:/etc/rc.local}
   */
  public static Optional<String> refusal(String key, String value) {
    var known = Keys.of(key);
    if (known.isEmpty()) {
      var near = Nearest.of(key, Keys.TABLE.keySet());
      return Optional.of(
          "unknown fact `%s`%s"
              .formatted(key, near.map(n -> "; did you mean `" + n + "`?").orElse("")));
    }
    String behind = key.substring(known.get().name().length());
    if (known.get().isFamily() && behind.isEmpty()) {
      return Optional.of("nothing follows the colon of `%s`".formatted(key));
    }
    return known.get().name().equals(PATH) && !behind.startsWith("/")
        ? Optional.of("`%s` is no absolute path in `%s`".formatted(behind, key))
        : known.get().refusal(value);
  }

  /**
   * The same, but that fact is as the user says.
   *
   * @throws IllegalArgumentException where {@link #refusal} says why
   */
  public Profile with(String key, String value) {
    return with(key, value, Origin.SET);
  }

  /** As {@link #with(String, String)}, from a recording; what the user said stays. */
  public Profile recorded(String key, String value) {
    var known = given.get(key);
    return known != null && known.origin() == Origin.SET ? this : with(key, value, Origin.RECORDED);
  }

  private Profile with(String key, String value, Origin origin) {
    refusal(key, value)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    var kind = Keys.of(key).orElseThrow();
    String kept =
        kind.name().equals(PATH) ? PATH + Paths.normalize(key.substring(PATH.length())) : key;
    var more = new TreeMap<>(given);
    more.put(kept, new Fact(kept, kind.normal(value), origin));
    return new Profile(root, more);
  }

  /** What is so of that key, which is known. */
  public Fact fact(String key) {
    var told = told(key);
    if (told.isPresent()) {
      return told.get();
    }
    var kind = Keys.of(key).orElseThrow(() -> new IllegalArgumentException(key));
    return new Fact(key, kind.defaults().get(surroundings.ordinal()), Origin.DEFAULT);
  }

  /** What is so of that key, unless that is assumed. */
  Optional<Fact> told(String key) {
    var fact = given.get(key);
    return fact != null
        ? Optional.of(fact)
        : root.value(key, surroundings).map(value -> new Fact(key, value, Origin.ROOT));
  }

  /**
   * All that is assumed or known, by key, without what would be so of a path or a variable that
   * nobody spoke of.
   */
  public List<Fact> assumptions() {
    var all = new TreeMap<String, Fact>(given);
    for (FactKey key : keys()) {
      if (!key.isFamily()) {
        all.putIfAbsent(key.name(), fact(key.name()));
      }
    }
    root.osRelease().keySet().forEach(f -> all.putIfAbsent("os-release:" + f, osRelease(f)));
    return new ArrayList<>(all.values());
  }

  private Fact osRelease(String field) {
    return fact("os-release:" + field);
  }

  /** What was set or recorded, by key. */
  SortedMap<String, Fact> given() {
    return given;
  }

  RootFacts root() {
    return root;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  private static final class Keys {
    static final Map<String, FactKey> TABLE = read();

    private static Map<String, FactKey> read() {
      var keys = new LinkedHashMap<String, FactKey>();
      for (var row : Rows.of("facts.tsv")) {
        keys.put(row.get(0), FactKey.read(row));
      }
      return Collections.unmodifiableMap(keys);
    }

    /** The one of that name, or whose family it is of. */
    static Optional<FactKey> of(String key) {
      int colon = key.indexOf(':');
      return Optional.ofNullable(TABLE.get(colon < 0 ? key : key.substring(0, colon + 1)));
    }
  }
}
