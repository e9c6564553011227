package org.unitlint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.unitlint.diff.Changed;
import org.unitlint.diff.Comparison;
import org.unitlint.diff.ServiceChange;
import org.unitlint.diff.UnitChange;
import org.unitlint.security.Exposure;

/** What a change changes, in one sentence. */
public final class DiffSummary {
  private DiffSummary() {}

  /** The sentence. */
  public static String of(Comparison comparison) {
    if (comparison.isNothing()) {
      return "Nothing changes.";
    }
    var parts = new ArrayList<String>();
    int options = comparison.manager().size();
    if (options > 0) {
      parts.add(options + (options == 1 ? " option" : " options") + " of the manager otherwise");
    }
    units(comparison.units(), parts);
    services(comparison.services(), parts);
    count(comparison.dependencies(), "dependency", "dependencies", parts);
    count(comparison.boot().jobs(), "job of the boot", "jobs of the boot", parts);
    count(comparison.ports(), "port", "ports", parts);
    count(comparison.findings(), "finding", "findings", parts);
    exposure(comparison.exposure(), parts);
    long by = comparison.boot().after().totalMicros() - comparison.boot().before().totalMicros();
    if (by != 0) {
      parts.add("the boot takes " + Spans.of(Math.abs(by)) + (by > 0 ? " more" : " less"));
    }
    if (parts.isEmpty()) {
      parts.add("the boot goes otherwise");
    }
    String text = String.join("; ", parts);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private static void units(List<UnitChange> changes, List<String> parts) {
    var counts = new TreeMap<UnitChange.Kind, Integer>();
    changes.forEach(c -> counts.merge(c.kind(), c.units().size(), Integer::sum));
    var words = new ArrayList<String>();
    counts.forEach((kind, count) -> words.add(count + " " + word(kind)));
    if (!words.isEmpty()) {
      parts.add("units: " + String.join(", ", words));
    }
  }

  private static String word(UnitChange.Kind kind) {
    return switch (kind) {
      case ADDED -> "added";
      case REMOVED -> "removed";
      case MASKED -> "masked";
      case UNMASKED -> "unmasked";
      case REFUSED -> "refused";
      case MENDED -> "mended";
      case CHANGED -> "changed";
    };
  }

  private static void services(List<ServiceChange> changes, List<String> parts) {
    var counts = new TreeMap<ServiceChange.Kind, Integer>();
    changes.forEach(c -> counts.merge(c.kind(), 1, Integer::sum));
    var words = new ArrayList<String>();
    counts.forEach((kind, count) -> words.add(count + " " + kind.name().toLowerCase(Locale.ROOT)));
    if (!words.isEmpty()) {
      parts.add("services of xinetd: " + String.join(", ", words));
    }
  }

  private static void exposure(List<Changed<Exposure>> changes, List<String> parts) {
    var by =
        changes.stream()
            .filter(c -> c.sort() == Changed.Sort.OTHER)
            .collect(Collectors.partitioningBy(DiffSummary::isWorse, Collectors.counting()));
    var words = new ArrayList<String>();
    add(by.get(true), "more exposed", words);
    add(by.get(false), "less", words);
    if (!words.isEmpty()) {
      parts.add("services: " + String.join(", ", words) + (by.get(true) == 0 ? " exposed" : ""));
    }
  }

  private static boolean isWorse(Changed<Exposure> exposure) {
    return exposure.last().tenths() > exposure.before().orElseThrow().tenths();
  }

  private static <T> void count(
      List<Changed<T>> changes, String one, String many, List<String> parts) {
    long fresh = changes.stream().filter(c -> c.sort() == Changed.Sort.NEW).count();
    long gone = changes.stream().filter(c -> c.sort() == Changed.Sort.GONE).count();
    long other = changes.size() - fresh - gone;
    var words = new ArrayList<String>();
    add(fresh, "new", words);
    add(gone, "gone", words);
    add(other, "otherwise", words);
    if (!words.isEmpty()) {
      String what = words.get(0).startsWith("1 ") ? one : many;
      words.set(0, words.get(0).replaceFirst(" ", " " + what + " "));
      parts.add(String.join(", ", words));
    }
  }

  private static void add(long count, String word, List<String> words) {
    if (count > 0) {
      words.add(count + " " + word);
    }
  }
}
