package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Label;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Node;
import org.unitlint.source.Place;

/** Of what is in an included folder xinetd reads files only. See xinetd.conf(5). */
final class NoFileInFolder implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X152",
          "folder-in-includedir",
          WARNING,
          "something else than a file in an included folder");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.NO_REGULAR_FILE);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    String path = trouble.place().source().name();
    boolean folder = view.machine().node(trouble.word(0)).is(Node.Kind.FOLDER);
    var found =
        INFO.at(
            trouble.place(),
            folder
                ? "xinetd does not look into the folder `%s`"
                : "`%s` is no file: xinetd skips it",
            path);
    for (Place other : trouble.others()) {
      found = found.label(other, "included here");
    }
    return Stream.of(found.help(folder ? "include it by itself, or move it away" : "move it away"));
  }

  /** What is not read is nobody's file: who looks at the line that includes its folder is told. */
  @Override
  public Diagnostic seenFrom(Diagnostic finding, Predicate<Place> wanted) {
    return wanted.test(finding.place())
        ? finding
        : finding.labels().stream()
            .map(Label::place)
            .filter(wanted)
            .findFirst()
            .map(
                place ->
                    INFO.at(place, finding.message())
                        .as(finding.severity())
                        .help(finding.help().orElse("")))
            .orElse(finding);
  }
}
