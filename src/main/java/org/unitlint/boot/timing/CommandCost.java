package org.unitlint.boot.timing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Program.Trait;
import org.unitlint.catalog.StartTime;
import org.unitlint.catalog.StartTime.Kind;
import org.unitlint.host.CommandWords;
import org.unitlint.host.value.TimeSpan;

/** What one command of a service adds to its start, as far as its words show. */
final class CommandCost {
  private static final Pattern SCRIPT_OPTION = Pattern.compile("-[a-z]*c");
  private static final Pattern SLEEP = Pattern.compile("(\\d{0,9}(?:\\.\\d{0,9})?)([smhd]?)");
  private static final Pattern VERSION = Pattern.compile("[-.]?\\d[\\d.]*$");
  private static final long SECOND = 1_000_000;
  private static final int DEEPEST = 4;

  /** Words that begin or end what is run once, never or often. */
  private static final Set<String> BRANCHES =
      Set.of("if", "then", "elif", "else", "fi", "case", "esac", "{", "}", "(", ")", "!");

  private static final Set<String> LOOPS = Set.of("while", "until", "for");
  private static final Set<String> EXEC = Set.of("exec", "command", "builtin");
  private static final Set<String> LAST = Set.of("exit", "false", "return");

  private final Catalog catalog;
  private final Cost cost;
  private final String type;
  private final boolean stays;
  private final TimeSpan timeout;
  private final long sleptBefore;
  private boolean over;

  /**
   * @param type of the service whose main process it is; {@code oneshot} for what must end
   * @param timeout how long it may take
   */
  CommandCost(Catalog catalog, Cost cost, String type, TimeSpan timeout) {
    this.catalog = catalog;
    this.cost = cost;
    this.type = type;
    this.timeout = timeout;
    this.sleptBefore = cost.sleepMicros();
    this.stays = !type.equals("oneshot");
  }

  /** Adds what the command takes until it ends, or until its service is ready. */
  void add(CommandWords command) {
    if (command.shell()) {
      script(command.path() + " " + String.join(" ", command.arguments()), 0);
    } else {
      run(command.path(), command.arguments(), 0);
    }
  }

  private void run(String path, List<String> arguments, int depth) {
    String program = path.substring(path.lastIndexOf('/') + 1);
    if (program.equals("sleep")) {
      sleep(arguments);
      return;
    }
    var time = time(program, arguments);
    var script = has(program, Trait.SHELL) ? scriptOf(arguments) : Optional.<String>empty();
    if (script.isPresent() && depth < DEEPEST) {
      script(script.get(), depth + 1);
    } else if (time.isPresent()) {
      cost.add(
          time.get(), "`" + program + time.get().argument().map(a -> " " + a).orElse("") + "`");
    } else if (!has(program, Trait.RUNS) || !inner(arguments, depth)) {
      unknown(path, program);
    }
  }

  private boolean has(String program, Trait trait) {
    return catalog.program(program).filter(p -> p.traits().contains(trait)).isPresent();
  }

  /** What is known of the program, or of one whose name lacks the version behind it. */
  private Optional<StartTime> time(String program, List<String> arguments) {
    var known = catalog.startTimes(Kind.PROGRAM, program);
    String bare = VERSION.matcher(program).replaceFirst("");
    return (known.isEmpty() ? catalog.startTimes(Kind.PROGRAM, bare) : known)
        .stream()
            .filter(t -> t.argument().isEmpty() || arguments.contains(t.argument().get()))
            .findFirst();
  }

