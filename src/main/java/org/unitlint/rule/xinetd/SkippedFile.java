package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Source;
import org.unitlint.syntax.XinetdEntry;
import org.unitlint.syntax.XinetdFile;

/**
 * Of a folder xinetd reads no file whose name has a dot. See xinetd.conf(5), {@code includedir}.
 */
final class SkippedFile implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X419", "skipped-file", WARNING, "a file is not read for a dot in its name");
  private static final int MAX_BYTES = 1 << 20;

  /** What editors, packages and people call what is not to be read. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "(?i).*(~|[.]([0-9-]+|rpm(new|save|orig)|(dpkg|ucf)-.*|bak|back|backup|old|orig|save|sav"
              + "|sw[a-z]|tmp|disabled?|off|inactive|sample|example|dist|pacnew|pacsave|rej|diff"
              + "|patch))");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.FILE_SKIPPED);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    String name = Paths.name(trouble.word(0));
    if (ASIDE.matcher(name).matches() || !hasServices(trouble.word(0), view)) {
      return Stream.empty();
    }
    return Stream.of(
        INFO.at(trouble.place(), "`%s` is not read: xinetd skips names with a dot", name)
            .label(trouble.others().get(0), "its folder is read here")
            .help(help(trouble.word(0), name, view)));
  }

  private static String help(String path, String name, XinetdView view) {
    String plain = name.substring(0, name.indexOf('.'));
    boolean free =
        Paths.resolve(view.machine().tree(), Paths.join(Paths.parent(path), plain))
            .node()
            .is(Node.Kind.MISSING);
    return free
        ? "call it `" + plain + "`"
        : "`" + plain + "` is there already: drop one, or end the name with `~` or `.bak`";
  }

  private static boolean hasServices(String path, XinetdView view) {
    var tree = view.machine().tree();
    try {
      var source = Source.of(path, tree.read(Paths.resolve(tree, path).path(), MAX_BYTES));
      return XinetdFile.parse(source).entries().stream()
          .anyMatch(e -> e.kind() == XinetdEntry.Kind.SERVICE);
    } catch (IOException e) {
      return false;
    }
  }
}
