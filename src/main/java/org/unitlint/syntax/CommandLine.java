package org.unitlint.syntax;

import java.util.List;

/**
 * The value of ExecStart= and its like. See systemd.service(5), "Command lines".
 *
 * @param commands those that systemd takes; an empty value has none, and clears the list
 * @param flaws what is wrong; specifiers, and whether programs exist, are not looked at
 */
public record CommandLine(List<Command> commands, List<CommandFlaw> flaws) {
  public CommandLine {
    commands = List.copyOf(commands);
    flaws = List.copyOf(flaws);
  }

  /**
   * Reads the value as systemd does, up to the flaw where it leaves off, if any.
   *
   * @param version of systemd, such as 252
   */
  public static CommandLine parse(Value value, int version) {
    return new CommandReader(value, version).read();
  }

  /** Whether systemd does not load the unit for it. */
  public boolean isRefused() {
    return flaws.stream().anyMatch(f -> f.effect() == CommandFlaw.Effect.REFUSES_UNIT);
  }
}
