package org.unitlint.host.value;

import java.util.Optional;
import org.unitlint.catalog.Nearest;
import org.unitlint.host.Booleans;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * What is wrong with the value of a condition, as the {@code condition_test_*} functions of systemd
 * find when the unit starts. Most only say that it does not hold then.
 */
final class ConditionCheck {
  private static final int HIGHEST_CAPABILITY = 63;
  private static final long HIGHEST_NUMBER = 0xFFFFFFFFL;

  private final Text text;
  private final ValueContext context;

  private ConditionCheck(Text text, ValueContext context) {
    this.text = text;
    this.context = context;
  }

  /** The flaw of a value that is not empty; empty where there is none, or that is not certain. */
  static Optional<ValueFlaw> flaw(Text text, String kind, ValueContext context) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var check = new ConditionCheck(text, context);
    return switch (kind) {
      case "boolean" -> check.flag();
      case "architecture", "virtualization", "security", "firmware", "cpu-feature" ->
          ConditionWords.flaw(text, kind, context);
      case "cgroup-controller" -> ConditionWords.controllers(text, context);
      case "capability" -> check.capability();
      case "cpus" -> check.cpus();
      case "memory" -> check.memory();
      case "version" -> Comparisons.version(text, context);
      case "os-release" -> Comparisons.osRelease(text, context);
      case "pressure" -> Comparisons.pressure(text, context);
      case "credential" -> check.credential();
      case "user", "group" -> check.user();
      case "environment" -> check.variable();
      default -> Optional.empty();
    };
  }

  private ValueFlaw bad(Effect effect, Text where, String message) {
    return ValueFlaw.of(effect, where.place(), message, where, context.name());
  }

  private Optional<ValueFlaw> flag() {
    if (Booleans.parse(text.text()).isPresent()) {
      return Optional.empty();
    }
    var flaw = bad(Effect.LATE, text, "`%s` is neither true nor false in `%s=`");
    String bare = bare();
    return Optional.of(
        Booleans.parse(bare).isPresent()
            ? flaw.help("drop the quotes").instead(bare, true)
            : flaw.help("write `yes` or `no`"));
  }

  /** The value without quotes around it. */
  private String bare() {
    String all = text.text();
    char first = all.charAt(0);
    boolean quoted =
        all.length() > 2
            && (first == '"' || first == '\'')
            && all.charAt(all.length() - 1) == first;
    return quoted ? all.substring(1, all.length() - 1) : all;
  }

  private Optional<ValueFlaw> capability() {
    var known = context.catalog().capabilities();
    boolean number = Integers.parse(text.text(), 0, HIGHEST_CAPABILITY).isPresent();
    if (number || known.inAnyCase(text.text()).isPresent()) {
      return Optional.empty();
    }
    var flaw = bad(Effect.LATE, text, "unknown capability `%s` in `%s=`");
    var whole = known.inAnyCase("CAP_" + text);
    if (whole.isPresent()) {
      return Optional.of(flaw.help("write `" + whole.get() + "`").instead(whole.get(), true));
    }
    var near = Nearest.of(bare(), known.all().keySet());
    return Optional.of(
        near.isPresent()
            ? flaw.help("did you mean `" + near.get() + "`?").instead(near.get(), false)
            : flaw.help("write one name as capabilities(7) has it, such as `CAP_SYS_TIME`"));
  }

  private Optional<ValueFlaw> cpus() {
    var number = text.from(Operator.end(text.text(), 0, Operator.NUMBERS));
    return Unsigned.parse(number.text().stripLeading(), HIGHEST_NUMBER).isPresent()
        ? Optional.empty()
        : Optional.of(
            noValue(number, "number of processors", "`%s` is no number of processors in `%s=`")
                .help("write a number, with or without an operator such as `>=` before it"));
  }

  /** The amount is read as elsewhere. */
  private Optional<ValueFlaw> memory() {
    var size = text.from(Operator.end(text.text(), 0, Operator.NUMBERS));
    if (size.isEmpty()) {
      return Optional.of(
          noValue(size, "size", "").help("write a size such as `2G` behind the operator"));
    }
    return Grammars.of("size").stream()
        .flatMap(g -> g.parse(size, context).flaws().stream())
        .findFirst()
        .map(f -> f.as(Effect.LATE));
  }

  private ValueFlaw noValue(Text where, String noun, String message) {
    return where.isEmpty()
        ? ValueFlaw.of(
            Effect.LATE, text.place(), "`%s` has no %s in `%s=`", text, noun, context.name())
        : bad(Effect.LATE, where, message);
  }

  private Optional<ValueFlaw> credential() {
    return Credentials.isName(text.text())
        ? Optional.empty()
        : Optional.of(
            bad(Effect.SILENT, text, "`%s` in `%s=` cannot be the name of a credential")
                .help("take the file name under which the credential is known"));
  }

  private Optional<ValueFlaw> user() {
    boolean special = text.text().startsWith("@") && !text.is("@system");
    boolean bad = text.text().chars().anyMatch(c -> " \t:/,\"'".indexOf(c) >= 0);
    return special || bad
        ? Optional.of(
            bad(Effect.SILENT, text, "`%s` in `%s=` cannot be the name of a user or group")
                .help("write one name, a number, or `@system`"))
        : Optional.empty();
  }

  private Optional<ValueFlaw> variable() {
    int equals = text.text().indexOf('=');
    var name = equals < 0 ? text : text.part(0, equals);
    return Variables.isName(name.text())
        ? Optional.empty()
        : Optional.of(Variables.badName(name, context, Effect.SILENT));
  }
}
