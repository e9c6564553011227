package org.unitlint.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Fix;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.Machine;
import org.unitlint.source.Edit;
import org.unitlint.source.EditedTree;
import org.unitlint.source.Edits;
import org.unitlint.source.FileTree;
import org.unitlint.source.Span;
import org.unitlint.source.Utf8;

/**
 * Works out what the files of a tree are once their findings are fixed. Fixes that meet wait for
 * the next round, and those that make a file no better, or anything worse, are not made.
 */
final class Fixer {
  private static final int MOST_ROUNDS = 10;
  private static final int MOST_PASSES = 20;

  /** More than is ever read of a unit file. */
  private static final int MAX_BYTES = 64 << 20;

  /** A try takes a check. */
  private static final int MOST_TRIES = 500;

  private final FileTree tree;
  private final Check check;
  private final boolean unsafe;
  private final BiPredicate<Machine, String> editable;
  private final Set<String> refused = new HashSet<>();
  private int tries;

  /** Checks a tree. */
  interface Check {
    /** What is found in the tree, in the order of {@link Diagnostic#ORDER}. */
    List<Seen> of(FileTree tree) throws Trouble;
  }

  /**
   * @param unsafe whether to make fixes too that may change the meaning
   * @param editable whether the file at a path of the machine may be changed
   */
  Fixer(FileTree tree, Check check, boolean unsafe, BiPredicate<Machine, String> editable) {
    this.tree = tree;
    this.check = check;
    this.unsafe = unsafe;
    this.editable = editable;
  }

  /**
   * A file that changes.
   *
   * @param path in the tree, free of links
   */
  record Change(String path, byte[] before, byte[] after) {}

  /**
   * What is to change.
   *
   * @param fixes for each fix the paths of the files that it changes
   * @param left how many more findings could be fixed, if not safely
   * @param refused how many fixes would do harm
   */
  record Fixed(List<Change> changes, List<Set<String>> fixes, int left, int refused) {}

  /** One fix and its edits by file. */
  private record Candidate(String key, Map<String, List<Edit>> edits) {
    boolean touches(Candidate other) {
      return edits.entrySet().stream()
          .anyMatch(e -> touch(e.getValue(), other.edits.getOrDefault(e.getKey(), List.of())));
    }

    private static boolean touch(List<Edit> some, List<Edit> others) {
      return some.stream()
          .map(e -> e.place().span())
          .anyMatch(s -> others.stream().anyMatch(o -> touch(s, o.place().span())));
    }

    private static boolean touch(Span one, Span other) {
      return one.start() <= other.end() && other.start() <= one.end();
    }
  }

  /** The contents of the files that changed, what is found then, and the fixes that were made. */
  private record State(Map<String, byte[]> contents, List<Seen> found, List<Candidate> made) {}

