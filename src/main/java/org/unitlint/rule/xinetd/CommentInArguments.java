package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;

/**
 * A comment is a line of its own; behind arguments, or the ids that the defaults list, it is more
 * of them. See xinetd.conf(5), {@code server_args}, {@code enabled}.
 */
final class CommentInArguments implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X415",
          "comment-in-arguments",
          WARNING,
          "a comment is passed on as arguments, or taken for ids");
  private static final List<String> LISTS = List.of("server_args", "enabled", "disabled");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.COMMENT_IN_VALUES);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    var line = Lines.at(view, trouble.place()).filter(l -> LISTS.stream().anyMatch(l::is));
    if (line.isEmpty()) {
      return Stream.empty();
    }
    boolean arguments = line.get().is("server_args");
    var found =
        INFO.at(
                trouble.place(),
                arguments
                    ? "this is no comment: the server gets it as arguments"
                    : "this is no comment: its words are taken for ids of services")
            .note("only what begins its line with `#` is a comment")
            .help("put the comment on a line of its own");
    var values = line.get().values();
    int index = 0;
    while (!values.get(index).text().startsWith("#")) {
      index++;
    }
    if (index == 0) {
      return Stream.of(found);
    }
    var source = trouble.place().source();
    int from = values.get(index - 1).place().span().end();
    return Stream.of(
        found.fix(
            "put the comment on a line of its own",
            true,
            Lines.before(line.get(), trouble.place().text()),
            new Edit(source.place(from, trouble.place().span().end()), "")));
  }
}
