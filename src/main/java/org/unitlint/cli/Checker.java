package org.unitlint.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.unitlint.cli.config.ConfigFile;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.Machine;
import org.unitlint.rule.Control;
import org.unitlint.rule.Known;
import org.unitlint.rule.Level;
import org.unitlint.rule.Linter;
import org.unitlint.rule.Rule;
import org.unitlint.source.Paths;
import org.unitlint.source.Source;

/**
 * Checks inputs, each file by its own configuration. A machine is looked at once for each systemd
 * version, and for each set of what is known to be there, that the files ask for; each time all
 * files are part of it.
 */
final class Checker {
  private final Configuration configuration;
  private final boolean emulate;
  private final String root;

  /**
   * @param emulate whether to work out what systemd's generators would write
   * @param root the absolute path of the folder that named files are judged in
   */
  Checker(Configuration configuration, boolean emulate, String root) {
    this.configuration = configuration;
    this.emulate = emulate;
    this.root = root;
  }

  /** A finding, with what holds for its file. */
  record Told(Seen seen, Where where, Terms terms) {
    Diagnostic finding() {
      return seen.finding();
    }
  }

  /**
   * What was found.
   *
   * @param files what was checked, with its configuration: files, and the folders of roots
   * @param asked the codes of the rules that were asked
   * @param looks what was looked at
   * @param units how many units they make
   * @param unreadable whether something that was asked for could not be read
   */
  record Checked(
      List<Told> told,
      Map<Where, ConfigFile> files,
      Set<String> asked,
      List<Look> looks,
      int units,
      boolean unreadable) {
    /** The machine that all inputs make: the one that was looked at, where that is the same. */
    Machine machine(Inputs.Whole whole, Lookup lookup) {
      return looks.stream()
          .filter(l -> l.part.tree() == whole.tree())
          .map(Look::machine)
          .filter(m -> m.setup().equals(whole.setup()))
          .findFirst()
          .orElseGet(() -> Machines.of(whole.tree(), whole.setup(), lookup.emulate()));
    }

    /** The graph of all units of the machine, where that is known already. */
    Optional<DependencyGraph> graph(Machine machine) {
      return looks.stream()
          .flatMap(l -> l.graph.stream())
          .filter(g -> g.machine() == machine)
          .findFirst();
    }

    /** How many files were read. */
    int read() {
      int read = 0;
      for (Look look : looks) {
        read += look.paths.size();
      }
      return read;
    }
  }

  /**
   * One look at a machine.
   *
   * @param paths the paths of the files that were read
   * @param root the absolute path of its root on this machine
   * @param graph of all units, where a rule asked for it
   */
  record Look(
      Inputs.Part part,
      Machine machine,
      List<String> paths,
      String root,
      Optional<DependencyGraph> graph) {
    /** Where a path lies on this machine. */
    String host(String path) {
      String named = part.files().get(path);
      return named == null ? below(root, path) : named;
    }

    /** Where a source lies on this machine; empty for one of another look. */
    Optional<String> host(Source source) {
      return machine.path(source).map(this::host);
    }
  }

  /** What a machine is looked at by. */
  private record Judging(int version, Known known) {}

  /** Checks the parts, one after the other. */
  Checked check(List<Inputs.Part> parts) throws Trouble {
    var sum = new Sum();
    for (Inputs.Part part : parts) {
      if (part.folder().isPresent()) {
        sum.root(part, part.folder().get());
      } else {
        sum.files(part);
      }
    }
    return new Checked(sum.told, sum.files, sum.asked, sum.looks, sum.units, sum.unreadable);
  }

  private Judging judging(ConfigFile file) {
    return new Judging(configuration.targetVersion(file), file.known());
  }

  private static String below(String folder, String path) {
    return folder.equals("/") ? path : path.equals("/") ? folder : folder + path;
  }

  /** What several looks make together. */
  private final class Sum {
    private final List<Told> told = new ArrayList<>();
    private final Map<Where, ConfigFile> files = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final List<Look> looks = new ArrayList<>();
    private int units;
    private boolean unreadable;

    void root(Inputs.Part part, String folder) throws Trouble {
      var file = configuration.in(folder);
      var terms = new Cache(p -> new Where(below(folder, p), Optional.of(p)), p -> file);
      files.put(new Where(folder, Optional.of("/")), file);
      look(part, judging(file), configuration.rules(file), terms, path -> true);
    }

    void files(Inputs.Part part) throws Trouble {
      var byPath = new HashMap<String, ConfigFile>();
      var groups = new LinkedHashMap<Judging, Set<ConfigFile>>();
      for (var entry : part.files().entrySet()) {
        var file = configuration.in(Paths.parent(entry.getValue()));
        byPath.put(entry.getKey(), file);
        groups.computeIfAbsent(judging(file), j -> new LinkedHashSet<>()).add(file);
        files.put(new Where(entry.getValue(), Optional.empty()), file);
      }
      var terms = new Cache(p -> new Where(part.files().get(p), Optional.empty()), byPath::get);
      for (var group : groups.entrySet()) {
        var rules = new LinkedHashSet<Rule>();
        group.getValue().forEach(f -> rules.addAll(configuration.rules(f)));
        Predicate<String> wanted =
            p -> byPath.containsKey(p) && group.getValue().contains(byPath.get(p));
        look(part, group.getKey(), List.copyOf(rules), terms, wanted);
      }
    }

    private void look(
        Inputs.Part part,
        Judging judging,
        List<Rule> rules,
        Cache terms,
        Predicate<String> wanted) {
      var setup = part.setup().of(judging.version);
      var machine = Machines.of(part.tree(), setup, emulate);
      var result = new Linter(machine, rules, new Levels(terms, judging.known)).check(wanted);
      for (Diagnostic finding : result.diagnostics()) {
        String path = machine.path(finding.place().source()).orElseThrow();
        told.add(new Told(new Seen(finding, machine), terms.where(path), terms.of(path)));
      }
      looks.add(
          new Look(part, machine, result.paths(), part.folder().orElse(root), result.graph()));
      units += result.units();
      rules.forEach(r -> asked.add(r.info().code()));
      unreadable |= machine.hasUnreadable();
    }
  }

  /** What holds for the files of a tree, each worked out once. */
  private final class Cache {
    private final Function<String, Where> where;
    private final Function<String, ConfigFile> file;
    private final Map<String, Terms> known = new HashMap<>();

    Cache(Function<String, Where> where, Function<String, ConfigFile> file) {
      this.where = where;
      this.file = file;
    }

    Where where(String path) {
      return where.apply(path);
    }

    synchronized Terms of(String path) {
      return known.computeIfAbsent(path, p -> configuration.terms(file.apply(p), where.apply(p)));
    }
  }

  /** What is asked for of the files of a tree. */
  private record Levels(Cache terms, Known known) implements Control {
    @Override
    public Level level(RuleInfo rule, String path) {
      return terms.of(path).level(rule);
    }
  }
}
