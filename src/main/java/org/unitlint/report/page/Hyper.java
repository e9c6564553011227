package org.unitlint.report.page;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.unitlint.report.PaintedText;
import org.unitlint.report.svg.Markup;

/** Writes what the parts of a page have in common. */
final class Hyper {
  /** What could be the name of a unit, and no part of a path. */
  private static final Pattern NAME = Pattern.compile("[\\w:.\\\\@/-]*\\w");

  private final Markup markup;
  private final Set<String> told;

  /**
   * Writes there.
   *
   * @param told the units that have a part of their own
   */
  Hyper(Markup markup, Set<String> told) {
    this.markup = markup;
    this.told = told;
  }

  Markup markup() {
    return markup;
  }

  /** Begins an element of that class, which ends with {@link #close}. */
  Hyper open(String name, String style) throws IOException {
    markup.open(name);
    if (!style.isEmpty()) {
      markup.set("class", style);
    }
    return this;
  }

  Hyper set(String name, String value) throws IOException {
    markup.set(name, value);
    return this;
  }

  Hyper text(String text) throws IOException {
    markup.text(text);
    return this;
  }

  Hyper close() throws IOException {
    markup.close();
    return this;
  }

  /** Ends the element, and the line. */
  Hyper end() throws IOException {
    markup.close().line();
    return this;
  }

  /** An element that holds a text alone. */
  Hyper element(String name, String style, String text) throws IOException {
    return open(name, style).text(text).close();
  }

  /** An element in which what stands in backticks is code. */
  Hyper ticked(String name, String style, String text) throws IOException {
    open(name, style).ticked(text);
    return close();
  }

  /** Text in which what stands in backticks is code; a backtick without a second is itself. */
  Hyper ticked(String text) throws IOException {
    int at = 0;
    while (at < text.length()) {
      int begin = text.indexOf('`', at);
      int end = begin < 0 ? -1 : text.indexOf('`', begin + 1);
      if (end < 0) {
        break;
      }
      text(text.substring(at, begin));
      element("code", "", text.substring(begin + 1, end));
      at = end + 1;
    }
    return text(text.substring(at));
  }

  /** A part of the page that is reached by its identity. */
  Hyper section(String id, String heading) throws IOException {
    open("section", "").set("id", id).set("aria-labelledby", "h-" + id);
    open("h2", "").set("id", "h-" + id).text(heading).end();
    return this;
  }

  /** Text painted for a terminal, in a box of its own. */
  Hyper painted(String style, String label, String text) throws IOException {
    open("pre", style).set("tabindex", "0").set("role", "group").set("aria-label", label);
    for (var piece : PaintedText.pieces(text.stripTrailing())) {
      if (piece.ink().isEmpty()) {
        text(piece.text());
      } else {
        element("span", "i-" + piece.ink(), piece.text());
      }
    }
    return end();
  }

  /** A field that shows those of a list of units or services that have its words. */
  Hyper words(String list) throws IOException {
    open("p", "scripted").open("label", "").text("Words ");
    markup.empty("input").set("id", list + "-words").set("type", "search");
    markup.set("autocomplete", "off");
    close().text(" ").open("span", "found").set("role", "status").set("id", list + "s-found");
    return close().end();
  }

  /** Text in which what stands in backticks is code, and names of units lead to their parts. */
  Hyper linked(String text) throws IOException {
    var pieces = text.split("`", -1);
    for (int i = 0; i < pieces.length; i++) {
      boolean code = i % 2 == 1 && i < pieces.length - 1;
      if (code) {
        open("code", "").names(pieces[i]).close();
      } else {
        names(i % 2 == 1 ? "`" + pieces[i] : pieces[i]);
      }
    }
    return this;
  }

  private Hyper names(String text) throws IOException {
    int at = 0;
    var names = NAME.matcher(text);
    while (names.find()) {
      if (told.contains(names.group())) {
        text(text.substring(at, names.start())).open("a", "");
        set("href", "#" + unitId(names.group())).text(names.group()).close();
        at = names.end();
      }
    }
    return text(text.substring(at));
  }

  /** The name of a unit, as a link where it has a part of its own. */
  Hyper unit(String name) throws IOException {
    if (!told.contains(name)) {
      return element("code", "", name);
    }
    return open("a", "").set("href", "#" + unitId(name)).element("code", "", name).close();
  }

  /** The bare name of a unit, as a link where it has a part of its own; with a remark on it. */
  Hyper unit(String name, String remark) throws IOException {
    boolean link = told.contains(name);
    open(link ? "a" : "span", "").set("title", remark);
    if (link) {
      set("href", "#" + unitId(name));
    }
    return text(name).close();
  }

  /** The identity of a unit's part. */
  static String unitId(String name) {
    return "unit-" + name;
  }

  /** Begins a table that scrolls in a box of its own; ends with {@link #endTable}. */
  Hyper table(String label, String... heads) throws IOException {
    return table("scroll", label, List.of(heads));
  }

  /** Begins a table in a box of that class. */
  Hyper table(String style, String label, List<String> heads) throws IOException {
    open("div", style).set("tabindex", "0").set("role", "region").set("aria-label", label);
    markup.line();
    open("table", "").open("thead", "").open("tr", "");
    for (String head : heads) {
      open("th", "").set("scope", "col").text(head).close();
    }
    close().end().open("tbody", "");
    markup.line();
    return this;
  }

  Hyper endTable() throws IOException {
    return close().close().end();
  }
}
