package org.unitlint.host;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.source.Paths;
import org.unitlint.syntax.Command;
import org.unitlint.syntax.CommandLine;

/**
 * A command that systemd runs for a unit, as words: specifiers are replaced where they are known,
 * variables are not.
 *
 * @param path of the program, or its name alone; empty for words that are for a shell alone
 * @param arguments the words behind it
 * @param shell whether a shell reads all the words as one line
 */
public record CommandWords(String path, List<String> arguments, boolean shell) {
  public CommandWords {
    arguments = List.copyOf(arguments);
  }

  /** The name of the program, without its folder. */
  public String program() {
    return Paths.name(path);
  }

  /** Those of a directive that count, in the order in which they run. */
  public static List<CommandWords> of(
      Machine machine, Unit unit, String section, String directive) {
    var all = new ArrayList<CommandWords>();
    for (Setting setting : unit.settings(section, directive)) {
      for (Command command :
          CommandLine.parse(setting.value(), machine.setup().version()).commands()) {
        var arguments = new ArrayList<String>();
        command.arguments().forEach(w -> arguments.add(expanded(machine, unit, w.text())));
        String path = expanded(machine, unit, command.path().text());
        all.add(new CommandWords(path, arguments, command.has(Command.Prefix.SHELL)));
      }
    }
    return all;
  }

  private static String expanded(Machine machine, Unit unit, String text) {
    return machine.specifiers().expand(text, unit.name()).orElse(text);
  }
}
