package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;

/** Where xinetd knows a list of words it takes no others. See xinetd.conf(5). */
final class UnknownWord implements ValueRule {
  private static final RuleInfo INFO =
      new RuleInfo("X201", "unknown-word", ERROR, "word that xinetd does not know there");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.UNKNOWN_WORD);
  }

  @Override
  public Stream<Diagnostic> found(Trouble trouble, XinetdView view) {
    String word = trouble.word(1);
    String list = trouble.word(2);
    var place = trouble.place();
    var parts = List.of(word.split(","));
    boolean commas =
        parts.size() > 1 && parts.stream().allMatch(p -> known(list, p)) && !word.endsWith(",");
    if (commas) {
      return Stream.of(
          INFO.at(place, "`%s`: blanks divide the words of `%s`, not commas", word, trouble.word(0))
              .help("write blanks in place of the commas")
              .fix("write blanks", true, new Edit(place, String.join(" ", parts))));
    }
    var found = INFO.at(place, message(list, trouble.word(0)), word).help(choices(list));
    var bare = Bare.of(word).filter(b -> known(list, b)).map(b -> new Meant.Guess(b, true));
    var guess = bare.or(() -> Meant.word(list, word));
    return Stream.of(
        guess
            .map(
                g ->
                    found
                        .help(list.equals("boolean") ? "write `" + g.word() + "`" : meant(g))
                        .fix("write `" + g.word() + "`", g.certain(), new Edit(place, g.word())))
            .orElse(found));
  }

  private static String meant(Meant.Guess guess) {
    return "did you mean `" + guess.word() + "`?";
  }

  private static boolean known(String list, String word) {
    return Meant.words(list).stream().anyMatch(w -> w.equalsIgnoreCase(word));
  }

  private static String message(String list, String attribute) {
    return switch (list) {
      case "boolean" -> "`%s` is neither `yes` nor `no`";
      case "flag" -> "unknown flag `%s`";
      case "type" -> "unknown type of service `%s`";
      case "socket_type" -> "unknown type of socket `%s`";
      case "log_type" -> "unknown type of log `%s`";
      case "facility" -> "xinetd knows no facility `%s`";
      case "level" -> "xinetd knows no level `%s`";
      default -> "`%s` is nothing that `" + attribute + "` can log";
    };
  }

  private static String choices(String list) {
    if (list.equals("facility")) {
      return "it may be `daemon`, `auth`, `authpriv`, `user`, `mail`, `lpr`, `news`, `uucp`, `ftp`,"
          + " or `local0` to `local7`";
    }
    return "it may be "
        + Meant.words(list).stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "));
  }
}