  /** Fixes as much as can be. */
  Fixed fix() throws Trouble {
    var start = new State(Map.of(), check.of(tree), List.of());
    var state = start;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      var next = pass(state);
      if (next == state) {
        break;
      }
      state = next;
    }
    var changes = new ArrayList<Change>();
    for (var entry : new TreeMap<>(state.contents).entrySet()) {
      byte[] before = read(start, entry.getKey());
      if (!Arrays.equals(before, entry.getValue())) {
        changes.add(new Change(entry.getKey(), before, entry.getValue()));
      }
    }
    return new Fixed(
        changes,
        state.made.stream().map(c -> c.edits.keySet()).toList(),
        left(state),
        refused.size());
  }

  /** All fixes that do no harm together, or else those that do none in smaller groups. */
  private State pass(State start) throws Trouble {
    refused.clear();
    var all = rounds(start);
    var worse = worse(start, all);
    if (worse.isEmpty()) {
      return all;
    }
    var good = without(worse, start, all);
    return inGroups(worse(start, good).isEmpty() ? good : start);
  }

  private State rounds(State start) throws Trouble {
    var state = start;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var together = together(candidates(state));
      if (together.isEmpty()) {
        break;
      }
      state = with(state, together);
    }
    return state;
  }

  /** What stays of all where those files are as at the start. */
  private State without(Set<String> files, State start, State all) throws Trouble {
    var fresh = all.made.subList(start.made.size(), all.made.size());
    var kept = fresh.stream().filter(c -> !meets(c, files)).toList();
    boolean torn = fresh.stream().anyMatch(c -> meets(c, files) && c.edits.size() > 1);
    if (torn || kept.isEmpty()) {
      return start;
    }
    var contents = new TreeMap<>(all.contents);
    contents.keySet().removeAll(files);
    start.contents.entrySet().stream()
        .filter(e -> files.contains(e.getKey()))
        .forEach(e -> contents.put(e.getKey(), e.getValue()));
    var made = new ArrayList<>(start.made);
    made.addAll(kept);
    return new State(contents, look(contents), made);
  }

  private static boolean meets(Candidate fix, Set<String> files) {
    return fix.edits.keySet().stream().anyMatch(files::contains);
  }

  private State inGroups(State start) throws Trouble {
    var state = start;
    while (tries < MOST_TRIES) {
      var keys = candidates(state).stream().map(Candidate::key).distinct().toList();
      if (keys.isEmpty()) {
        break;
      }
      state = group(state, keys);
    }
    return state;
  }

  /** With the fixes of those keys if they do no harm, else with what does none of either half. */
  private State group(State state, List<String> keys) throws Trouble {
    var some = candidates(state).stream().filter(c -> keys.contains(c.key)).toList();
    if (some.isEmpty() || ++tries > MOST_TRIES) {
      return state;
    }
    var tried = with(state, together(some));
    if (worse(state, tried).isEmpty()) {
      return tried;
    }
    if (keys.size() == 1) {
      refused.addAll(keys);
      return state;
    }
    int middle = keys.size() / 2;
    return group(group(state, keys.subList(0, middle)), keys.subList(middle, keys.size()));
  }

  /** The fixes that may be made, in the order of the findings. */
  private List<Candidate> candidates(State state) {
    return candidates(state, f -> f.safe() || unsafe).stream()
        .filter(c -> !refused.contains(c.key))
        .toList();
  }

  private int left(State state) {
    return unsafe ? 0 : candidates(state, f -> true).size() - candidates(state, Fix::safe).size();
  }

  private List<Candidate> candidates(State state, Predicate<Fix> chosen) {
    var intact = new HashMap<String, Boolean>();
    var candidates = new ArrayList<Candidate>();
    for (Seen seen : state.found) {
      seen.finding().fixes().stream()
          .filter(chosen)
          .findFirst()
          .flatMap(fix -> candidate(seen, fix, state, intact))
          .ifPresent(candidates::add);
    }
    return candidates;
  }

  private Optional<Candidate> candidate(
      Seen seen, Fix fix, State state, Map<String, Boolean> intact) {
    var edits = new LinkedHashMap<String, List<Edit>>();
    var key = new StringBuilder(seen.finding().rule().code() + "\n" + seen.finding().message());
    for (Edit edit : fix.edits()) {
      var file = seen.file(edit.place());
      if (file.isEmpty()
          || !intact.computeIfAbsent(file.get(), f -> mayChange(seen, edit, f, state))
          || edit.place().text().equals(edit.text())) {
        return Optional.empty();
      }
      edits.computeIfAbsent(file.get(), f -> new ArrayList<>()).add(edit);
      key.append('\n').append(file.get()).append('\n').append(edit.text());
    }
    return edits.isEmpty() ? Optional.empty() : Optional.of(new Candidate(key.toString(), edits));
  }

  /** Whether the file may be changed, and its source is all of it. */
  private boolean mayChange(Seen seen, Edit edit, String file, State state) {
    var path = seen.machine().path(edit.place().source()).orElse(file);
    return editable.test(seen.machine(), path)
        && Arrays.equals(Utf8.encode(edit.place().source().text()), read(state, file));
  }

  private byte[] read(State state, String file) {
    byte[] known = state.contents.get(file);
    if (known != null) {
      return known;
    }
    try {
      return tree.read(file, MAX_BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** Those that neither overlap nor touch one before. */
  private static List<Candidate> together(List<Candidate> candidates) {
    var together = new ArrayList<Candidate>();
    for (Candidate candidate : candidates) {
      if (together.stream().noneMatch(candidate::touches)) {
        together.add(candidate);
      }
    }
    return together;
  }

  /** The state after the fixes, which do not touch each other. */
  private State with(State state, List<Candidate> fixes) throws Trouble {
    var edits = new TreeMap<String, List<Edit>>();
    fixes.forEach(
        fix ->
            fix.edits.forEach(
                (file, some) -> edits.computeIfAbsent(file, f -> new ArrayList<>()).addAll(some)));
    var contents = new TreeMap<>(state.contents);
    edits.forEach(
        (file, all) ->
            contents.put(file, Utf8.encode(Edits.apply(all.get(0).place().source().text(), all))));
    var made = new ArrayList<>(state.made);
    made.addAll(fixes);
    return new State(contents, look(contents), made);
  }

  private List<Seen> look(Map<String, byte[]> contents) throws Trouble {
    return check.of(new EditedTree(tree, contents));
  }

  /**
   * The files with more errors or warnings of some rule, and changed ones without fewer findings.
   */
  private static Set<String> worse(State before, State after) {
    var was = counts(before);
    var is = counts(after);
    var worse = new TreeSet<String>();
    is.forEach(
        (file, counts) -> {
          var old = was.getOrDefault(file, Map.of());
          boolean more =
              counts.entrySet().stream()
                  .anyMatch(
                      e -> !e.getKey().isEmpty() && e.getValue() > old.getOrDefault(e.getKey(), 0));
          if (more) {
            worse.add(file);
          }
        });
    for (String file : after.contents.keySet()) {
      boolean changed = after.contents.get(file) != before.contents.get(file);
      if (changed && total(is, file) >= total(was, file)) {
        worse.add(file);
      }
    }
    return worse;
  }

  private static int total(Map<String, Map<String, Integer>> counts, String file) {
    return counts.getOrDefault(file, Map.of()).getOrDefault("", 0);
  }

  /** How many findings each file has: errors and warnings by rule, and under no name all. */
  private static Map<String, Map<String, Integer>> counts(State state) {
    var counts = new HashMap<String, Map<String, Integer>>();
    for (Seen seen : state.found) {
      var finding = seen.finding();
      var place = finding.place();
      String file = seen.file(place).orElseGet(() -> place.source().name());
      var ofFile = counts.computeIfAbsent(file, f -> new HashMap<>());
      ofFile.merge("", 1, Integer::sum);
      if (finding.severity().atLeast(Severity.WARNING)) {
        ofFile.merge(finding.rule().code(), 1, Integer::sum);
      }
    }
    return counts;
  }
}
