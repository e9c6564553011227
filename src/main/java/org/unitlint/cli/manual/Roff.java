package org.unitlint.cli.manual;

import java.util.Locale;

/** Writes a manual page in the language of man(7). Texts mean themselves. */
final class Roff {
  private final StringBuilder page = new StringBuilder();

  /** Whether nothing stands below the last heading yet. */
  private boolean empty = true;

  /** Whether a paragraph is to begin before the next text. */
  private boolean parted;

  Roff(String title, String section, Build build) {
    String version = "unitlint " + build.version();
    macro("TH", title.toUpperCase(Locale.ROOT), section, build.date(), version, "unitlint");
    // No hyphens within names, and no stretched lines.
    page.append(".nh\n.ad l\n");
  }

  /** A heading. */
  Roff section(String heading) {
    macro("SH", heading.toUpperCase(Locale.ROOT));
    parted = false;
    empty = true;
    return this;
  }

  /** Ends a paragraph. */
  Roff gap() {
    parted = !empty;
    return this;
  }

  /** A line that is followed by an indented text. */
  Roff term(String markup) {
    page.append(".TP\n").append(markup).append('\n');
    parted = false;
    empty = false;
    return this;
  }

  /** A text with {@code `names`} in bold, filled into lines. */
  Roff prose(String text) {
    var line = new StringBuilder();
    boolean bold = false;
    for (String part : text.split("`", -1)) {
      line.append(bold ? bold(part) : escaped(part));
      bold = !bold;
    }
    return markup(line.toString());
  }

  /** A line of markup. */
  Roff markup(String markup) {
    part();
    page.append(line(markup)).append('\n');
    return this;
  }

  /** Lines that are shown as they are. */
  Roff example(Iterable<String> lines) {
    gap();
    part();
    page.append(".RS 4\n.nf\n");
    lines.forEach(l -> page.append(line(escaped(l))).append('\n'));
    page.append(".fi\n.RE\n");
    return this;
  }

  /** The text in bold. */
  static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  /** The text in italics, for what is to be replaced. */
  static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /** The text, so that it means itself within a line. */
  static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                  if (c < 0x80) {
                    escaped.appendCodePoint(c);
                  } else {
                    escaped.append(String.format(Locale.ROOT, "\\[u%04X]", c));
                  }
                }
              }
            });
    return escaped.toString();
  }

  /** A dot at the start of a line would make it a macro; an empty line would be a fault. */
  private static String line(String markup) {
    return markup.isEmpty() || markup.startsWith(".") ? "\\&" + markup : markup;
  }

  private void part() {
    if (parted) {
      page.append(".PP\n");
    }
    parted = false;
    empty = false;
  }

  private void macro(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(" \"")
          .append(escaped(argument).replace("\\-", "-").replace("\"", "\\(dq"))
          .append('"');
    }
    page.append('\n');
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
