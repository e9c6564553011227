package org.unitlint.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Machine;
import org.unitlint.rule.Suppression.Id;
import org.unitlint.source.Source;

/** The suppressions of all files under check, and which of them had something to suppress. */
final class Suppressions {
  private final Machine machine;
  private final Map<String, OfFile> byPath = new HashMap<>();
  private final Map<String, Optional<OfFile>> others = new HashMap<>();
  private final Set<String> checked = new HashSet<>();
  private final Set<Id> used = new HashSet<>();

  Suppressions(Collection<CheckedFile> files, Machine machine) {
    this.machine = machine;
    for (CheckedFile file : files) {
      checked.add(file.file().path());
      if (!file.suppressions().isEmpty()) {
        byPath.put(file.file().path(), new OfFile(file.source(), file.suppressions()));
      }
    }
  }

  /** The rules that they name, where the rule and the path of the file are wanted. */
  Stream<RuleInfo> rules(BiPredicate<RuleInfo, String> wanted) {
    return byPath.entrySet().stream()
        .flatMap(e -> e.getValue().rules().filter(r -> wanted.test(r, e.getKey())));
  }

  /** Those of the findings that no suppression covers. */
  List<Diagnostic> unsuppressed(List<Diagnostic> found) {
    return found.stream().filter(d -> !suppress(d)).toList();
  }

  /** Whether a suppression covers the finding; each that does is one that is used. */
  boolean suppress(Diagnostic found) {
    return machine
        .path(found.place().source())
        .flatMap(this::of)
        .filter(file -> file.suppress(found, used))
        .isPresent();
  }

  private Optional<OfFile> of(String path) {
    return checked.contains(path)
        ? Optional.ofNullable(byPath.get(path))
        : others.computeIfAbsent(path, this::other);
  }

  /** Those of a file that is checked for no more than its name. */
  private Optional<OfFile> other(String path) {
    return Optional.of(path)
        .filter(p -> !machine.isLink(p))
        .flatMap(machine::file)
        .map(file -> new OfFile(file.tree().source(), SuppressionReader.of(file.tree())));
  }

  /** Whether it had something to suppress. */
  boolean isUsed(Id id) {
    return used.contains(id);
  }

  /** Those of one file. */
  private static final class OfFile {
    private final Source source;
    private final List<Suppression> suppressions;
    private final Map<String, Group> wholeFile = new HashMap<>();

    /** By where the lines end that they are about, and the code of the rule. */
    private final TreeMap<Integer, Map<String, Group>> byEnd = new TreeMap<>();

    OfFile(Source source, List<Suppression> suppressions) {
      this.source = source;
      this.suppressions = suppressions;
      for (Suppression suppression : suppressions) {
        var groups =
            suppression.wholeFile()
                ? wholeFile
                : byEnd.computeIfAbsent(suppression.reach().end(), e -> new HashMap<>());
        for (Id id : suppression.ids()) {
          id.rule()
              .ifPresent(
                  r ->
                      groups
                          .computeIfAbsent(r.code(), c -> new Group())
                          .add(suppression.reach().start(), id));
        }
      }
    }

    Stream<RuleInfo> rules() {
      return suppressions.stream().flatMap(s -> s.ids().stream()).flatMap(id -> id.rule().stream());
    }

    boolean suppress(Diagnostic found, Set<Id> used) {
      String code = found.rule().code();
      var all = Optional.ofNullable(wholeFile.get(code));
      all.ifPresent(g -> g.use(Integer.MAX_VALUE, used));
      if (found.place().source() != source) {
        return all.isPresent();
      }
      int start = found.place().span().start();
      var here = below(start).map(groups -> groups.get(code)).filter(g -> g.first <= start);
      here.ifPresent(g -> g.use(start, used));
      return all.isPresent() || here.isPresent();
    }

    /** Those of the first line that ends behind the offset; of the last one where the text ends. */
    private Optional<Map<String, Group>> below(int offset) {
      boolean last = offset == source.text().length();
      return Optional.ofNullable(last ? byEnd.lastEntry() : byEnd.higherEntry(offset))
          .filter(e -> !last || e.getKey() == offset)
          .map(Map.Entry::getValue);
    }
  }

  /** Those that name one rule, and end alike; each is marked as used but once. */
  private static final class Group {
    private int first = Integer.MAX_VALUE;
    private final TreeMap<Integer, List<Id>> unused = new TreeMap<>();

    void add(int start, Id id) {
      first = Math.min(first, start);
      unused.computeIfAbsent(start, s -> new ArrayList<>()).add(id);
    }

    /** Marks those that begin at the offset or before. */
    void use(int offset, Set<Id> used) {
      var now = unused.headMap(offset, true);
      now.values().forEach(used::addAll);
      now.clear();
    }
  }
}
