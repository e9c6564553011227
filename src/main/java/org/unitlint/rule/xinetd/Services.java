package org.unitlint.rule.xinetd;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.host.xinetd.Outcome;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.host.xinetd.XinetdSetup;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.XinetdInclude;

/** What rules ask of services. */
final class Services {
  private static final int MOST_NAMES = 3;

  private Services() {}

  /** Those that are served, or would be but for a mistake after which the rest was read. */
  static Stream<XinetdService> wanted(XinetdView view) {
    return view.config().services().stream().filter(Services::isWanted);
  }

  private static boolean isWanted(XinetdService service) {
    var outcome = service.outcome();
    return outcome.isServed()
        || outcome.state() == Outcome.State.DROPPED
            && outcome.trouble().filter(t -> t.kind() != TroubleKind.MALFORMED).isPresent()
            && service.troubles().stream().noneMatch(Services::isBadDisable);
  }

  /** Whether xinetd may have given the entry up at its line for {@code disable}. */
  private static boolean isBadDisable(Trouble trouble) {
    return trouble.kind() != TroubleKind.REVIVED && AsciiCase.equal(trouble.word(0), "disable");
  }

  /** How the service that has the trouble is called, with the word; empty for the defaults. */
  static Optional<String> named(Trouble trouble, XinetdView view) {
    return view.owner(trouble).map(s -> "service `" + s.id() + "`");
  }

  /**
   * Whether all that the defaults say is known: not so for a part of a folder without the main file
   * that includes it, in whose place there is a line that includes the folder.
   */
  static boolean knowsDefaults(XinetdView view) {
    if (view.whole()) {
      return true;
    }
    var main = view.config().files().get(XinetdSetup.MAIN_FILE);
    return main == null || !main.entries().isEmpty() || main.items().size() != 1;
  }

  /** Whether all files that belong to the configuration are there. */
  static boolean areComplete(XinetdView view) {
    return view.whole()
        || view.config().files().values().stream()
            .flatMap(f -> f.items().stream())
            .filter(XinetdInclude.class::isInstance)
            .map(XinetdInclude.class::cast)
            .noneMatch(i -> isMissing(i.path().text(), view));
  }

  private static boolean isMissing(String path, XinetdView view) {
    String full = Paths.normalize(path.startsWith("/") ? path : "/" + path);
    return Paths.resolve(view.machine().tree(), full).node().is(Node.Kind.MISSING);
  }

  /** Services by name: the first few, and how many more. */
  static String list(Collection<XinetdService> services) {
    String first =
        services.stream()
            .limit(MOST_NAMES)
            .map(s -> "`" + s.id() + "`")
            .collect(Collectors.joining(", "));
    int more = services.size() - MOST_NAMES;
    return (services.size() == 1 ? "service " : "services ")
        + first
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** Whether the attribute is in the entry itself, or in the defaults. */
  static boolean says(XinetdService service, String attribute) {
    return service.setting(attribute).filter(s -> !s.written().isEmpty()).isPresent();
  }
}
