package org.unitlint.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What xinetd knows of an attribute of its services, as of version 2.3.15. See xinetd.conf(5).
 *
 * @param id the name under which it is kept; another only for a second name
 * @param values how many values a service gives it; empty where only defaults may hold it
 * @param changeable whether a service may use {@code +=} and {@code -=}, and write it twice
 * @param inDefaults how many values the defaults give it; empty where they may not hold it
 * @param merged when a service takes it over from the defaults
 * @param fallback what holds without it, in words; empty for nothing worth a word
 */
public record KnownAttribute(
    String name,
    String id,
    Optional<Count> values,
    boolean changeable,
    Optional<Count> inDefaults,
    Kind kind,
    Optional<Merged> merged,
    String fallback) {
  /** How many values there have to be. */
  public enum Count {
    ONE("1"),
    TWO("2"),
    /** One at least; without, the value is bad. */
    SOME("some"),
    ANY("any");

    private final String cell;

    Count(String cell) {
      this.cell = cell;
    }

    /** The number, where it is fixed. */
    public Optional<Integer> number() {
      return this == ONE ? Optional.of(1) : this == TWO ? Optional.of(2) : Optional.empty();
    }

    static Optional<Count> of(String cell) {
      for (Count count : values()) {
        if (count.cell.equals(cell)) {
          return Optional.of(count);
        }
      }
      if (cell.isEmpty()) {
        return Optional.empty();
      }
      throw new IllegalStateException(cell);
    }
  }

  /** What its values are. */
  public enum Kind {
    SOCKET_TYPE,
    PROTOCOL,
    BOOLEAN,
    USER,
    GROUP,
    PROGRAM,
    ARGUMENTS,
    COUNT,
    RATE,
    LOAD,
    INTEGER,
    MODE,
    MEMORY,
    SECONDS,
    LOG,
    LOG_SUCCESS,
    LOG_FAILURE,
    ADDRESSES,
    ADDRESS,
    TIMES,
    TYPES,
    FLAGS,
    TEXT,
    PORT,
    VERSIONS,
    ENVIRONMENT,
    VARIABLES,
    REDIRECT,
    FILE,
    MINUTES,
    IDS
  }

  /** When services take what the defaults say. */
  public enum Merged {
    /** When their entry begins: only from defaults that stand before. */
    FIRST,
    /** When all is read. */
    LAST
  }

  static Map<String, KnownAttribute> read(Table table) {
    var attributes = new LinkedHashMap<String, KnownAttribute>();
    while (table.nextRow()) {
      var attribute =
          new KnownAttribute(
              table.cell(),
              table.cell(),
              Count.of(table.cell()),
              table.flag(),
              Count.of(table.cell()),
              table.oneOf(Kind.class),
              table.optionalOneOf(Merged.class),
              table.cell());
      attributes.put(attribute.name(), attribute);
    }
    return attributes;
  }
}
