package org.unitlint.host.effective;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unitlint.host.LoadedFile;
import org.unitlint.host.Machine;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.ValueFlaw;
import org.unitlint.source.Place;
import org.unitlint.syntax.CommandFlaw;
import org.unitlint.syntax.CommandLine;

/** Says why systemd does not take a line of a unit, or not all of it. */
final class Remarks {
  private final Machine machine;
  private final Unit unit;

  Remarks(Machine machine, Unit unit) {
    this.machine = machine;
    this.unit = unit;
  }

  /** Why systemd takes nothing of the setting; empty if it does. */
  Optional<String> ignored(Setting setting) {
    return switch (setting.directive().standing(version())) {
      case IGNORED -> Optional.of("it has no effect any more");
      case UNSUPPORTED -> Optional.of("a " + unit.name().type().suffix() + " does not support it");
      default -> flawed(setting);
    };
  }

  private Optional<String> flawed(Setting setting) {
    var command = command(setting);
    if (command.filter(c -> c.commands().isEmpty() && !setting.value().isEmpty()).isPresent()) {
      return Optional.of(told(command.get().flaws()));
    }
    var parsed = machine.values().read(setting, unit.name());
    return parsed.isTaken()
        ? Optional.empty()
        : parsed.flaws().stream().filter(f -> f.effect().refuses()).map(Remarks::told).findFirst();
  }

  private static String told(ValueFlaw flaw) {
    return flaw.effect() == ValueFlaw.Effect.TOLD
        ? flaw.message() + " `" + flaw.place().text() + "`"
        : flaw.message();
  }

  private static String told(List<CommandFlaw> flaws) {
    return flaws.stream()
        .filter(f -> f.effect().compareTo(CommandFlaw.Effect.DROPS_LINE) <= 0)
        .map(f -> "not a command: " + f.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .findFirst()
        .orElse("not a command");
  }

  private Optional<CommandLine> command(Setting setting) {
    return setting.directive().valueKind(version()).equals("exec-command")
        ? Optional.of(CommandLine.parse(setting.value(), version()))
        : Optional.empty();
  }

  /** What of a setting that counts does not. */
  List<String> inPart(Setting setting) {
    var told = new ArrayList<String>();
    boolean cut =
        command(setting).filter(c -> c.flaws().stream().anyMatch(Remarks::dropsLine)).isPresent();
    if (cut) {
      told.add("the rest of the line is ignored: " + told(command(setting).get().flaws()));
    }
    for (ValueFlaw flaw : machine.values().read(setting, unit.name()).flaws()) {
      switch (flaw.effect()) {
        case WORD -> told.add("a word of it is ignored: " + flaw.message());
        case REST -> told.add("the rest of it is ignored: " + flaw.message());
        default -> {}
      }
    }
    return told;
  }

  private static boolean dropsLine(CommandFlaw flaw) {
    return flaw.effect() == CommandFlaw.Effect.DROPS_LINE;
  }

  /** Why systemd gives up at the line. */
  String refusal(Draft draft) {
    boolean fragment = unit.fragment().filter(f -> f == draft.file()).isPresent();
    String effect = fragment ? "systemd refuses the unit" : "systemd reads no further";
    return draft
        .setting()
        .flatMap(this::ignored)
        .or(() -> draft.setting().flatMap(this::command).map(c -> told(c.flaws())))
        .map(r -> r + "; " + effect)
        .orElse(effect);
  }

  /** Why systemd has not come to a line of the file. */
  String unread(LoadedFile file, Optional<Place> stop) {
    var end = stop.or(() -> file.tree().fatal().map(f -> f.place()));
    return end.map(p -> "systemd gave up at line " + p.line())
        .orElse("systemd gave up at the unit's own file");
  }

  private int version() {
    return machine.setup().version();
  }
}
