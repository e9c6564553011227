package org.unitlint.cli.manual;

import java.util.stream.Collectors;

/** The completion of fish. It runs no program, so it answers at once. */
public final class FishCompletion {
  private static final String HEAD =
      """
      # fish completion for unitlint; made by `unitlint completion fish`

      # Units of the root that --root names, else of this machine.
      function __unitlint_units
          set -l root (string match -rg -- '--root[= ]([^ ]+)' (commandline -cp))
          for folder in "$root[1]"/{etc,run,usr/local/lib,usr/lib,lib}/systemd/system
              test -d $folder; or continue
              for file in $folder/*
                  string match -rg '([^/]*\\.(?:SUFFIXES))$' -- $file
              end
          end | sort -u
      end

      complete -c unitlint -f
      """;

  private FishCompletion() {}

  /** The script. */
  public static String of(Outline program) {
    var script = new StringBuilder(HEAD.replace("SUFFIXES", Suffixes.joined("|")));
    for (Outline command : program.commands()) {
      script.append("complete -c unitlint -n __fish_use_subcommand -a ").append(command.name());
      script.append(" -d ").append(quoted(command.summary())).append('\n');
    }
    options(script, program, "__fish_use_subcommand");
    for (Outline command : program.commands()) {
      String when = "__fish_seen_subcommand_from " + command.name();
      options(script, command, when);
      command
          .argument()
          .ifPresent(
              a ->
                  script
                      .append("complete -c unitlint -n ")
                      .append(quoted(when))
                      .append(values(a.values(), false))
                      .append('\n'));
    }
    return script.toString();
  }

  private static void options(StringBuilder script, Outline command, String when) {
    for (Outline.Option option : command.options()) {
      script.append("complete -c unitlint -n ").append(quoted(when));
      for (String name : option.names()) {
        script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("-+", ""));
      }
      if (option.takesValue()) {
        script.append(values(option.values(), true));
      }
      String description = option.description().replaceFirst("(?s)\\. .*", "");
      script.append(" -d ").append(quoted(description.replaceFirst("\\.$", ""))).append('\n');
    }
  }

  private static String values(Values values, boolean required) {
    String need = required ? " -x" : "";
    String words = values.words().stream().collect(Collectors.joining(" "));
    return switch (values.kind()) {
      case ANY -> need;
      case WORDS ->
          need
              + " -a "
              + (values.listed() ? quoted("(__fish_append , " + words + ")") : quoted(words));
      case FILES -> required ? " -r -F" : " -F";
      case FOLDERS -> need + " -a '(__fish_complete_directories)'";
      case UNITS -> need + " -a '(__unitlint_units)'";
      case UNITS_AND_FILES -> (required ? " -r" : "") + " -F -a '(__unitlint_units)'";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
