package org.unitlint.host;

import java.util.Optional;

/** Why files and links are there that nobody wrote. */
public interface Causes {
  /** A machine on which everything was written as it is. */
  Causes NONE =
      new Causes() {
        @Override
        public Optional<Cause> of(String path) {
          return Optional.empty();
        }

        @Override
        public boolean isMade(String path) {
          return false;
        }
      };

  /** What somebody wrote to have the file or link at the path; empty where that is nothing. */
  Optional<Cause> of(String path);

  /** Whether nobody wrote the file or link at the path itself. */
  boolean isMade(String path);
}
