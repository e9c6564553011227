package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.Nearest;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/** xinetd goes on without a file or folder that is not there. See xinetd.conf(5). */
final class MissingInclude implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X150", "missing-include", ERROR, "include of what cannot be read");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.INCLUDE_MISSING, TroubleKind.INCLUDE_UNREADABLE);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    String path = trouble.word(0);
    var place = trouble.place();
    if (path.endsWith("\r")) {
      String bare = path.substring(0, path.length() - 1);
      return Stream.of(
          INFO.at(place, "the name of `%s` ends with a carriage return, so it is not found", bare)
              .help("save the file with lines that end in LF alone"));
    }
    if (trouble.kind() == TroubleKind.INCLUDE_UNREADABLE) {
      boolean file = view.machine().node(path).is(Node.Kind.FILE);
      boolean folder = view.machine().node(path).is(Node.Kind.FOLDER);
      var found =
          file || folder
              ? INFO.at(
                      place,
                      file
                          ? "`%s` is a file, but `includedir` takes a folder"
                          : "`%s` is a folder, but `include` takes a file",
                      path)
                  .help(file ? "write `include`" : "write `includedir`")
              : INFO.at(place, "`%s` cannot be read", path)
                  .help("look where it leads and who may read it");
      return Stream.of(found);
    }
    String parent = Paths.parent(Paths.normalize(path.startsWith("/") ? path : "/" + path));
    var near = Nearest.of(Paths.name(path), view.machine().children(parent));
    var found = INFO.at(place, "`%s` does not exist", path).note("xinetd goes on without it");
    return Stream.of(
        near.map(n -> Paths.join(parent, n))
            .map(
                n ->
                    found
                        .help("did you mean `" + n + "`?")
                        .fix("write `" + n + "`", false, new Edit(place, n)))
            .orElse(found.help("make it, or drop the line")));
  }
}
