package org.unitlint.cli.manual;

import java.util.stream.Collectors;

/** The completion of bash. It runs no program, so it answers at once. */
public final class BashCompletion {
  private static final String HEAD =
      """
      # bash completion for unitlint; made by `unitlint completion bash`

      # The names of the units below the root $1.
      _unitlint_units() {
        local folder file
        for folder in "$1"/{etc,run,usr/local/lib,usr/lib,lib}/systemd/system; do
          for file in "$folder"/*.{SUFFIXES}; do
            [[ ! -e $file && ! -L $file ]] || printf '%s\\n' "${file##*/}"
          done
        done
      }

      # Offers those lines of the input that go on from $1, without the part that readline keeps, behind $2.
      _unitlint_offer() {
        local line
        while IFS= read -r line; do
          [[ $line != "$1"* ]] || COMPREPLY+=("$2${line:${#1}}")
        done
      }

      _unitlint() {
        local line=${COMP_LINE:0:COMP_POINT} token word kept option= command= root= kind=none choice= i
        COMPREPLY=()
        # Readline parts words at = and :, we do not.
        token=${line##*[[:space:]]}
        kept=${COMP_WORDS[COMP_CWORD]}
        [[ $kept != [=:@] ]] || kept=
        word=$token
        read -ra words <<<"${line%"$token"}"
        for ((i = 1; i < ${#words[@]}; i++)); do
          case ${words[i]} in
            --root=*) root=${words[i]#*=} ;;
            --root) root=${words[i + 1]:-} ;;
            -*) ;;
            *) [[ -n $command ]] || command=${words[i]} ;;
          esac
        done
        case $token in
          --*=*)
            option=${token%%=*}
            word=${token#*=}
            ;;
          *) ((${#words[@]} < 2)) || option=${words[-1]} ;;
        esac
        [[ -z $option ]] || _unitlint_kind "$command" "$option"
        if [[ $kind == none ]]; then
          word=$token
          if [[ $token == -* ]]; then
            kind=words
            choice=$(_unitlint_options "$command")
          else
            _unitlint_kind "$command" ''
          fi
        fi
        if [[ $kind == *list ]]; then
          local before=${word%"${word##*,}"}
          [[ ${#kept} -lt ${#word} ]] || kept=${word##*,}
          word=${word##*,}
          [[ $kept != *,* ]] || kept=${kept##*,}
          local lead=
          [[ -z $before || ${COMP_WORDS[COMP_CWORD]} != *,* ]] || lead=${COMP_WORDS[COMP_CWORD]%"$kept"}
          kept=$lead$kept
        fi
        case $kind in
          words*) _unitlint_offer "$word" "$kept" < <(printf '%s\\n' $choice) ;;
          units*) _unitlint_offer "$word" "$kept" < <(_unitlint_units "${root%/}" | LC_ALL=C sort -u) ;;
        esac
        case $kind in
          units-files | files)
            compopt -o filenames 2>/dev/null
            while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$word")
            ;;
          folders)
            compopt -o filenames 2>/dev/null
            while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$word")
            ;;
        esac
        [[ ${#COMPREPLY[@]} != 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null
      }

      """;

  private BashCompletion() {}

  /** The script. */
  public static String of(Outline program) {
    var script = new StringBuilder(HEAD.replace("SUFFIXES", Suffixes.joined(",")));
    script.append("# The options of the command $1.\n_unitlint_options() {\n  case $1 in\n");
    for (Outline command : program.commands()) {
      script.append("    ").append(command.name()).append(") printf '%s\\n' ");
      script.append(names(command)).append(" ;;\n");
    }
    script.append("    *) printf '%s\\n' ").append(names(program)).append(" ;;\n  esac\n}\n\n");
    script.append("# Sets kind and choice: what may follow the option $2 of the command $1.\n");
    script.append("_unitlint_kind() {\n  case \"$1 $2\" in\n");
    for (Outline command : program.commands()) {
      kinds(script, command);
    }
    script.append("    ' ') kind=words choice='");
    script.append(program.commands().stream().map(Outline::name).collect(Collectors.joining(" ")));
    script.append("' ;;\n  esac\n}\n\ncomplete -F _unitlint unitlint\n");
    return script.toString();
  }

  private static String names(Outline command) {
    return command.options().stream()
        .map(o -> o.takesValue() ? o.name() + "=" : o.name())
        .collect(Collectors.joining(" "));
  }

  private static void kinds(StringBuilder script, Outline command) {
    for (Outline.Option option : command.options()) {
      if (option.takesValue()) {
        kind(script, command.name() + " " + option.name(), option.values());
      }
    }
    command.argument().ifPresent(a -> kind(script, command.name() + " ", a.values()));
  }

  private static void kind(StringBuilder script, String pattern, Values values) {
    String kind =
        switch (values.kind()) {
          case ANY -> "any";
          case WORDS -> values.listed() ? "words-list" : "words";
          case FILES -> "files";
          case FOLDERS -> "folders";
          case UNITS -> "units-list";
          case UNITS_AND_FILES -> "units-files";
        };
    script.append("    '").append(pattern).append("') kind=").append(kind);
    if (!values.words().isEmpty()) {
      script.append(" choice='").append(String.join(" ", values.words())).append('\'');
    }
    script.append(" ;;\n");
  }
}
