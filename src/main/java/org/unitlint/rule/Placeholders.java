package org.unitlint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.source.Span;
import org.unitlint.source.Spans;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.Element;
import org.unitlint.syntax.Header;
import org.unitlint.syntax.Trivia;
import org.unitlint.syntax.UnitFile;

/**
 * The places of a file that a program fills in before systemd reads it: marks of Jinja, ERB, Go
 * templates, autoconf, shell and others. What is there nobody knows yet, so nothing is said about
 * it.
 */
public final class Placeholders {
  private static final Placeholders NONE = new Placeholders(List.of(), List.of(), false);

  private static final Set<String> ENDINGS =
      Set.of("in", "j2", "jinja", "jinja2", "erb", "epp", "tmpl", "tpl", "template", "mustache");

  /** Marks that stand for themselves in some finished units, and count only beside others. */
  private static final Pattern WEAK =
      Pattern.compile(
          "\\$\\{[A-Za-z_][A-Za-z0-9_]{0,80}\\}|(?<![\\$\\\\])\\$[A-Za-z_][A-Za-z0-9_]{0,80}"
              + "|%%[A-Z_][A-Z0-9_]{2,80}%%"
              + "|(?<![A-Za-z0-9_])__[A-Z][A-Z0-9_]{0,80}__(?![A-Za-z0-9_])");

  /** What a person who writes for a shell expects to be expanded. */
  private static final Pattern OF_A_SHELL =
      Pattern.compile("\\$\\{?(HOME|USER|LOGNAME|SHELL|PATH|UID|PWD|MAINPID|XDG_\\w+)\\}?");

  /** Options with which docker and others take a Go template. */
  private static final Pattern FORMAT_OPTION =
      Pattern.compile("(^|\\s)(-f|--format|--template)[ =]\\s*['\"]?[^'\"]*$");

  /** The start of a command's first word, where systemd expands no variables. */
  private static final Pattern PROGRAM = Pattern.compile("\\w+\\s*=\\s*\\S*");

  private static final int NEEDED_WEAK = 2;

  /** How much of a line before a mark tells what it is. */
  private static final int CONTEXT = 200;

  /** The logical lines that hold marks. */
  private final Spans lines;

  /** Those that are nothing but marks, or whose name or header holds one. */
  private final Spans structural;

  private final boolean unknownSections;

  private Placeholders(List<Span> lines, List<Span> structural, boolean unknownSections) {
    this.lines = new Spans(lines);
    this.structural = new Spans(structural);
    this.unknownSections = unknownSections;
  }

  /** The placeholders of the file. */
  public static Placeholders of(UnitFile file) {
    String text = file.source().text();
    if (text.indexOf('@') < 0
        && text.indexOf('{') < 0
        && text.indexOf('%') < 0
        && text.indexOf('$') < 0
        && !text.contains("__")) {
      return NONE;
    }
    var strong = new ArrayList<Span>();
    var weak = new ArrayList<Span>();
    var programs = new ArrayList<Span>();
    for (Element element : file.elements()) {
      if (!(element instanceof Trivia)) {
        marks(file.source(), element, strong, weak, programs);
      }
    }
    if (isTemplate(file.source()) || !strong.isEmpty() || weak.size() >= NEEDED_WEAK) {
      strong.addAll(weak);
      strong.addAll(programs);
    }
    return strong.isEmpty() ? NONE : of(file, strong);
  }

  private static boolean isTemplate(Source source) {
    return ENDINGS.contains(source.name().substring(source.name().lastIndexOf('.') + 1));
  }

  private static void marks(
      Source source, Element element, List<Span> strong, List<Span> weak, List<Span> programs) {
    String text = source.text(element.span());
    String name = element instanceof Assignment ? ((Assignment) element).name() : "";
    boolean command = name.startsWith("Exec");
    for (Span span : StrongMarks.in(text)) {
      if (!command || !followsFormat(before(text, span.start()))) {
        strong.add(within(element, span.start(), span.end()));
      }
    }
    Matcher mark = WEAK.matcher(text);
    while (mark.find()) {
      boolean variable = mark.group().startsWith("$");
      if (OF_A_SHELL.matcher(mark.group()).matches()
          || variable && name.startsWith("Environment")) {
        continue;
      }
      if (!variable || !command) {
        weak.add(within(element, mark.start(), mark.end()));
      } else if (PROGRAM.matcher(before(text, mark.start())).matches()) {
        programs.add(within(element, mark.start(), mark.end()));
      }
    }
  }

  private static boolean followsFormat(String before) {
    boolean option = before.contains("-f") || before.contains("--template");
    return option && FORMAT_OPTION.matcher(before).find();
  }

  private static String before(String text, int mark) {
    return text.substring(Math.max(0, mark - CONTEXT), mark);
  }

  private static Span within(Element element, int start, int end) {
    return new Span(element.span().start() + start, element.span().start() + end);
  }

  private static Placeholders of(UnitFile file, List<Span> found) {
    var marks = new Spans(found);
    var lines = new ArrayList<Span>();
    var structural = new ArrayList<Span>();
    boolean unknownSections = false;
    boolean unknown = false;
    for (Element element : file.elements()) {
      boolean marked = marks.meet(element.span());
      if (element instanceof Header) {
        unknown = marked;
        unknownSections |= marked;
      }
      if (!marked && !unknown) {
        continue;
      }
      lines.add(element.span());
      if (!(element instanceof Assignment) || isInKey((Assignment) element, marks)) {
        structural.add(element.span());
      }
    }
    return new Placeholders(lines, structural, unknownSections);
  }

  private static boolean isInKey(Assignment line, Spans marks) {
    return marks.meet(line.key().place().span());
  }

  /** Whether there are any. */
  public boolean any() {
    return !lines.isEmpty();
  }

  /** Whether the place, which is in the same file, is on a line that holds one. */
  public boolean touch(Place place) {
    return lines.meet(place.span());
  }

  /** Whether lines may come and go between the places, so that only one of them may count. */
  public boolean separate(Place first, Place second) {
    return structural.meet(first.to(second).span());
  }

  /** Whether whole lines are filled in, so that what seems to be missing may be there. */
  public boolean mayAddLines() {
    return !structural.isEmpty() || unknownSections;
  }

  /** Whether the finding, which is about the same file, rests on what is not known yet. */
  boolean explain(Diagnostic finding, UnitFile file) {
    if (!any()) {
      return false;
    }
    var place = finding.place();
    if (touch(place) || mayAddLines() && isAboutWhole(place, file)) {
      return true;
    }
    return finding.labels().stream()
        .map(label -> label.place())
        .filter(p -> p.source().name().equals(place.source().name()))
        .anyMatch(p -> touch(p) || separate(place, p));
  }

  /** What is missing is said at a header, or at the start of the file. */
  private static boolean isAboutWhole(Place place, UnitFile file) {
    return place.span().end() == 0
        || file.sectionAt(place.span().start())
            .filter(s -> s.header().isValid() && s.header().text().place().equals(place))
            .isPresent();
  }
}
