package org.unitlint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Pattern;
import org.unitlint.source.Source;
import org.unitlint.syntax.UnitFile;

/**
 * Measures how many megabytes of unit files the parser reads in a second, from bytes in memory to
 * trees. {@code src/bench/parse-throughput} runs it.
 */
final class ParseThroughput {
  private static final Pattern UNIT =
      Pattern.compile(
          ".*\\.(?:service|socket|target|timer|path|mount|automount|swap|slice|scope|conf)");
  private static final int MEGABYTE = 1_000_000;

  private ParseThroughput() {}

  private record Text(String name, byte[] bytes) {}

  /** Arguments: a folder with units anywhere below it, megabytes (50), rounds (7). */
  public static void main(String[] args) throws Exception {
    int megabytes = args.length > 1 ? Integer.parseInt(args[1]) : 50;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 7;
    var units = read(Path.of(args[0]));
    var texts = repeated(units, (long) megabytes * MEGABYTE);
    long bytes = texts.stream().mapToLong(t -> t.bytes().length).sum();
    print(
        "%d unit files, %d KB, repeated to %d texts, %.1f MB; Java %s, %d processors",
        units.size(),
        units.stream().mapToLong(t -> t.bytes().length).sum() / 1000,
        texts.size(),
        (double) bytes / MEGABYTE,
        Runtime.version(),
        Runtime.getRuntime().availableProcessors());
    measure("one thread", texts, bytes, rounds, 1);
    measure("all threads", texts, bytes, rounds, Runtime.getRuntime().availableProcessors());
  }

  private static List<Text> read(Path folder) throws IOException {
    var texts = new ArrayList<Text>();
    try (var walk = Files.walk(folder)) {
      for (Path file : walk.sorted().toList()) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && UNIT.matcher(file.toString()).matches()) {
          texts.add(new Text(folder.relativize(file).toString(), Files.readAllBytes(file)));
        }
      }
    }
    if (texts.stream().allMatch(t -> t.bytes().length == 0)) {
      throw new IllegalArgumentException("no unit files below " + folder);
    }
    return texts;
  }

  /** Own copies of the units' bytes, in turn, until there are that many bytes. */
  private static List<Text> repeated(List<Text> units, long wanted) {
    var texts = new ArrayList<Text>();
    long size = 0;
    for (int at = 0; size < wanted; at = (at + 1) % units.size()) {
      var unit = units.get(at);
      texts.add(new Text(unit.name(), unit.bytes().clone()));
      size += unit.bytes().length;
    }
    return texts;
  }

  private static void measure(String name, List<Text> texts, long bytes, int rounds, int threads)
      throws InterruptedException, ExecutionException {
    var rates = new double[rounds];
    long sections = 0;
    var pool = new ForkJoinPool(threads);
    try {
      for (int round = -2; round < rounds; round++) {
        long start = System.nanoTime();
        sections =
            pool.submit(() -> texts.parallelStream().mapToLong(ParseThroughput::sections).sum())
                .get();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (round >= 0) {
          rates[round] = bytes / seconds / MEGABYTE;
        }
      }
    } finally {
      pool.shutdown();
    }
    Arrays.sort(rates);
    print(
        "%-11s  median %.1f MB/s  [%.1f-%.1f]  %d rounds, %d sections",
        name, rates[rounds / 2], rates[0], rates[rounds - 1], rounds, sections);
  }

  private static long sections(Text text) {
    return UnitFile.parse(Source.of(text.name(), text.bytes())).sections().size();
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
