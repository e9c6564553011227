package org.unitlint.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.source.Span;

/** Makes the tree of one source, step by step as xinetd's own parser. */
final class XinetdReader {
  private static final int MAX_LINE = 8192;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Source source;
  private final XinetdLines lines;
  private final List<XinetdItem> items = new ArrayList<>();
  private final List<XinetdFlaw> flaws = new ArrayList<>();
  private boolean foundDefaults;
  private boolean follows;

  XinetdReader(Source source) {
    this.source = source;
    this.lines = new XinetdLines(source);
  }

  /** As parse_conf_file. */
  XinetdFile read() {
    var line = lines.next();
    while (line.isPresent()) {
      findNextEntry(line.get());
      line = lines.next();
    }
    lines.all().forEach(this::unseen);
    flaws.sort(Comparator.comparingInt(f -> f.place().span().start()));
    return new XinetdFile(source, lines.all(), items, flaws);
  }

  private void findNextEntry(XinetdLine line) {
    var words = line.words();
    var keyword = words.get(0);
    switch (AsciiCase.lower(keyword.text())) {
      case "service" -> named(line, words);
      case "include", "includedir" -> include(line, words);
      case "defaults" ->
          entry(XinetdEntry.Kind.DEFAULTS, line, keyword, words.subList(1, words.size()));
      default -> {
        boolean mark = line.seen().start() == 0 && keyword.text().charAt(0) == BYTE_ORDER_MARK;
        var place = mark ? keyword.at(0, 1) : keyword.place();
        boolean known = follows;
        skip(
            mark ? XinetdFlaw.Kind.BYTE_ORDER_MARK : XinetdFlaw.Kind.MISSING_KEYWORD,
            place,
            lines.count(),
            known,
            new ArrayList<>(mark && words.size() > 1 ? List.of(words.get(1)) : List.of()));
        follows = false;
      }
    }
  }

  private void named(XinetdLine line, List<Value> words) {
    if (words.size() < 2) {
      skip(XinetdFlaw.Kind.MISSING_NAME, words.get(0).place(), lines.count(), List.of());
      return;
    }
    entry(XinetdEntry.Kind.SERVICE, line, words.get(1), words.subList(2, words.size()));
  }

  private void include(XinetdLine line, List<Value> words) {
    var keyword = words.get(0);
    if (words.size() < 2) {
      skip(XinetdFlaw.Kind.MISSING_NAME, keyword.place(), lines.count(), List.of());
      return;
    }
    boolean folder = AsciiCase.equal(keyword.text(), "includedir");
    items.add(
        new XinetdInclude(
            line.span(), keyword, folder, words.get(1), words.subList(2, words.size())));
  }

  private void entry(XinetdEntry.Kind kind, XinetdLine head, Value name, List<Value> ignored) {
    var draft = new Draft(kind, head, name, ignored);
    var open = lines.next();
    if (open.isEmpty() || open.get().kind() != XinetdLine.Kind.OPEN) {
      var place =
          open.map(o -> o.words().get(0).place())
              .filter(p -> ignored.stream().noneMatch(w -> w.text().startsWith("{")))
              .orElseGet(() -> (ignored.isEmpty() ? name : ignored.get(0)).place());
      var lost = open.flatMap(lines::head).map(List::of).orElse(List.of());
      draft.flaw = skip(XinetdFlaw.Kind.MISSING_OPEN, place, lines.count(), lost);
    } else if (kind == XinetdEntry.Kind.DEFAULTS && foundDefaults) {
      draft.flaw = skip(XinetdFlaw.Kind.SECOND_DEFAULTS, name.place(), lines.count(), List.of());
    } else {
      parseEntry(draft);
    }
    items.add(draft.made());
  }

