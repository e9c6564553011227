package org.unitlint.cli.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.unitlint.catalog.Nearest;

/** One table of a TOML file, whose values are of the right type or make a problem. */
final class Keys {
  private final TomlTable table;
  private final String path;
  private final TomlPosition position;

  /** The top of a file, which may hold only those keys. */
  Keys(TomlTable table, Set<String> allowed) throws ConfigProblem {
    this(table, "", TomlPosition.positionAt(1, 1));
    refuseOthers(allowed);
  }

  private Keys(TomlTable table, String path, TomlPosition position) {
    this.table = table;
    this.path = path;
    this.position = position;
  }

  /** Makes a problem of a message. */
  interface Problem {
    ConfigProblem of(String message);
  }

  /** Makes something of one string of a list. */
  interface Reading<T> {
    T of(String word, Problem problem) throws ConfigProblem;
  }

  /** A proposal to add to a message, where a name is close. */
  static String meant(String word, Collection<String> names) {
    return meant(Nearest.of(word, names));
  }

  /** A proposal to add to a message, where there is one. */
  static String meant(Optional<String> name) {
    return name.map(n -> "; did you mean `" + n + "`?").orElse("");
  }

  /** The line where it begins, from 1. */
  int line() {
    return position.line();
  }

  /** The names of its keys, in the order of their lines. */
  List<String> names() {
    var names = new ArrayList<>(table.keySet());
    names.sort(
        Comparator.comparingInt((String n) -> at(n).line()).thenComparingInt(n -> at(n).column()));
    return names;
  }

  /** What is wrong with the table itself. */
  ConfigProblem problem(String message) {
    return problem(position, message);
  }

  /** What is wrong with a key. */
  ConfigProblem problem(String key, String message) {
    return problem(at(key), message);
  }

  private static ConfigProblem problem(TomlPosition at, String message) {
    return new ConfigProblem(at.line(), at.column(), message);
  }

  private TomlPosition at(String key) {
    var at = table.inputPositionOf(List.of(key));
    return at == null ? position : at;
  }

  private Optional<Object> value(String key) {
    return Optional.ofNullable(table.get(List.of(key)));
  }

  private ConfigProblem type(String key, String expected) {
    return problem(key, "`" + path + key + "` must be " + expected);
  }

  private void refuseOthers(Set<String> allowed) throws ConfigProblem {
    for (String key : names()) {
      if (!allowed.contains(key)) {
        var near = Nearest.of(key, new TreeSet<>(allowed)).map(n -> path + n);
        throw problem(key, "unknown key `" + path + key + "`" + meant(near));
      }
    }
  }

  /** A string. */
  Optional<Entry<String>> text(String key) throws ConfigProblem {
    var value = value(key);
    if (value.filter(v -> !(v instanceof String)).isPresent()) {
      throw type(key, "a string");
    }
    return value.map(v -> new Entry<>((String) v, at(key).line()));
  }

  /** A string, or a whole number. */
  Optional<Entry<String>> word(String key) throws ConfigProblem {
    var value = value(key);
    if (value.filter(v -> !(v instanceof String || v instanceof Long)).isPresent()) {
      throw type(key, "a number or a string");
    }
    return value.map(v -> new Entry<>(v.toString(), at(key).line()));
  }

  /** A boolean. */
  Optional<Entry<Boolean>> flag(String key) throws ConfigProblem {
    var value = value(key);
    if (value.filter(v -> !(v instanceof Boolean)).isPresent()) {
      throw type(key, "true or false");
    }
    return value.map(v -> new Entry<>((Boolean) v, at(key).line()));
  }

  /** A list of strings. */
  Optional<Entry<List<String>>> strings(String key) throws ConfigProblem {
    return each(key, (word, problem) -> word);
  }

  /** What is made of each of a list of strings. */
  <T> Optional<Entry<List<T>>> each(String key, Reading<T> reading) throws ConfigProblem {
    var value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof TomlArray array)) {
      throw type(key, "a list of strings");
    }
    var made = new ArrayList<T>();
    for (int i = 0; i < array.size(); i++) {
      var at = array.inputPositionOf(i);
      if (!(array.get(i) instanceof String word)) {
        throw problem(at, "`" + path + key + "` must be a list of strings");
      }
      made.add(reading.of(word, message -> problem(at, message)));
    }
    return Optional.of(new Entry<>(List.copyOf(made), at(key).line()));
  }

  /** A table. */
  Optional<Keys> table(String key) throws ConfigProblem {
    var value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof TomlTable inner)) {
      throw type(key, "a table");
    }
    return Optional.of(new Keys(inner, path + key + ".", at(key)));
  }

  /** A table that may hold only those keys. */
  Optional<Keys> table(String key, Set<String> allowed) throws ConfigProblem {
    var inner = table(key);
    if (inner.isPresent()) {
      inner.get().refuseOthers(allowed);
    }
    return inner;
  }

  /** A list of tables that may hold only those keys. */
  List<Keys> tables(String key, Set<String> allowed) throws ConfigProblem {
    var value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof TomlArray array)) {
      throw type(key, "a list of tables: write [[" + path + key + "]]");
    }
    var tables = new ArrayList<Keys>();
    for (int i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof TomlTable inner)) {
        throw type(key, "a list of tables: write [[" + path + key + "]]");
      }
      var made = new Keys(inner, path + key + ".", array.inputPositionOf(i));
      made.refuseOthers(allowed);
      tables.add(made);
    }
    return tables;
  }
}
