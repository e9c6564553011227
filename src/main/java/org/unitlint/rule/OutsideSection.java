package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.catalog.Standing;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.Element;
import org.unitlint.syntax.Header;
import org.unitlint.syntax.Junk;

/** Lines before the first header belong to no section, and are ignored. See systemd.syntax(7). */
final class OutsideSection implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "S003", "assignment-outside-section", ERROR, "lines before the first section header");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return runs(file, facts).stream().map(lines -> found(lines, file, facts));
  }

  /** The lines, parted where a template may put a header. */
  private static List<List<Element>> runs(CheckedFile file, Facts facts) {
    var leftovers = file.leftovers(facts);
    var placeholders = file.placeholders();
    var runs = new ArrayList<List<Element>>();
    List<Element> run = new ArrayList<>();
    for (Element element : file.tree().elements()) {
      if (element instanceof Header) {
        break;
      }
      boolean line = element instanceof Assignment || element instanceof Junk;
      if (line && placeholders.touch(place(element))) {
        run = new ArrayList<>();
      } else if (line && !leftovers.contains(element) && !IncludeLine.is(element)) {
        if (run.isEmpty()) {
          runs.add(run);
        }
        run.add(element);
      }
    }
    return placeholders.mayAddLines() ? List.of() : runs;
  }

  private static Place place(Element element) {
    return element instanceof Junk
        ? ((Junk) element).text().place()
        : ((Assignment) element).place();
  }

  private static Diagnostic found(List<Element> lines, CheckedFile file, Facts facts) {
    var first = lines.get(0);
    var header = first instanceof Junk ? header((Junk) first, facts) : Optional.<String>empty();
    if (header.isPresent()) {
      String written = ((Junk) first).text().text();
      return RULE.at(place(first), "`%s` is no section header", written)
          .help("write `" + header.get() + "`")
          .fix("write it as a header", true, new Edit(place(first), header.get()));
    }
    var place = place(first).to(place(lines.get(lines.size() - 1)));
    var found = RULE.at(place, "%s", message(lines, file));
    var section = section(lines, file, facts);
    if (section.isEmpty()) {
      return found.help("put a section header above, such as `[Unit]`");
    }
    String text = "[" + section.get() + "]";
    int start = Lines.start(file.source(), place.span().start());
    return found
        .help("put `" + text + "` above")
        .fix("add the header", true, new Edit(file.source().place(start, start), text + "\n"));
  }

  private static String message(List<Element> lines, CheckedFile file) {
    if (file.tree().sections().isEmpty()) {
      String what = file.dropIn() ? "drop-in" : "file";
      return "this " + what + " has no section header, so that systemd ignores all of it";
    }
    if (lines.size() > 1) {
      return lines.size() + " lines before the first section header are ignored";
    }
    String line =
        lines.get(0) instanceof Junk
            ? ((Junk) lines.get(0)).text().text()
            : ((Assignment) lines.get(0)).name() + "=";
    return "`" + line + "` before the first section header is ignored";
  }

  /** The one section of such a unit that takes all the directives. */
  private static Optional<String> section(List<Element> lines, CheckedFile file, Facts facts) {
    Set<String> common = new LinkedHashSet<>(facts.catalog().sections(file.type()));
    for (Element line : lines) {
      if (common.isEmpty()) {
        break;
      }
      common.retainAll(line instanceof Assignment ? homes((Assignment) line, facts) : Set.of());
    }
    return common.size() == 1 ? common.stream().findFirst() : Optional.empty();
  }

  private static Set<String> homes(Assignment line, Facts facts) {
    return facts.catalog().named(line.name()).stream()
        .filter(d -> d.standing(facts.version()) == Standing.CURRENT)
        .flatMap(d -> d.sections().stream())
        .collect(Collectors.toSet());
  }

  /** The header that a line without {@code =} was meant to be: {@code Unit]} or {@code (Unit)}. */
  static Optional<String> header(Junk line, Facts facts) {
    String text = line.text().text();
    String name = text.replaceAll("^[\\[({<]|[\\])}>:]$", "");
    return facts.catalog().sections().stream()
        .filter(section -> !name.equals(text) && section.equalsIgnoreCase(name))
        .map(section -> "[" + section + "]")
        .findFirst();
  }
}
