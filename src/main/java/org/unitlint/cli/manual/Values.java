package org.unitlint.cli.manual;

import java.util.List;

/**
 * What can stand for an option's value or an argument.
 *
 * @param words what there is to choose from; empty for kinds that each machine answers for itself
 * @param listed whether several words may stand there, with commas between them
 */
public record Values(Kind kind, List<String> words, boolean listed) {
  /** Where the candidates come from. */
  public enum Kind {
    /** Nobody knows. */
    ANY,
    /** The words. */
    WORDS,
    /** Files of the user. */
    FILES,
    /** Folders of the user. */
    FOLDERS,
    /** Units of the root that is looked at. */
    UNITS,
    /** Those and files. */
    UNITS_AND_FILES
  }

  /** No candidates are known. */
  public static final Values ANY = of(Kind.ANY);

  public Values {
    words = List.copyOf(words);
  }

  /** Candidates that the machine knows. */
  public static Values of(Kind kind) {
    return new Values(kind, List.of(), kind == Kind.UNITS);
  }

  /** One of these words. */
  public static Values of(List<String> words) {
    return new Values(Kind.WORDS, words, false);
  }

  /** Some of these words. */
  public static Values listOf(List<String> words) {
    return new Values(Kind.WORDS, words, true);
  }
}
