package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Value;

/**
 * xinetd divides the arguments at blanks whatever the quotes, and puts the name of the server
 * before them unless {@code NAMEINARGS} is set above. See xinetd.conf(5), {@code server_args},
 * {@code flags}.
 */
final class MisreadArguments implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X416", "misread-arguments", WARNING, "the server gets other arguments than it seems");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(
        TroubleKind.QUOTES_IN_ARGUMENTS,
        TroubleKind.NAME_IN_ARGUMENTS,
        TroubleKind.NAMEINARGS_TOO_LATE);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return Stream.of(
        switch (trouble.kind()) {
          case QUOTES_IN_ARGUMENTS ->
              INFO.at(trouble.place(), "the quote in `%s` is part of the argument", trouble.word(0))
                  .note("arguments end at blanks; there are no quotes and no escapes")
                  .help("drop the quotes, or have a script put the arguments together");
          case NAME_IN_ARGUMENTS -> named(trouble, view);
          default -> late(trouble, view);
        });
  }

  private static Diagnostic named(Trouble trouble, XinetdView view) {
    var line = Lines.at(view, trouble.place());
    var word = line.map(l -> l.values().get(0));
    var found =
        INFO.at(
                word.map(Value::place).orElse(trouble.place()),
                "the server gets `%s` twice: xinetd puts its name before the arguments",
                trouble.word(0))
            .help("drop the word, or add `flags = NAMEINARGS` above");
    return word.map(
            v -> found.fix("remove `" + v.text() + "`", false, Lines.without(line.get(), v)))
        .orElse(found);
  }

  private static Diagnostic late(Trouble trouble, XinetdView view) {
    var flags = Lines.at(view, trouble.place());
    var arguments = Lines.at(view, trouble.others().get(0));
    var place = flags.flatMap(l -> Lines.word(l, "NAMEINARGS")).map(Value::place);
    var found =
        INFO.at(
                place.orElse(trouble.place()),
                "`NAMEINARGS` comes too late: `server_args` was read without it")
            .as(ERROR)
            .label(trouble.others().get(0), "read before")
            .note("the name of the program is empty then, and most servers fail")
            .help("put `flags` above `server_args`");
    if (flags.isEmpty() || arguments.isEmpty()) {
      return found;
    }
    var edits =
        new Edit[] {
          Lines.before(arguments.get(), Lines.text(flags.get())), Lines.without(flags.get())
        };
    return found.fix("put `flags` above `server_args`", true, edits);
  }
}
