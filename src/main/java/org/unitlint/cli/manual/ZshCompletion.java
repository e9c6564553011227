package org.unitlint.cli.manual;

import java.util.stream.Collectors;

/** The completion of zsh. It runs no program, so it answers at once. */
public final class ZshCompletion {
  private static final String HEAD =
      """
      #compdef unitlint
      # zsh completion for unitlint; made by `unitlint completion zsh`

      # Units of the root that --root names, else of this machine.
      _unitlint_units() {
        local -a units
        local root=${opt_args[--root]:-}
        units=($root/{etc,run,usr/local/lib,usr/lib,lib}/systemd/system/*.(SUFFIXES)(N:t))
        compadd "$@" -- ${(u)units}
      }

      _unitlint_units_and_files() {
        _unitlint_units
        _files
      }

      """;

  private ZshCompletion() {}

  /** The script. */
  public static String of(Outline program) {
    var script = new StringBuilder(HEAD.replace("SUFFIXES", Suffixes.joined("|")));
    for (Outline command : program.commands()) {
      script.append("_unitlint_").append(command.name()).append("() {\n  _arguments -s -S");
      arguments(script, command, "    ");
      script.append("\n}\n\n");
    }
    script.append("_unitlint() {\n  local context state line\n  typeset -A opt_args\n");
    script.append("  _arguments -C");
    arguments(script, program, "    ");
    script.append(" \\\n    '1: :->command' '*:: :->rest'\n  case $state in\n    command)\n");
    script.append("      local -a commands=(\n");
    for (Outline command : program.commands()) {
      String line = command.name() + ":" + command.summary();
      script.append("        ").append(quoted(line)).append('\n');
    }
    script.append("      )\n      _describe command commands\n      ;;\n");
    script.append("    rest) (( ! $+functions[_unitlint_$words[1]] )) || ");
    script.append("_unitlint_$words[1] ;;\n  esac\n}\n\n");
    // Sourced, it registers itself; from the function path it is called.
    script.append("if [[ $funcstack[1] == _unitlint ]]; then\n  _unitlint \"$@\"\n");
    script.append("else\n  compdef _unitlint unitlint\nfi\n");
    return script.toString();
  }

  private static void arguments(StringBuilder script, Outline command, String indent) {
    for (Outline.Option option : command.options()) {
      var names = option.names();
      String shut = "(" + String.join(" ", names) + ")";
      for (String name : names) {
        var spec = new StringBuilder(option.repeated() ? "*" : names.size() > 1 ? shut : "");
        spec.append(name).append(option.takesValue() ? "=" : "");
        spec.append('[').append(bracketed(first(option.description()))).append(']');
        if (option.takesValue()) {
          spec.append(':').append(option.label().replace(":", " ")).append(':');
          spec.append(action(option.values()));
        }
        script.append(" \\\n").append(indent).append(quoted(spec.toString()));
      }
    }
    command
        .argument()
        .ifPresent(
            a -> {
              String spec = (a.repeated() ? "*:" : "1:") + a.label() + ":" + action(a.values());
              script.append(" \\\n").append(indent).append(quoted(spec));
            });
  }

  private static String action(Values values) {
    String words =
        values.words().stream().map(w -> w.replace(":", "\\:")).collect(Collectors.joining(" "));
    return switch (values.kind()) {
      case ANY -> "";
      case WORDS -> values.listed() ? "_values -s , word " + words : "(" + words + ")";
      case FILES -> "_files";
      case FOLDERS -> "_files -/";
      case UNITS -> "_unitlint_units";
      case UNITS_AND_FILES -> "_unitlint_units_and_files";
    };
  }

  /** The first clause of a description. */
  private static String first(String description) {
    return description.replaceFirst("(?s)\\. .*", "").replaceFirst("\\.$", "");
  }

  private static String bracketed(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
