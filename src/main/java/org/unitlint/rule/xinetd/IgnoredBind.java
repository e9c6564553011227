package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Value;

/**
 * A flag that demands the other family makes xinetd ignore the address of {@code bind}, and listen
 * on all. See xinetd.conf(5), {@code bind}, {@code flags}.
 */
final class IgnoredBind implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X402",
          "ignored-bind",
          ERROR,
          "a flag of the other family opens a service on all addresses");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.FAMILY_CLASH);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    String flag = trouble.word(0);
    String other = flag.equals("IPv6") ? "IPv4" : "IPv6";
    var line = Lines.at(view, trouble.place());
    var word = line.flatMap(l -> Lines.word(l, flag));
    var found =
        INFO.at(
                word.map(Value::place).orElse(trouble.place()),
                "with the flag `%s` the address `%s` is ignored: xinetd listens on `%s`",
                flag,
                trouble.word(1),
                flag.equals("IPv6") ? "::" : "0.0.0.0")
            .label(trouble.others().get(0), "ignored");
    if (view.owner(trouble).filter(s -> s.access().isOpen()).isPresent()) {
      found = found.note("so anybody who reaches the machine reaches the service");
    }
    found = found.note("xinetd's own dump of its state still shows the address");
    if (word.isEmpty()) {
      return Stream.of(found);
    }
    boolean both = Lines.word(line.get(), other).isPresent();
    var edit = both ? Lines.without(line.get(), word.get()) : new Edit(word.get().place(), other);
    String what = both ? "remove `" + flag + "`" : "use `" + other + "`";
    return Stream.of(found.help(what).fix(what, false, edit));
  }
}
