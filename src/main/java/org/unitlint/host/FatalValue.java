package org.unitlint.host;

import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.OnInvalid;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.value.Values;
import org.unitlint.syntax.Command;
import org.unitlint.syntax.CommandLine;

/**
 * Values at which systemd stops reading: a fragment is refused with its unit, of a drop-in the rest
 * is left out.
 */
public final class FatalValue {
  private FatalValue() {}

  /** Why systemd stops at the setting; empty if it reads on. */
  public static Optional<Refusal> of(Setting setting, UnitName unit, Values values) {
    boolean reset = setting.value().isEmpty() && setting.directive().listSemantics().emptyResets();
    if (setting.directive().onInvalid() != OnInvalid.UNIT_REJECTED || reset) {
      return Optional.empty();
    }
    boolean command = setting.directive().valueKind().equals("exec-command");
    boolean lenient =
        setting.text().matches("(?s)[@:+!|]*-.*")
            && (command || setting.name().equals("WorkingDirectory"));
    var specifiers = UnknownSpecifiers.in(setting, values.catalog(), values.version());
    if (command && CommandLine.parse(setting.value(), values.version()).isRefused()) {
      return Optional.of(new Refusal(Reason.BAD_COMMAND, setting.place()));
    }
    if (!lenient && !specifiers.isEmpty()) {
      return Optional.of(new Refusal(Reason.BAD_SPECIFIER, specifiers.get(0)));
    }
    if (lenient || values.isTaken(setting, unit)) {
      return Optional.empty();
    }
    boolean path = setting.directive().valueKind().startsWith("path");
    return Optional.of(
        new Refusal(path ? Reason.RELATIVE_PATH : Reason.BAD_VALUE, setting.place()));
  }

  /**
   * What systemd has taken of the value before it stops in its middle: whole commands, or names of
   * groups. Empty where that is nothing.
   */
  public static Optional<String> taken(Setting setting, UnitName unit, Values values) {
    var value = setting.value();
    if (of(setting, unit, values).isEmpty()) {
      return Optional.empty();
    }
    var commands = commands(setting, values);
    int end = value.place().span().start();
    if (!commands.isEmpty()) {
      end = commands.get(commands.size() - 1).place().span().end();
    } else if (!setting.directive().listSemantics().single()) {
      end =
          values.read(setting, unit).flaws().stream()
              .filter(f -> f.effect().refuses())
              .mapToInt(f -> f.place().span().start())
              .min()
              .orElse(end);
    }
    String before = value.before(end).text();
    String words = commands.isEmpty() ? before.replaceFirst("\\S+$", "") : before;
    return Optional.of(words.strip()).filter(t -> !t.isEmpty());
  }

  private static List<Command> commands(Setting setting, Values values) {
    return setting.directive().valueKind().equals("exec-command")
        ? CommandLine.parse(setting.value(), values.version()).commands()
        : List.of();
  }
}
