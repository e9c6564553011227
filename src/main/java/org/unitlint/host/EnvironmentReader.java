package org.unitlint.host;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a file of environment variables, character by character as {@code env-file.c} does. */
final class EnvironmentReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final String COMMENTS = "#;";
  private static final String WHITESPACE = " \t\n\r";
  private static final String NEWLINE = "\n\r";

  /** What keeps its backslash from being kept, between double quotes. */
  private static final String ESCAPED = "\"\\`$";

  private final String text;
  private final List<EnvironmentFile.Variable> variables = new ArrayList<>();
  private final List<EnvironmentFile.Line> ignored = new ArrayList<>();
  private final StringBuilder key = new StringBuilder();
  private final StringBuilder value = new StringBuilder();

  /** How much of the value is no blank at its end. */
  private int solid;

  private int line = 1;
  private int first = 1;

  private enum State {
    PRE_KEY,
    KEY,
    PRE_VALUE,
    VALUE,
    VALUE_ESCAPE,
    SINGLE_QUOTE,
    DOUBLE_QUOTE,
    DOUBLE_QUOTE_ESCAPE,
    COMMENT,
    COMMENT_ESCAPE
  }

  EnvironmentReader(String text) {
    this.text = text;
  }

  EnvironmentFile read() {
    var state = State.PRE_KEY;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      state = next(state, c);
      line += c == '\n' ? 1 : 0;
    }
    switch (state) {
      case PRE_KEY, COMMENT, COMMENT_ESCAPE -> {}
      case KEY -> ignore();
      default -> assign();
    }
    return new EnvironmentFile(variables, ignored);
  }

  private State next(State state, char c) {
    boolean ends = NEWLINE.indexOf(c) >= 0;
    return switch (state) {
      case PRE_KEY -> preKey(c);
      case KEY -> key(c, ends);
      case PRE_VALUE, VALUE -> value(state, c, ends);
      case VALUE_ESCAPE -> ends ? State.VALUE : add(c, State.VALUE);
      case SINGLE_QUOTE -> c == '\'' ? State.PRE_VALUE : add(c, State.SINGLE_QUOTE);
      case DOUBLE_QUOTE ->
          switch (c) {
            case '"' -> State.PRE_VALUE;
            case '\\' -> State.DOUBLE_QUOTE_ESCAPE;
            default -> add(c, State.DOUBLE_QUOTE);
          };
      case DOUBLE_QUOTE_ESCAPE -> {
        if (ESCAPED.indexOf(c) < 0 && c != '\n') {
          add('\\', state);
        }
        yield c == '\n' ? State.DOUBLE_QUOTE : add(c, State.DOUBLE_QUOTE);
      }
      case COMMENT -> c == '\\' ? State.COMMENT_ESCAPE : ends ? State.PRE_KEY : State.COMMENT;
      case COMMENT_ESCAPE -> State.COMMENT;
    };
  }

  private State preKey(char c) {
    if (COMMENTS.indexOf(c) >= 0) {
      return State.COMMENT;
    }
    if (WHITESPACE.indexOf(c) >= 0) {
      return State.PRE_KEY;
    }
    first = line;
    key.append(c);
    return State.KEY;
  }

  private State key(char c, boolean ends) {
    if (ends) {
      ignore();
      return State.PRE_KEY;
    }
    if (c == '=') {
      return State.PRE_VALUE;
    }
    key.append(c);
    return State.KEY;
  }

  /** Quotes count where the value, or what follows another quote, begins with one. */
  private State value(State state, char c, boolean ends) {
    if (ends) {
      assign();
      return State.PRE_KEY;
    }
    if (c == '\\') {
      return State.VALUE_ESCAPE;
    }
    boolean blank = WHITESPACE.indexOf(c) >= 0;
    if (state == State.PRE_VALUE && (c == '\'' || c == '"')) {
      return c == '"' ? State.DOUBLE_QUOTE : State.SINGLE_QUOTE;
    }
    if (state == State.PRE_VALUE && blank) {
      return State.PRE_VALUE;
    }
    value.append(c);
    solid = blank ? solid : value.length();
    return State.VALUE;
  }

  private State add(char c, State state) {
    value.append(c);
    solid = value.length();
    return state;
  }

  private void assign() {
    String name = key.toString().strip();
    if (NAME.matcher(name).matches()) {
      variables.add(new EnvironmentFile.Variable(name, value.substring(0, solid), first));
      clear();
    } else {
      ignore();
    }
  }

  private void ignore() {
    ignored.add(new EnvironmentFile.Line(first, key.toString().startsWith("export ")));
    clear();
  }

  private void clear() {
    key.setLength(0);
    value.setLength(0);
    solid = 0;
  }
}