  /** As parse_entry, and the skipping that its callers do. */
  private void parseEntry(Draft draft) {
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      if (line.get().kind() == XinetdLine.Kind.CLOSE) {
        foundDefaults |= draft.kind == XinetdEntry.Kind.DEFAULTS;
        return;
      }
      var read = new XinetdLineReader(source, line.get());
      var attribute = read.attribute();
      var lost = new ArrayList<Value>();
      if (attribute.isEmpty() && read.isLone()) {
        attribute = lines.lookOn(read.nameEnd(), lost).map(read::found);
        attribute.ifPresent(a -> add(read.flaw(), read.place()));
      }
      if (attribute.isEmpty()) {
        giveUp(draft, read, lost);
        return;
      }
      draft.attributes.add(attribute.get());
      if (draft.kind == XinetdEntry.Kind.SERVICE && disables(attribute.get(), draft)) {
        skipDisabled(draft);
        return;
      }
    }
    var place = draft.head.words().get(0).place();
    boolean service = draft.kind == XinetdEntry.Kind.SERVICE;
    draft.flaw = add(XinetdFlaw.Kind.INCOMPLETE, service ? draft.place() : place);
    if (service) {
      add(XinetdFlaw.Kind.NO_CLOSE_TO_SKIP_TO, draft.place(), true);
    }
  }

  /**
   * Whether xinetd stops to read the entry there: at the first {@code disable} that says not no.
   */
  private static boolean disables(XinetdAttribute attribute, Draft draft) {
    return attribute.is("disable")
        && attribute.operator() == XinetdAttribute.Operator.SET
        && attribute.values().size() == 1
        && !AsciiCase.equal(attribute.values().get(0).text(), "no")
        && draft.attributes.stream().filter(a -> a.is("disable")).count() == 1;
  }

  private void giveUp(Draft draft, XinetdLineReader read, List<Value> lost) {
    if (draft.kind == XinetdEntry.Kind.SERVICE) {
      if (read.flaw() == XinetdFlaw.Kind.MISSING_CLOSE) {
        read.head().ifPresent(lost::add);
      }
      draft.flaw = skip(read.flaw(), read.place(), lines.count(), false, lost, draft.unread);
      return;
    }
    int end = lines.position();
    draft.flaw =
        Optional.of(
            new XinetdFlaw(
                read.flaw(), read.place(), lines.count(), new Span(end, end), lost, false));
    flaws.add(draft.flaw.get());
    follows = true;
  }

  private void skipDisabled(Draft draft) {
    int start = lines.position();
    var lost = new ArrayList<Value>();
    boolean closed = skipEntry(lost, draft.unread);
    var place = draft.place();
    if (!lost.isEmpty()) {
      var destroyed = new Span(start, lines.position());
      flaws.add(
          new XinetdFlaw(
              XinetdFlaw.Kind.MISSING_CLOSE_OF_DISABLED,
              place,
              lines.count(),
              destroyed,
              lost,
              false));
    }
    if (!closed) {
      add(XinetdFlaw.Kind.NO_CLOSE_TO_SKIP_TO, place);
    }
  }

  private Optional<XinetdFlaw> skip(XinetdFlaw.Kind kind, Place place, int line, List<Value> lost) {
    return skip(kind, place, line, false, new ArrayList<>(lost));
  }

  private Optional<XinetdFlaw> skip(
      XinetdFlaw.Kind kind, Place place, int line, boolean follows, List<Value> lost) {
    return skip(kind, place, line, follows, lost, new ArrayList<>());
  }

  private Optional<XinetdFlaw> skip(
      XinetdFlaw.Kind kind,
      Place place,
      int line,
      boolean follows,
      List<Value> lost,
      List<XinetdAttribute> unread) {
    int start = lines.position();
    boolean closed = skipEntry(lost, unread);
    var destroyed = new Span(start, lines.position());
    var flaw = new XinetdFlaw(kind, place, line, destroyed, lost, follows);
    flaws.add(flaw);
    this.follows |= kind == XinetdFlaw.Kind.LONE_WORD && !lost.isEmpty();
    if (!closed) {
      add(XinetdFlaw.Kind.NO_CLOSE_TO_SKIP_TO, place, true);
    }
    return Optional.of(flaw);
  }

  /** As skip_entry; whether there was a closing brace. */
  private boolean skipEntry(List<Value> lost, List<XinetdAttribute> unread) {
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      if (line.get().kind() == XinetdLine.Kind.CLOSE) {
        return true;
      }
      lines.head(line.get()).ifPresent(lost::add);
      if (lost.isEmpty()) {
        new XinetdLineReader(source, line.get()).attribute().ifPresent(unread::add);
      }
    }
    return false;
  }

  private Optional<XinetdFlaw> add(XinetdFlaw.Kind kind, Place place) {
    return add(kind, place, false);
  }

  private Optional<XinetdFlaw> add(XinetdFlaw.Kind kind, Place place, boolean follows) {
    int end = source.text().length();
    var flaw = new XinetdFlaw(kind, place, lines.count(), new Span(end, end), List.of(), follows);
    flaws.add(flaw);
    return Optional.of(flaw);
  }

  private void unseen(XinetdLine line) {
    var rest = new Span(line.seen().end(), line.seen().end());
    if (line.span().length() > MAX_LINE) {
      flaws.add(new XinetdFlaw(XinetdFlaw.Kind.LONG_LINE, line.place(), 0, rest, List.of(), false));
    }
    int nul = line.seen().end();
    if (nul < line.span().end() && source.text().charAt(nul) == 0) {
      flaws.add(
          new XinetdFlaw(
              XinetdFlaw.Kind.NUL, source.place(nul, nul + 1), 0, rest, List.of(), false));
    }
  }

  /** An entry on its way. */
  private final class Draft {
    final XinetdEntry.Kind kind;
    final XinetdLine head;
    final Value name;
    final List<Value> ignored;
    final List<XinetdAttribute> attributes = new ArrayList<>();
    final List<XinetdAttribute> unread = new ArrayList<>();
    Optional<XinetdFlaw> flaw = Optional.empty();

    Draft(XinetdEntry.Kind kind, XinetdLine head, Value name, List<Value> ignored) {
      this.kind = kind;
      this.head = head;
      this.name = name;
      this.ignored = ignored;
    }

    Place place() {
      return head.words().get(0).place().to(name.place());
    }

    XinetdEntry made() {
      var span = new Span(head.span().start(), lines.position());
      var keyword = head.words().get(0);
      return new XinetdEntry(kind, span, keyword, name, ignored, attributes, unread, flaw);
    }
  }
}
