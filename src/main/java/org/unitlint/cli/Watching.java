package org.unitlint.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.unitlint.cli.Checker.Told;
import picocli.CommandLine.ParseResult;

/**
 * {@code check --watch}: checks again each time that a file changes. A terminal is cleared and
 * shows all findings; elsewhere those are told that were not there the time before.
 */
final class Watching {
  private static final List<String> ONCE =
      List.of("--fix", "--unsafe-fixes", "--diff", "--write-baseline", "--statistics");
  private static final List<String> FORMATS = List.of("pretty", "gcc", "jsonl");
  private static final String CLEAR = "\033[H\033[2J\033[3J";

  private final Watched watched;
  private final Terminal terminal;
  private final Waiting waiting;
  private Map<List<String>, Integer> known = Map.of();

  Watching(Watched watched, Terminal terminal, Waiting waiting) {
    this.watched = watched;
    this.terminal = terminal;
    this.waiting = waiting;
  }

  /** Checks once, given what is to be told of the findings, and returns the exit status. */
  interface Check {
    int run(UnaryOperator<List<Told>> told) throws Trouble;
  }

  /** Refuses what makes no sense again and again. */
  static void validate(ParseResult arguments) throws Trouble {
    for (String option : ONCE) {
      if (arguments.hasMatchedOption(option)) {
        throw Trouble.usage("--watch and " + option + " cannot both be");
      }
    }
    if (Lookup.words(arguments).contains("-")) {
      throw Trouble.usage("--watch cannot read standard input");
    }
    String format = arguments.matchedOptionValue("--format", "pretty");
    if (!arguments.hasMatchedOption("--output") && !FORMATS.contains(format)) {
      throw Trouble.usage("--watch takes --format pretty, gcc or jsonl, others with --output");
    }
  }

  /** Checks until nobody waits any longer; returns the status of the last check. */
  int run(Check check) throws Trouble {
    boolean screen = terminal.steerable();
    UnaryOperator<List<Told>> told = screen ? UnaryOperator.identity() : this::news;
    int status = Exit.CLEAN;
    for (boolean first = true; ; first = false) {
      if (screen) {
        terminal.out().print(CLEAR);
      }
      var before = watched.look();
      status = first ? check.run(told) : again(check, told);
      if (first || screen) {
        terminal.say("watching " + counted(before.count()) + "; Ctrl-C ends");
      }
      terminal.out().flush();
      terminal.err().flush();
      do {
        if (!waiting.pause(before.folders(), status)) {
          return status;
        }
      } while (watched.look().equals(before));
    }
  }

  private static String counted(long files) {
    return files + (files == 1 ? " file" : " files");
  }

  /** A file that is half written may make for trouble that the next change ends. */
  private int again(Check check, UnaryOperator<List<Told>> told) {
    try {
      return check.run(told);
    } catch (Trouble e) {
      terminal.say(e.getMessage());
      return e.status();
    }
  }

  /** Those that were not among the last ones; lines may have moved. */
  private List<Told> news(List<Told> all) {
    var now = new HashMap<List<String>, Integer>();
    var news = new ArrayList<Told>();
    for (Told told : all) {
      var key = key(told);
      if (now.merge(key, 1, Integer::sum) > known.getOrDefault(key, 0)) {
        news.add(told);
      }
    }
    known = now;
    return news;
  }

  private static List<String> key(Told told) {
    var finding = told.finding();
    var place = finding.place();
    String line = place.source().text(place.source().lineSpan(place.line()));
    return List.of(finding.rule().code(), told.where().path(), finding.message(), line.strip());
  }
}
