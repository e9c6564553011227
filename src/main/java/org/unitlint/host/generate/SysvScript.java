package org.unitlint.host.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.source.Place;

/** A script in {@code /etc/init.d} and what is found out about it, step by step. */
final class SysvScript {
  private static final int UNKNOWN = -1;

  private final String unit;
  private final String path;
  private final Place place;
  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();
  private final List<String> wants = new ArrayList<>();
  private final List<Start> starts = new ArrayList<>();
  private int priority = UNKNOWN;

  /** A target that starts the script because of a link. */
  record Start(String target, Place link) {}

  /**
   * A script.
   *
   * @param unit the service that stands for it
   * @param path where it lies, as bytes
   */
  SysvScript(String unit, String path, Place place) {
    this.unit = unit;
    this.path = path;
    this.place = place;
  }

  String unit() {
    return unit;
  }

  String path() {
    return path;
  }

  Place place() {
    return place;
  }

  List<String> before() {
    return before;
  }

  List<String> after() {
    return after;
  }

  List<String> wants() {
    return wants;
  }

  List<Start> starts() {
    return starts;
  }

  /** Its place among the started ones; the last of several counts. */
  void rank(int number) {
    priority = Math.max(priority, number);
  }

  /** The number by which links order it; empty where none starts it. */
  Optional<Integer> priority() {
    return priority == UNKNOWN ? Optional.empty() : Optional.of(priority);
  }

  /** The file's name without the folder and without {@code .sh}. */
  String bareName() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return withoutSh(name);
  }

  static String withoutSh(String name) {
    return name.endsWith(".sh") ? name.substring(0, name.length() - ".sh".length()) : name;
  }
}
