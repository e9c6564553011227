package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unitlint.support.Run;

/** The lines by which archives are made: each works, and none of the commands is left out. */
class RehearsalTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("unitlint.basedir", ".")).resolve("testdata");

  static Stream<String> lines() {
    return Rehearsal.lines().filter(l -> !l.equals("check --format gcc .")).filter(known());
  }

  private static Predicate<String> known() {
    return line -> line.startsWith("-") || CommandLineRunner.names().contains(line.split(" ")[0]);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void everyLineWorks(String line) {
    var run = Run.in(FOLDER, Run.words(line));
    assertTrue(run.status() <= 1, run.err());
  }

  @Test
  void everyCommandIsThere() {
    var there =
        Rehearsal.lines()
            .map(l -> l.split(" ")[0])
            .filter(CommandLineRunner.names()::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(CommandLineRunner.names()), there);
  }
}
