package org.unitlint.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long something usually takes when a machine starts.
 *
 * @param argument the word that must be among the arguments of a program; empty where any will do
 * @param micros in the median
 * @param p90Factor how many times longer nine in ten take at most
 * @param seen of how many starts, in containers at native speed, that is the median; 0 for what is
 *     only estimated
 */
public record StartTime(
    Kind kind, String name, Optional<String> argument, int micros, double p90Factor, int seen) {
  /** What the name is. */
  public enum Kind {
    /** The type of a unit. */
    UNIT,
    /** The type of a service of which nothing else is known: until its process is ready. */
    SERVICE,
    /** What a command is, if nothing else is known of it. */
    COMMAND,
    /** The type of the file system that is mounted. */
    FILE_SYSTEM,
    /** A program's file name: until it ends, or is ready if it stays. */
    PROGRAM
  }

  /** All of them, from start-times.tsv: by kind and name, those with an argument first. */
  static Map<Kind, Map<String, List<StartTime>>> read(Table table) {
    var times = new HashMap<Kind, Map<String, List<StartTime>>>();
    while (table.nextRow()) {
      var time =
          new StartTime(
              table.oneOf(Kind.class),
              table.cell(),
              table.optional(),
              table.number().orElse(0),
              Double.parseDouble(table.cell()),
              table.number().orElse(0));
      times
          .computeIfAbsent(time.kind(), k -> new HashMap<>())
          .computeIfAbsent(time.name(), n -> new ArrayList<>(1))
          .add(time);
    }
    return times;
  }
}
