package org.unitlint.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The manual page of the program, or of one of its commands. */
public final class CommandPage {
  private static final List<String> STATUS =
      List.of(
          "Nothing was found that counts.",
          "Something was found; see `--fail-on` where a command has it.",
          "Wrong usage or configuration.",
          "An input could not be read, or the program failed.");

  private final Build build;

  public CommandPage(Build build) {
    this.build = build;
  }

  /** The page of a command of the program. */
  public String of(Outline program, Outline command) {
    var page = start(program.name() + "-" + command.name(), command);
    synopsis(page, program.name() + " " + command.name(), command);
    page.section("Description").prose(command.summary());
    command
        .argument()
        .ifPresent(
            a ->
                page.term(Roff.italic(a.label()) + (a.repeated() ? " .\\|.\\|." : ""))
                    .prose(a.description()));
    options(page, command);
    footer(page, command.footer());
    status(page);
    page.section("See also")
        .markup(reference(program.name(), "1") + ", " + reference("unitlint.toml", "5"));
    return page.toString();
  }

  /** The page of the program. */
  public String of(Outline program) {
    var page = start(program.name(), program);
    page.section("Synopsis")
        .markup(Roff.bold(program.name()) + " " + Roff.italic("COMMAND") + " [.\\|.\\|.]");
    page.section("Description").prose(program.summary()).section("Commands");
    for (Outline command : program.commands()) {
      page.term(reference(program.name() + "-" + command.name(), "1")).prose(command.summary());
    }
    options(page, program);
    status(page);
    page.section("Environment")
        .term(Roff.bold("NO_COLOR"))
        .prose("Set to anything: no colours, unless `--color` asks for them.")
        .term(Roff.bold("FORCE_COLOR"))
        .prose("Set to anything: colours even where no terminal reads them.")
        .term(Roff.bold("COLUMNS"))
        .prose("How wide the terminal is.")
        .term(Roff.bold("XDG_CONFIG_HOME"))
        .prose("The folder of `unitlint/unitlint.toml`, which holds where no nearer one is.")
        .term(Roff.bold("UNITLINT_DEBUG"))
        .prose("Set to anything: internal errors are told with all their calls.");
    page.section("See also")
        .markup(
            program.commands().stream()
                    .map(c -> reference(program.name() + "-" + c.name(), "1"))
                    .collect(Collectors.joining(", "))
                + ", "
                + reference("unitlint.toml", "5")
                + ", "
                + reference("systemd-analyze", "1")
                + ", "
                + reference("systemd.unit", "5"));
    return page.toString();
  }

  private Roff start(String title, Outline command) {
    var page = new Roff(title, "1", build).section("Name");
    String summary = command.summary().replaceFirst("\\.$", "");
    String small = summary.substring(0, 1).toLowerCase(Locale.ROOT);
    page.markup(Roff.escaped(title) + " \\- " + Roff.escaped(small + summary.substring(1)));
    return page;
  }

  private static void synopsis(Roff page, String words, Outline command) {
    var line = new StringBuilder(Roff.bold(words)).append(" [").append(Roff.italic("OPTION"));
    line.append(" .\\|.\\|.]");
    command
        .argument()
        .ifPresent(
            a -> {
              String label = Roff.italic(a.label()) + (a.repeated() ? " .\\|.\\|." : "");
              line.append(' ').append(a.required() ? label : "[" + label + "]");
            });
    page.section("Synopsis").markup(line.toString());
  }

  private static void options(Roff page, Outline command) {
    page.section("Options");
    for (Outline.Option option : command.options()) {
      var names = option.names().stream().map(Roff::bold).collect(Collectors.joining(", "));
      page.term(names + (option.takesValue() ? "=" + Roff.italic(option.label()) : ""))
          .prose(option.description() + (option.repeated() ? " May be repeated." : ""));
    }
  }

  /** Indented lines, and those that begin with the program's name, are examples. */
  private static void footer(Roff page, List<String> footer) {
    var example = new ArrayList<String>();
    boolean headed = false;
    for (String line : footer) {
      if (line.startsWith("unitlint ") || line.startsWith(" ")) {
        example.add(line.strip());
        continue;
      }
      example(page, example, headed);
      if (line.isBlank()) {
        page.gap();
      } else {
        if (!headed) {
          page.section("Notes");
          headed = true;
        }
        page.prose(line);
      }
    }
    example(page, example, headed);
  }

  private static void example(Roff page, List<String> example, boolean headed) {
    if (!example.isEmpty()) {
      if (!headed || example.get(0).startsWith("unitlint ") && example.size() > 1) {
        page.section("Examples");
      }
      page.example(example);
      page.gap();
      example.clear();
    }
  }

  private static void status(Roff page) {
    page.section("Exit status");
    for (int i = 0; i < STATUS.size(); i++) {
      page.term(Roff.bold(Integer.toString(i))).prose(STATUS.get(i));
    }
  }

  private static String reference(String name, String section) {
    return Roff.bold(name) + "(" + section + ")";
  }
}
