package org.unitlint.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A manual page of a document in the little Markdown of our own: headings, paragraphs, tables of
 * two or more columns, fenced examples.
 */
public final class MarkdownPage {
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\([^)]*\\)");

  private final Roff page;
  private final List<String> lines;
  private int at;

  private MarkdownPage(Roff page, List<String> lines) {
    this.page = page;
    this.lines = lines;
  }

  /** The page of that name, section and summary. */
  public static String of(
      String name, String section, String summary, Build build, String markdown) {
    var page = new Roff(name, section, build).section("Name");
    page.markup(Roff.escaped(name) + " \\- " + Roff.escaped(summary)).section("Description");
    new MarkdownPage(page, markdown.lines().skip(1).toList()).write();
    page.section("See also").markup(Roff.bold("unitlint") + "(1)");
    return page.toString();
  }

  private void write() {
    while (at < lines.size()) {
      String line = lines.get(at);
      if (line.startsWith("#")) {
        page.section(text(line.replaceFirst("^#+ ", "")).replace("`", ""));
        at++;
      } else if (line.startsWith("```")) {
        page.example(until("```"));
      } else if (line.startsWith("|")) {
        table();
        page.gap();
      } else if (line.isBlank()) {
        at++;
        if (at < lines.size() && !lines.get(at).startsWith("#")) {
          page.gap();
        }
      } else {
        page.prose(text(line));
        at++;
      }
    }
  }

  /** The lines after this one and before the next that begins so; goes behind that. */
  private List<String> until(String end) {
    var between = new ArrayList<String>();
    at++;
    while (at < lines.size() && !lines.get(at).startsWith(end)) {
      between.add(lines.get(at++));
    }
    at++;
    return between;
  }

  /** Each row is a term, the first cell, with what the others say of it. */
  private void table() {
    at += 2;
    while (at < lines.size() && lines.get(at).startsWith("|")) {
      var cells = lines.get(at++).replaceFirst("^\\|", "").split("(?<!\\\\)\\|");
      page.term(Roff.bold(text(cells[0]).strip().replace("`", "")));
      var rest = new ArrayList<String>();
      for (int i = 1; i < cells.length; i++) {
        rest.add(text(cells[i]).strip());
      }
      page.prose(String.join("; ", rest));
    }
  }

  private static String text(String markdown) {
    return LINK.matcher(markdown).replaceAll("$1").replace("``", "`").replace("**", "").strip();
  }
}
