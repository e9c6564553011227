package org.unitlint.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.unitlint.cli.Checker.Checked;
import org.unitlint.cli.Checker.Told;
import org.unitlint.report.Baseline;
import org.unitlint.report.Baseline.Entry;

/** One baseline: which findings it hides, and which of its entries hide none. */
final class Accepted {
  private static final int LONGEST_TEXT = 1000;

  private final Path file;
  private final SortedMap<Entry, Integer> left;

  /**
   * Nothing is hidden yet.
   *
   * @param file where the baseline lies
   */
  Accepted(Path file, Baseline baseline) {
    this.file = file;
    this.left = new TreeMap<>(baseline.counts());
  }

  /**
   * The baseline in the file.
   *
   * @param name what to call it before people
   */
  static Baseline read(Path file, String name) throws Trouble {
    try (var in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      return Baseline.read(in);
    } catch (IOException e) {
      throw Trouble.unreadable("cannot read " + name + ": " + Inputs.reason(e));
    } catch (Baseline.Broken e) {
      throw Trouble.usage(name + ":" + e.getMessage());
    }
  }

  /** Writes the findings as a baseline. */
  static void write(Path file, String name, List<Told> told) throws Trouble {
    var counts = new TreeMap<Entry, Integer>();
    told.forEach(t -> counts.merge(entry(file, t), 1, Integer::sum));
    WholeFile.write(file, name, new Baseline(counts)::write);
  }

  /** Whether it hides the finding; each entry hides as many as it counts. */
  boolean hides(Told told) {
    var entry = entry(file, told);
    int count = left.getOrDefault(entry, 0);
    if (count == 1) {
      left.remove(entry);
    } else if (count > 1) {
      left.put(entry, count - 1);
    }
    return count > 0;
  }

  /**
   * How many findings it still waits for, of rules that were asked, in files that were checked or
   * are gone; all findings have been asked for by {@link #hides}.
   */
  int stale(Checked checked) {
    var files = checked.files().keySet();
    var names = files.stream().map(w -> name(file, w)).collect(Collectors.toSet());
    boolean root = files.stream().anyMatch(w -> w.inRoot().isPresent());
    return left.entrySet().stream()
        .filter(e -> checked.asked().contains(e.getKey().rule()))
        .filter(e -> root || names.contains(e.getKey().file()) || isGone(e.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private boolean isGone(Entry entry) {
    return entry.file().indexOf('\0') < 0
        && !Files.exists(file.toAbsolutePath().resolveSibling(entry.file()));
  }

  private static Entry entry(Path file, Told told) {
    var place = told.finding().place();
    String line = place.source().text(place.source().lineSpan(place.line())).strip();
    String text = line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) : line;
    return new Entry(told.finding().rule().code(), name(file, told.where()), text);
  }

  /** The path from the root that is checked, else from the folder of the baseline. */
  private static String name(Path file, Where where) {
    if (where.inRoot().isPresent()) {
      return where.inRoot().get().substring(1);
    }
    var folder = file.toAbsolutePath().normalize().getParent();
    return folder.relativize(Path.of(where.path())).toString();
  }
}
