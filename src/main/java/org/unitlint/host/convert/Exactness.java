package org.unitlint.host.convert;

/** How well systemd can do what an attribute asks for. */
public enum Exactness {
  EXACT("exact"),
  /** Nearly so; the note says how it differs. */
  APPROXIMATE("approximate"),
  /** Not at all: what the attribute asks for is gone. */
  NONE("none");

  private final String word;

  Exactness(String word) {
    this.word = word;
  }

  /** Its name for people and programs. */
  public String word() {
    return word;
  }
}