  private static Optional<String> scriptOf(List<String> arguments) {
    for (int i = 0; i + 1 < arguments.size(); i++) {
      if (SCRIPT_OPTION.matcher(arguments.get(i)).matches()) {
        return Optional.of(arguments.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** Runs the first argument that is a program of which something is known. */
  private boolean inner(List<String> arguments, int depth) {
    for (int i = 0; i < arguments.size() && depth < DEEPEST; i++) {
      String program = arguments.get(i).substring(arguments.get(i).lastIndexOf('/') + 1);
      var rest = arguments.subList(i + 1, arguments.size());
      if (program.equals("sleep")
          || has(program, Trait.SHELL)
          || time(program, rest).isPresent()
          || has(program, Trait.RUNS)) {
        run(arguments.get(i), rest, depth + 1);
        return true;
      }
    }
    return false;
  }

  private void unknown(String path, String program) {
    String what = stays ? "a service with `Type=" + type + "`" : "`" + program + "`";
    boolean init = path.startsWith("/etc/init.d/") || path.startsWith("/etc/rc");
    boolean script = program.endsWith(".sh") || has(program, Trait.SHELL);
    if (init || script || !stays) {
      usual(Kind.COMMAND, init ? "init-script" : script ? "script" : "command", what);
    } else {
      usual(Kind.SERVICE, type, what);
    }
  }

  private void usual(Kind kind, String name, String what) {
    catalog.startTimes(kind, name).forEach(t -> cost.add(t, what));
  }

  /** Adds the spans; what sleeps for ever, or for nobody knows how long, counts nothing. */
  private void sleep(List<String> arguments) {
    for (String argument : arguments) {
      var micros = sleepMicros(argument);
      if (micros.isEmpty()) {
        if (argument.startsWith("inf")) {
          sleepForEver();
        }
        return;
      }
      cost.sleep(micros.getAsLong());
    }
  }

  /** Adds the time until systemd gives up, if it does. */
  private void sleepForEver() {
    over = true;
    cost.endless();
    if (!timeout.isInfinite()) {
      cost.sleep(Math.max(0, timeout.micros() - (cost.sleepMicros() - sleptBefore)));
    }
  }

  /** See sleep(1): a number of seconds, or of what the letter behind it says. */
  private static OptionalLong sleepMicros(String argument) {
    var matcher = SLEEP.matcher(argument);
    if (!matcher.matches() || matcher.group(1).isEmpty() || matcher.group(1).equals(".")) {
      return OptionalLong.empty();
    }
    long unit =
        switch (matcher.group(2)) {
          case "m" -> 60 * SECOND;
          case "h" -> 3600 * SECOND;
          case "d" -> 86_400 * SECOND;
          default -> SECOND;
        };
    double micros = Double.parseDouble(matcher.group(1)) * unit;
    return OptionalLong.of(Math.min(TimingFile.MOST_MICROS, Math.round(micros)));
  }

  /** Runs the commands of a script one after the other until the service is ready. */
  private void script(String text, int depth) {
    boolean alternative = false;
    for (ShellCommand command : ShellCommand.all(text)) {
      if (over) {
        return;
      }
      if (!alternative && !command.inBackground() && !command.words().isEmpty()) {
        if (!step(command.words(), depth)) {
          return;
        }
      }
      alternative = command.isAlternativeNext();
    }
  }

  /** One command of a script; false where it is the last that can be followed. */
  private boolean step(List<String> words, int depth) {
    int first = 0;
    while (first < words.size()
        && (EXEC.contains(words.get(first)) || isVariable(words.get(first)))) {
      first++;
    }
    if (first == words.size()) {
      return true;
    }
    String program = words.get(first);
    if (LOOPS.contains(program)) {
      usual(Kind.COMMAND, "loop", "a script that waits in a loop");
      return false;
    }
    if (BRANCHES.contains(program)) {
      usual(Kind.COMMAND, "script", "a script");
      return false;
    }
    boolean ready = stays && program.endsWith("systemd-notify");
    if (LAST.contains(program) || ready) {
      over = true;
      return false;
    }
    run(program, words.subList(first + 1, words.size()), depth);
    return !words.get(0).equals("exec");
  }

  private static boolean isVariable(String word) {
    int equals = word.indexOf('=');
    return equals > 0 && Character.isLetter(word.charAt(0)) && word.indexOf('/') != 0;
  }
}
