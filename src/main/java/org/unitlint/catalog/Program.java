package org.unitlint.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A well-known program, as far as it matters how a unit calls it.
 *
 * @param instead what a unit should do in its place; empty for most
 * @param certain whether that is advice, and not only taste
 */
public record Program(String name, Set<Trait> traits, Optional<String> instead, boolean certain) {
  public Program {
    traits = Set.copyOf(traits);
  }

  /** What its arguments mean. */
  public enum Trait {
    /** A shell: the word behind {@code -c} is a script. */
    SHELL,
    /** Arguments may be operators, or are for a shell elsewhere. */
    FREE,
    /** Arguments may be scripts in a language of its own. */
    SCRIPT,
    /** Arguments are names of files. */
    FILES,
    /** Runs another program, which stands among its arguments. */
    RUNS
  }

  static Map<String, Program> read(Table table) {
    var programs = new HashMap<String, Program>();
    while (table.nextRow()) {
      var program =
          new Program(
              table.cell(), Set.copyOf(table.listOf(Trait.class)), table.optional(), table.flag());
      programs.put(program.name(), program);
    }
    return Map.copyOf(programs);
  }
}
