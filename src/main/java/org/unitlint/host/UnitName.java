package org.unitlint.host;

import java.util.Optional;
import org.unitlint.catalog.UnitType;

/** A valid name of a unit. See systemd.unit(5), "Description". */
public final class UnitName implements Comparable<UnitName> {
  private static final int MAX_LENGTH = 255;

  private final String prefix;
  private final Optional<String> instance;
  private final UnitType type;
  private final String text;

  /**
   * A name made of its parts.
   *
   * @param prefix what stands before the first {@code @}, or before the type
   * @param instance what stands behind it; empty for a template; nothing for a plain unit
   */
  public UnitName(String prefix, Optional<String> instance, UnitType type) {
    this(
        prefix,
        instance,
        type,
        (instance.isPresent() ? prefix + "@" + instance.get() : prefix) + "." + type.suffix());
  }

  private UnitName(String prefix, Optional<String> instance, UnitType type, String text) {
    this.prefix = prefix;
    this.instance = instance;
    this.type = type;
    this.text = text;
  }

  /** What stands before the first {@code @}, or before the type. */
  public String prefix() {
    return prefix;
  }

  /** What stands behind the first {@code @}: empty for a template, nothing for a plain unit. */
  public Optional<String> instance() {
    return instance;
  }

  /** The type that the name ends with. */
  public UnitType type() {
    return type;
  }

  /** The parts of the name; empty for what is no name of a unit. */
  public static Optional<UnitName> parse(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0 || name.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    var type = UnitType.ofSuffix(name.substring(dot + 1));
    int at = name.indexOf('@');
    if (type.isEmpty() || at == 0 || !hasOnlyValidCharacters(name, dot)) {
      return Optional.empty();
    }
    if (at < 0) {
      return Optional.of(new UnitName(name.substring(0, dot), Optional.empty(), type.get(), name));
    }
    var instance = Optional.of(name.substring(at + 1, dot));
    return Optional.of(new UnitName(name.substring(0, at), instance, type.get(), name));
  }

  /** Whether a character may stand in a name of a unit. */
  public static boolean isValid(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || ":-_.\\@".indexOf(c) >= 0;
  }

  private static boolean hasOnlyValidCharacters(String name, int end) {
    for (int i = 0; i < end; i++) {
      if (!isValid(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is {@code NAME@.TYPE}. */
  public boolean isTemplate() {
    return instance.isPresent() && instance.get().isEmpty();
  }

  /** Whether it is {@code NAME@INSTANCE.TYPE}. */
  public boolean isInstance() {
    return instance.isPresent() && !instance.get().isEmpty();
  }

  /** Whether it is neither template nor instance. */
  public boolean isPlain() {
    return instance.isEmpty();
  }

  /** The template that this is an instance of. */
  public UnitName template() {
    return withInstance("");
  }

  /** The instance of that name. */
  public UnitName withInstance(String name) {
    return new UnitName(prefix, Optional.of(name), type);
  }

  /** The same name with another type. */
  public UnitName withType(UnitType other) {
    return new UnitName(prefix, instance, other);
  }

  /** The name without the dot and the type. */
  public String stem() {
    return instance.isPresent() ? prefix + "@" + instance.get() : prefix;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnitName name && text.equals(name.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public int compareTo(UnitName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
