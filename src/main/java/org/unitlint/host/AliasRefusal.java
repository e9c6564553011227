package org.unitlint.host;

import java.util.Optional;

/** Why one name cannot be another name of a unit. See systemd.unit(5), "Description". */
public enum AliasRefusal {
  /** One of them is no name of a unit. */
  BAD_NAME,
  /** The two are of different types. */
  OTHER_TYPE,
  /** Units of the type have one name only. */
  TYPE_WITHOUT_ALIASES,
  /** A plain name or an instance for a template or the other way round. */
  TEMPLATE_AND_PLAIN,
  /** A plain name for an instance. */
  PLAIN_FOR_INSTANCE,
  /** An instance for an instance of another name. */
  OTHER_INSTANCE;

  /** Why systemd refuses the alias of the target; empty if it takes it. */
  public static Optional<AliasRefusal> of(String alias, String target) {
    var from = UnitName.parse(alias);
    var to = UnitName.parse(target);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.of(BAD_NAME);
    }
    if (from.get().type() != to.get().type()) {
      return Optional.of(OTHER_TYPE);
    }
    if (alias.equals(target)) {
      return Optional.empty();
    }
    if (!from.get().type().mayHaveAlias()) {
      return Optional.of(TYPE_WITHOUT_ALIASES);
    }
    return ofForms(from.get(), to.get());
  }

  private static Optional<AliasRefusal> ofForms(UnitName from, UnitName to) {
    if (from.isInstance()) {
      boolean same = to.isTemplate() || from.instance().equals(to.instance());
      return same
          ? Optional.empty()
          : Optional.of(to.isPlain() ? TEMPLATE_AND_PLAIN : OTHER_INSTANCE);
    }
    if (from.isPlain() == to.isPlain() && from.isTemplate() == to.isTemplate()) {
      return Optional.empty();
    }
    return Optional.of(from.isPlain() && to.isInstance() ? PLAIN_FOR_INSTANCE : TEMPLATE_AND_PLAIN);
  }
}
