package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Edit;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.syntax.XinetdEntry;
import org.unitlint.syntax.XinetdFile;
import org.unitlint.syntax.XinetdInclude;
import org.unitlint.syntax.XinetdItem;

/**
 * Some attributes of the defaults are copied into a service when its entry begins, so that those
 * which come later do not reach it; the manual page does not say so. See xinetd.conf(5), {@code
 * defaults}.
 */
final class DefaultsTooLate implements XinetdRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X401", "defaults-too-late", ERROR, "services stand above the defaults they rely on");
  private static final List<String> DOORS = List.of("only_from", "no_access");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Services that miss the same for the same reason. */
  private record Group(Place place, Optional<XinetdInclude> include, List<Trouble> troubles) {}

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    var groups = new LinkedHashMap<Object, Group>();
    view.troubles(TroubleKind.DEFAULTS_TOO_LATE)
        .forEach(t -> group(t, view, groups).troubles().add(t));
    return groups.values().stream().map(g -> told(g, view));
  }

  private static Group group(Trouble trouble, XinetdView view, Map<Object, Group> groups) {
    var defaults = trouble.others().get(0).source();
    var path = view.owner(trouble).map(XinetdService::path).orElse("");
    boolean here = trouble.place().source() == defaults;
    var include = here ? Optional.<XinetdInclude>empty() : include(defaults, path, view);
    var place = include.map(i -> i.keyword().place().to(i.path().place())).orElse(trouble.place());
    Object key = include.isPresent() ? include.get() : trouble.place().source();
    return groups.computeIfAbsent(key, k -> new Group(place, include, new ArrayList<>()));
  }

  /** The line of the file with the defaults that has the other file read. */
  private static Optional<XinetdInclude> include(Source source, String path, XinetdView view) {
    return file(source, view).stream()
        .flatMap(f -> f.items().stream())
        .filter(XinetdInclude.class::isInstance)
        .map(XinetdInclude.class::cast)
        .filter(i -> absolute(i).equals(i.folder() ? Paths.parent(path) : path))
        .findFirst();
  }

  private static String absolute(XinetdInclude include) {
    String path = include.path().text();
    return Paths.normalize(path.startsWith("/") ? path : "/" + path);
  }

  private static Optional<XinetdFile> file(Source source, XinetdView view) {
    return view.config().files().values().stream().filter(f -> f.source() == source).findFirst();
  }

  private static Diagnostic told(Group group, XinetdView view) {
    var first = group.troubles().get(0);
    var missed = group.troubles().stream().flatMap(t -> t.words().stream()).distinct().toList();
    var services = group.troubles().stream().flatMap(t -> view.owner(t).stream()).toList();
    var late = first.others().get(0);
    boolean door = missed.stream().anyMatch(DOORS::contains);
    String names = missed.stream().map(a -> "`" + a + "`").collect(Collectors.joining(", "));
    var found =
        INFO.at(
                group.place(),
                "%s %s not get %s of the defaults, which come later",
                Services.list(services),
                services.size() == 1 ? "does" : "do",
                names)
            .as(door ? ERROR : WARNING)
            .label(late, "too late");
    if (services.stream().anyMatch(s -> s.access().isOpen()) && door) {
      found = found.note("so anybody may connect, and xinetd does not say so");
    }
    found =
        found.help(
            group.include().isPresent()
                ? "put the line below `defaults`"
                : "put `defaults` above all services");
    var edits = moved(group, late, view);
    return edits.length == 0 ? found : found.fix("put `defaults` first", false, edits);
  }

  /** The include is put behind the defaults, or the defaults before all else. */
  private static Edit[] moved(Group group, Place late, XinetdView view) {
    var defaults = Lines.entry(view, late).filter(e -> e.kind() == XinetdEntry.Kind.DEFAULTS);
    var file = file(late.source(), view);
    boolean elsewhere = group.place().source() != late.source();
    if (defaults.isEmpty() || file.isEmpty() || elsewhere) {
      return new Edit[0];
    }
    XinetdItem moving = defaults.get();
    int to = file.get().items().get(0).span().start();
    if (group.include().isPresent()) {
      moving = group.include().get();
      to = defaults.get().span().end();
    }
    var from = new Place(late.source(), moving.span());
    String before = to > 0 && late.source().text().charAt(to - 1) != '\n' ? "\n" : "";
    String text = from.text().endsWith("\n") ? from.text() : from.text() + "\n";
    return new Edit[] {new Edit(late.source().place(to, to), before + text), new Edit(from, "")};
  }
}
