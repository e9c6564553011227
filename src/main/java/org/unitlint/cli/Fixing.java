package org.unitlint.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.unitlint.host.Machine;
import org.unitlint.report.UnifiedDiff;
import org.unitlint.rule.Facts;
import org.unitlint.source.FileTree;
import org.unitlint.source.Utf8;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What {@code check} does for {@code --fix}, {@code --unsafe-fixes} and {@code --diff}. */
final class Fixing {
  private static final List<String> MADE =
      List.of("/run/systemd/generator", "/run/systemd/transient/");

  private final ParseResult arguments;
  private final Terminal terminal;
  private final Set<String> packaged = new TreeSet<>();
  private int fixes;
  private int files;
  private int left;
  private int refused;
  private boolean failed;

  Fixing(ParseResult arguments, Terminal terminal) {
    this.arguments = arguments;
    this.terminal = terminal;
  }

  /**
   * Something that is checked at once.
   *
   * @param wanted which paths of the tree were asked for
   * @param check what users get to see of a tree in its place
   */
  record Part(FileTree tree, Predicate<String> wanted, Fixer.Check check) {}

  /** Adds the options. */
  static void addTo(CommandSpec spec) {
    spec.addOption(Options.flag("--fix", "Make the fixes that are certain; report the rest."));
    spec.addOption(
        Options.flag("--unsafe-fixes", "Make the other fixes too; look at what they change."));
    spec.addOption(
        Options.flag(
            "--diff", "Print what would be fixed as a diff, write nothing; 1 if there is any."));
  }

  /** Whether nothing is to be written. */
  boolean isDiff() {
    return arguments.hasMatchedOption("--diff");
  }

  private boolean isUnsafe() {
    return arguments.hasMatchedOption("--unsafe-fixes");
  }

  /** Whether a file could not be written. */
  boolean hasFailed() {
    return failed;
  }

  /** Prints what would change, and returns the exit status. */
  int diff(List<Part> parts) throws Trouble {
    record Changed(String name, Fixer.Change change) {}
    var changed = new ArrayList<Changed>();
    for (Part part : parts) {
      var fixed = fix(part);
      fixes += fixed.fixes().size();
      fixed.changes().forEach(c -> changed.add(new Changed(part.tree().display(c.path()), c)));
    }
    files = changed.size();
    changed.sort(Comparator.comparing(Changed::name));
    Options.write(
        arguments,
        terminal,
        out -> {
          for (Changed file : changed) {
            String before = Utf8.decode(file.change.before());
            UnifiedDiff.write(file.name, before, Utf8.decode(file.change.after()), out);
          }
        });
    if (!arguments.hasMatchedOption("--quiet")) {
      say();
    }
    return changed.isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
  }

  /**
   * Writes the files that change, if that is asked for, and what standard input becomes to standard
   * output. Returns where results go then.
   */
  Terminal write(List<Part> parts, Inputs inputs) throws Trouble {
    if (!arguments.hasMatchedOption("--fix") && !isUnsafe()) {
      return terminal;
    }
    for (Part part : parts) {
      var fixed = fix(part);
      var written = new HashSet<String>();
      for (Fixer.Change change : fixed.changes()) {
        if (write(part.tree(), change)) {
          written.add(change.path());
        }
      }
      files += written.size();
      fixes += (int) fixed.fixes().stream().filter(written::containsAll).count();
    }
    var input = inputs.standardInput();
    input.ifPresent(terminal.out()::print);
    return input.isPresent() ? terminal.talking() : terminal;
  }

  private boolean write(FileTree tree, Fixer.Change change) {
    try {
      tree.replace(change.path(), change.before(), change.after());
      return true;
    } catch (IOException e) {
      terminal.say(tree.display(change.path()) + ": not fixed: " + Inputs.reason(e));
      failed = true;
      return false;
    }
  }

  private Fixer.Fixed fix(Part part) throws Trouble {
    var fixer = new Fixer(part.tree, part.check, isUnsafe(), (m, path) -> mayEdit(part, m, path));
    var fixed = fixer.fix();
    left += fixed.left();
    refused += fixed.refused();
    return fixed;
  }

  /** Whether the file is of those asked for, and somebody but a program or a package wrote it. */
  private boolean mayEdit(Part part, Machine machine, String path) {
    if (!part.wanted.test(path)
        || machine.isMade(path)
        || MADE.stream().anyMatch(path::startsWith)) {
      return false;
    }
    boolean isPackaged = Facts.isVendor(path) && machine.hasSystemd();
    if (isPackaged) {
      packaged.add(part.tree.display(path));
    }
    return !isPackaged;
  }

  /** Says how much was fixed, or would be. */
  void say() {
    if (fixes > 0 || isDiff()) {
      String done = isDiff() ? "would fix " : "fixed ";
      String much = counted(fixes, "problem") + " in " + counted(files, "file");
      terminal.err().println((fixes > 0 ? done + much : "nothing to fix") + more());
    } else if (left > 0) {
      terminal.err().println("fixed nothing" + more());
    }
    if (refused > 0) {
      terminal
          .err()
          .println(
              counted(refused, "fix", "fixes") + " left out, for other findings would come up");
    }
    if (!packaged.isEmpty()) {
      String them = packaged.size() == 1 ? "it" : "them";
      terminal
          .err()
          .println(
              counted(packaged.size(), "file")
                  + " of packages left alone; name "
                  + them
                  + " to fix "
                  + them);
    }
  }

  private String more() {
    return left == 0 ? "" : "; " + left + " more with --unsafe-fixes";
  }

  private static String counted(int count, String word) {
    return counted(count, word, word + "s");
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
