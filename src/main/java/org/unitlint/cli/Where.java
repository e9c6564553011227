package org.unitlint.cli;

import java.util.Optional;

/**
 * Where a file under check lies.
 *
 * @param path its absolute path on this machine
 * @param inRoot its path in the root that is checked, if a whole one is
 */
record Where(String path, Optional<String> inRoot) {}
