package org.unitlint.boot.timing;

import java.util.ArrayList;
import java.util.List;

/**
 * One command of a shell's script, as far as that can be told without being a shell.
 *
 * @param words without quotes; variables are still in
 * @param inBackground whether the script goes on while it runs
 * @param isAlternativeNext whether the next one runs only if this one fails
 */
record ShellCommand(List<String> words, boolean inBackground, boolean isAlternativeNext) {
  ShellCommand {
    words = List.copyOf(words);
  }

  /** The commands of the script in their order. */
  static List<ShellCommand> all(String script) {
    var reader = new Reader(script);
    reader.read();
    return reader.commands;
  }

  /** Goes through a script once. */
  private static final class Reader {
    private final String script;
    private final List<ShellCommand> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    Reader(String script) {
      this.script = script;
    }

    void read() {
      while (at < script.length()) {
        char c = script.charAt(at);
        switch (c) {
          case '\'', '"' -> quoted(c);
          case '\\' -> {
            at++;
            take();
          }
          case ' ', '\t', '\r' -> {
            endOfWord();
            at++;
          }
          case ';', '\n' -> end(false, false, 1);
          case '|' -> end(false, isNext('|'), isNext('|') ? 2 : 1);
          case '&' -> ampersand();
          case '#' -> hash();
          default -> take();
        }
      }
      end(false, false, 0);
    }

    private boolean isNext(char c) {
      return at + 1 < script.length() && script.charAt(at + 1) == c;
    }

    private void take() {
      if (at < script.length()) {
        word.append(script.charAt(at));
        inWord = true;
      }
      at++;
    }

    private void quoted(char quote) {
      inWord = true;
      for (at++; at < script.length() && script.charAt(at) != quote; at++) {
        if (quote == '"' && script.charAt(at) == '\\' && at + 1 < script.length()) {
          at++;
        }
        word.append(script.charAt(at));
      }
      at++;
    }

    /** A sign of its own, or part of a redirection such as {@code 2>&1}. */
    private void ampersand() {
      boolean redirection = isNext('>') || at > 0 && "<>".indexOf(script.charAt(at - 1)) >= 0;
      if (redirection) {
        take();
      } else {
        end(!isNext('&'), false, isNext('&') ? 2 : 1);
      }
    }

    private void hash() {
      if (inWord) {
        take();
        return;
      }
      int feed = script.indexOf('\n', at);
      at = feed < 0 ? script.length() : feed;
    }

    private void endOfWord() {
      if (inWord) {
        words.add(word.toString());
        word.setLength(0);
        inWord = false;
      }
    }

    private void end(boolean background, boolean alternative, int length) {
      endOfWord();
      commands.add(new ShellCommand(words, background, alternative));
      words = new ArrayList<>();
      at += length;
    }
  }
}
