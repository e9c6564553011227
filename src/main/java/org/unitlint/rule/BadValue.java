package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.OnInvalid;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.ValueFlaw;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;

/**
 * A value of some kinds that systemd does not read as it stands. Each kind belongs to one such
 * rule; see {@link BadValues}.
 */
final class BadValue implements UnitRule {
  private final RuleInfo info;
  private final Set<String> kinds;

  /** Whether it speaks only of directives for whose bad values systemd refuses units, or never. */
  private final Optional<Boolean> refusing;

  /**
   * @param kinds of values, without their arguments
   */
  BadValue(String code, String name, String summary, String... kinds) {
    this(new RuleInfo(code, name, ERROR, summary), Set.of(kinds), Optional.empty());
  }

  private BadValue(RuleInfo info, Set<String> kinds, Optional<Boolean> refusing) {
    this.info = info;
    this.kinds = kinds;
    this.refusing = refusing;
  }

  /** The same, about directives only for whose bad values systemd refuses units, or never. */
  BadValue where(boolean refused) {
    return new BadValue(info, kinds, Optional.of(refused));
  }

  /** The same, of kinds in which systemd passes over all flaws without a word. */
  BadValue silent() {
    var mild = new RuleInfo(info.code(), info.name(), WARNING, info.summary());
    return new BadValue(mild, kinds, refusing);
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  /** The kinds of values that it speaks of. */
  Set<String> kinds() {
    return kinds;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    var flawed = facts.of(unit).flawed();
    if (flawed.isEmpty()) {
      return Stream.empty();
    }
    return flawed.stream()
        .filter(r -> speaksOf(r.setting(), facts))
        .flatMap(
            r ->
                r.parsed().flaws().stream()
                    .filter(f -> f.effect() != Effect.TOLD)
                    .map(f -> finding(f, r.setting(), unit)));
  }

  private boolean speaksOf(Setting setting, Facts facts) {
    boolean refused = setting.directive().onInvalid() == OnInvalid.UNIT_REJECTED;
    return kinds.contains(facts.values().kind(setting))
        && refusing.filter(r -> r != refused).isEmpty();
  }

  private Diagnostic finding(ValueFlaw flaw, Setting setting, Unit unit) {
    var found = info.at(flaw.place(), flaw.message()).as(severity(flaw.effect()));
    for (String note : flaw.notes()) {
      found = found.note(note);
    }
    if (flaw.help().isPresent()) {
      found = found.help(flaw.help().get());
    }
    if (flaw.fix().isPresent()) {
      var fix = flaw.fix().get();
      found = found.fix(fix.message(), fix.safe(), fix.edits().toArray(Edit[]::new));
    }
    boolean dropIn = unit.fragment().filter(f -> f == setting.file()).isEmpty();
    return found.note(effect(flaw.effect(), setting.directive().onInvalid(), dropIn));
  }

  private static Severity severity(Effect effect) {
    return switch (effect) {
      case WARNS, SILENT, LATE -> WARNING;
      default -> ERROR;
    };
  }

  private static String effect(Effect effect, OnInvalid onInvalid, boolean dropIn) {
    return switch (effect) {
      case WORD -> "systemd skips the word and takes the others";
      case REST -> "systemd takes what stands before it and ignores the rest";
      case WARNS -> "systemd takes it, and warns";
      case SILENT -> "systemd says nothing about it";
      case LATE -> "systemd takes it, but can make nothing of it when the unit starts";
      case IGNORED -> "systemd ignores the line";
      case REFUSED -> refused(dropIn);
      default ->
          onInvalid == OnInvalid.UNIT_REJECTED ? refused(dropIn) : "systemd ignores the line";
    };
  }

  private static String refused(boolean dropIn) {
    return dropIn ? "systemd ignores the rest of the drop-in, too" : "systemd refuses the unit";
  }
}
