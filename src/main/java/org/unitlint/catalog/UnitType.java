package org.unitlint.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of units, told apart by the end of their names. See systemd.unit(5). */
public enum UnitType {
  SERVICE,
  SOCKET,
  TARGET,
  DEVICE,
  MOUNT,
  AUTOMOUNT,
  SWAP,
  TIMER,
  PATH,
  SLICE,
  SCOPE;

  private final String suffix = name().toLowerCase(Locale.ROOT);

  /** The type whose suffix this is, without a dot; case counts. */
  public static Optional<UnitType> ofSuffix(String suffix) {
    for (UnitType type : values()) {
      if (type.suffix.equals(suffix)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The end of such a unit's name, without the dot: {@code service}. */
  public String suffix() {
    return suffix;
  }

  /** The section of its own: {@code Service}. */
  public String section() {
    return traits().section;
  }

  /** Whether such a unit is not found without a fragment. */
  public boolean needsFragment() {
    return traits().fragment == Fragment.REQUIRED;
  }

  /** Whether a fragment is ever read for such a unit; scopes only come from programs. */
  public boolean mayHaveFragment() {
    return traits().fragment != Fragment.NEVER;
  }

  /** Whether {@code NAME@.TYPE} may be a template. */
  public boolean mayBeTemplate() {
    return traits().template;
  }

  /** Whether a link may give such a unit a second name. */
  public boolean mayHaveAlias() {
    return traits().alias;
  }

  /** Whether such a unit can enter the state failed, so that {@code OnFailure=} acts. */
  public boolean canFail() {
    return traits().canFail;
  }

  /** The sections that are read for such a unit, as they are usually written in a file. */
  Set<String> sections() {
    return traits().sections;
  }

  private Traits traits() {
    return Traits.TABLE.get(this);
  }

  private enum Fragment {
    REQUIRED,
    OPTIONAL,
    NEVER
  }

  /** One row of sections.tsv. */
  private record Traits(
      String section,
      Set<String> sections,
      Fragment fragment,
      boolean template,
      boolean alias,
      boolean canFail) {
    private static final Map<UnitType, Traits> TABLE = read(Table.open("sections.tsv"));

    private static Map<UnitType, Traits> read(Table table) {
      var traits = new EnumMap<UnitType, Traits>(UnitType.class);
      while (table.nextRow()) {
        traits.put(table.oneOf(UnitType.class), row(table));
      }
      if (traits.size() != UnitType.values().length) {
        throw new IllegalStateException("types without a row in sections.tsv");
      }
      return traits;
    }

    private static Traits row(Table table) {
      return new Traits(
          table.cell(),
          Collections.unmodifiableSet(new LinkedHashSet<>(table.list())),
          table.oneOf(Fragment.class),
          table.flag(),
          table.flag(),
          table.flag());
    }
  }
}
