package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Source;
import org.unitlint.syntax.XinetdEntry;
import org.unitlint.syntax.XinetdFlaw;

/** An entry ends with a lone closing brace, and with nothing else. See xinetd.conf(5). */
final class MissingCloseBrace implements FlawRule {
  private static final RuleInfo INFO =
      new RuleInfo("X105", "missing-close-brace", ERROR, "entry that is not closed");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<XinetdFlaw.Kind> flaws() {
    return Set.of(
        XinetdFlaw.Kind.MISSING_CLOSE,
        XinetdFlaw.Kind.MISSING_CLOSE_OF_DISABLED,
        XinetdFlaw.Kind.INCOMPLETE,
        XinetdFlaw.Kind.NO_CLOSE_TO_SKIP_TO);
  }

  @Override
  public Stream<Diagnostic> told(XinetdFlaw flaw, XinetdView view) {
    return view.entry(flaw.place()).stream().map(e -> told(flaw, e));
  }

  private static Diagnostic told(XinetdFlaw flaw, XinetdEntry entry) {
    var source = flaw.place().source();
    String what =
        entry.kind() == XinetdEntry.Kind.DEFAULTS
            ? "`defaults`"
            : "service `" + entry.name().text() + "`";
    return switch (flaw.kind()) {
      case MISSING_CLOSE ->
          INFO.at(flaw.place(), "%s is not closed before this", what)
              .label(entry.head(), "this entry lacks its `}`")
              .help("put `}` on a line of its own above")
              .fix("close the entry above", true, close(source, flaw.place().span().start()));
      case MISSING_CLOSE_OF_DISABLED -> {
        var next = flaw.swallowed().get(0).place();
        yield INFO.at(flaw.place(), "%s is not closed before the next entry", what)
            .help("put `}` on a line of its own above `service " + next.text() + "`")
            .note("xinetd says nothing of it, as the service is disabled")
            .fix("close the entry", true, close(source, next.span().start()));
      }
      default -> {
        var found =
            INFO.at(flaw.place(), "%s is not closed before the end of the file", what)
                .help("end it with `}` on a line of its own");
        var fixed = end(source).map(e -> found.fix("close the entry", true, e)).orElse(found);
        yield flaw.kind() == XinetdFlaw.Kind.INCOMPLETE ? fixed : fixed.as(WARNING);
      }
    };
  }

  /** Closes an entry above the line of the offset, and above the comments and blanks there. */
  private static Edit close(Source source, int offset) {
    int line = Texts.start(source, offset);
    while (line > 0) {
      int before = Texts.start(source, line - 1);
      String text = source.text().substring(before, line).strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        break;
      }
      line = before;
    }
    return new Edit(source.place(line, line), Texts.indent(source, offset) + "}\n");
  }

  private static Optional<Edit> end(Source source) {
    int end = source.text().length();
    return source.text().endsWith("\n")
        ? Optional.of(new Edit(source.place(end, end), "}\n"))
        : Optional.of(new Edit(source.place(end, end), "\n}"));
  }
}
