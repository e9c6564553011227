package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Edit;
import org.unitlint.syntax.AsciiCase;

/** {@code only_from} and {@code no_access} list addresses in forms of their own. */
final class BadClient implements ValueRule {
  private static final RuleInfo INFO =
      new RuleInfo("X204", "bad-client", ERROR, "word in a list of clients that means none");
  private static final Set<String> EVERYBODY = Set.of("*", "all", "any", "everybody", "everyone");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.COMMA, TroubleKind.BAD_FACTORS, TroubleKind.UNPARSABLE_ADDRESS);
  }

  @Override
  public Stream<Diagnostic> found(Trouble trouble, XinetdView view) {
    return Stream.of(
        switch (trouble.kind()) {
          case COMMA -> comma(trouble);
          case UNPARSABLE_ADDRESS -> unparsable(trouble, view);
          default ->
              INFO.at(trouble.place(), "`%s` is a malformed address", trouble.word(1))
                  .help(
                      trouble.word(1).indexOf('{') >= 0
                          ? "write a list in braces at the end, as in `192.168.1.{2,3}`"
                          : "write an address, a prefix such as `10.0.0.0/8`, or a name");
        });
  }

  private static Diagnostic comma(Trouble trouble) {
    String word = trouble.word(1);
    List<String> parts = Arrays.stream(word.split(",")).filter(p -> !p.isEmpty()).toList();
    var found =
        INFO.at(
                trouble.place(),
                "`%s`: blanks divide the words of `%s`, not commas",
                word,
                trouble.word(0))
            .help("write a blank in place of each comma");
    return parts.isEmpty()
        ? found
        : found.fix("write blanks", true, new Edit(trouble.place(), String.join(" ", parts)));
  }

  private static Diagnostic unparsable(Trouble trouble, XinetdView view) {
    String attribute = AsciiCase.lower(trouble.word(0));
    String word = trouble.word(1);
    boolean only = attribute.equals("only_from");
    boolean name = word.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]+");
    var found =
        name
            ? INFO.at(trouble.place(), "no host is called `%s`", word).as(WARNING)
            : INFO.at(trouble.place(), "`%s` in `%s` means nothing to xinetd", word, attribute);
    if (EVERYBODY.contains(AsciiCase.lower(word))) {
      found =
          only
              ? found.help("drop the line to let everybody in, or write `0.0.0.0/0 ::/0`")
              : found.help("write `0.0.0.0/0 ::/0` to refuse everybody");
    } else if (!name) {
      found = found.help("write an address, a prefix such as `10.0.0.0/8`, or a name");
    }
    var bare = Bare.of(word).filter(b -> b.matches("[0-9a-fA-F.:/]+"));
    if (bare.isPresent()) {
      found = found.fix("write `" + bare.get() + "`", true, new Edit(trouble.place(), bare.get()));
    }
    return found.note(left(only, view.owner(trouble)));
  }

  /** What remains of the list. */
  private static String left(boolean only, Optional<XinetdService> owner) {
    if (!only) {
      return "xinetd leaves it out, so that it refuses nobody for it";
    }
    boolean nobody = owner.flatMap(s -> s.access().onlyFrom()).filter(List::isEmpty).isPresent();
    return nobody
        ? "xinetd leaves it out; nothing else is in the list, so that nobody is let in"
        : "xinetd leaves it out and takes the rest of the list";
  }
}
