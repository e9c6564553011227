package org.unitlint.security;

/** What systemd-analyze(1) calls an exposure. */
public enum Rating {
  DANGEROUS(100),
  UNSAFE(90),
  EXPOSED(75),
  MEDIUM(50),
  OK(10),
  SAFE(1),
  PERFECT(0);

  private final int from;

  Rating(int from) {
    this.from = from;
  }

  /** That of an exposure in tenths, from 0 to 100. */
  public static Rating of(int tenths) {
    for (Rating rating : values()) {
      if (tenths >= rating.from) {
        return rating;
      }
    }
    throw new IllegalArgumentException(String.valueOf(tenths));
  }
}
