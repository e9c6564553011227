package org.unitlint.rule;

import java.util.List;
import org.unitlint.host.Mention;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.Parsed;
import org.unitlint.syntax.CommandLine;

/** What several rules ask of one unit. Each list is made once, when it is first asked for. */
final class Gathered {
  private final Unit unit;
  private final Facts facts;
  private List<Mention> mentions;
  private List<Commands> commands;
  private List<Invocation> invocations;
  private List<Launch> launches;
  private List<Read> flawed;

  Gathered(Unit unit, Facts facts) {
    this.unit = unit;
    this.facts = facts;
  }

  /** One setting that holds a command line, whether it counts or not. */
  record Commands(Setting setting, CommandLine line) {}

  /** One setting with what systemd makes of its value, whether it counts or not. */
  record Read(Setting setting, Parsed<?> parsed) {}

  /** Its settings with a flaw in the value, in the order of reading. */
  synchronized List<Read> flawed() {
    if (flawed == null) {
      flawed =
          unit.settings().all().stream()
              .map(s -> new Read(s, facts.values().read(s, unit.name())))
              .filter(r -> !r.parsed().flaws().isEmpty())
              .toList();
    }
    return flawed;
  }

  /** What it names; see {@link Named#by(Unit, Facts)}. */
  synchronized List<Mention> mentions() {
    if (mentions == null) {
      mentions = Named.in(unit, facts);
    }
    return mentions;
  }

  /** Its command lines, in the order of reading. */
  synchronized List<Commands> commands() {
    if (commands == null) {
      commands =
          unit.settings().all().stream()
              .filter(s -> s.directive().valueKind().equals("exec-command"))
              .map(s -> new Commands(s, CommandLine.parse(s.value(), facts.version())))
              .toList();
    }
    return commands;
  }

  /** The commands that count; see {@link Invocation#of(Unit, Facts)}. */
  synchronized List<Invocation> invocations() {
    if (invocations == null) {
      invocations =
          commands().stream()
              .filter(c -> unit.settings().counts(c.setting()))
              .flatMap(
                  c ->
                      c.line().commands().stream()
                          .map(l -> new Invocation(c.setting(), l, facts.catalog())))
              .toList();
    }
    return invocations;
  }

  /** The programs that it runs; see {@link Launch#of(Unit, Facts)}. */
  synchronized List<Launch> launches() {
    if (launches == null) {
      launches = Launch.in(unit, facts).toList();
    }
    return launches;
  }
}
