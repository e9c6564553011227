package org.unitlint.boot.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is at a path while a machine boots: words such as {@code folder,read-only}. */
record PathState(Set<Trait> traits) {
  static final PathState ABSENT = of(Trait.ABSENT);
  static final PathState FILE = of(Trait.FILE);
  static final PathState PROGRAM = of(Trait.FILE, Trait.EXECUTABLE);

  /** What can be said of a path; the first six exclude each other. */
  enum Trait {
    ABSENT,
    FILE,
    FILE_EMPTY,
    FOLDER,
    FOLDER_EMPTY,
    DEVICE,
    LINK,
    EXECUTABLE,
    MOUNT,
    READ_ONLY,
    ENCRYPTED;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isKind() {
      return ordinal() <= DEVICE.ordinal();
    }
  }

  PathState {
    traits = Collections.unmodifiableSet(EnumSet.copyOf(traits));
  }

  static PathState of(Trait first, Trait... more) {
    return new PathState(EnumSet.of(first, more));
  }

  static List<String> words() {
    return Stream.of(Trait.values()).map(Trait::word).toList();
  }

  /** The state that the words say, commas between them; empty where they make no sense. */
  static Optional<PathState> parse(String words) {
    var traits = EnumSet.noneOf(Trait.class);
    for (String word : split(words)) {
      var trait = Stream.of(Trait.values()).filter(t -> t.word().equals(word)).findFirst();
      if (trait.isEmpty()) {
        return Optional.empty();
      }
      traits.add(trait.get());
    }
    if (traits.stream().noneMatch(Trait::isKind)) {
      traits.add(traits.contains(Trait.MOUNT) ? Trait.FOLDER : Trait.FILE);
    }
    boolean one = traits.stream().filter(Trait::isKind).count() == 1;
    return one ? Optional.of(new PathState(traits)) : Optional.empty();
  }

  /** The words of a list, which commas or blanks part. */
  static List<String> split(String text) {
    var words = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || ", \t".indexOf(text.charAt(i)) >= 0) {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }

  boolean exists() {
    return !is(Trait.ABSENT);
  }

  boolean isFile() {
    return is(Trait.FILE) || is(Trait.FILE_EMPTY);
  }

  boolean isFolder() {
    return is(Trait.FOLDER) || is(Trait.FOLDER_EMPTY);
  }

  @Override
  public String toString() {
    return traits.stream().map(Trait::word).collect(Collectors.joining(","));
  }
}
