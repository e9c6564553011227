package org.unitlint.host.effective;

import java.util.Optional;
import org.unitlint.syntax.Assignment;

/**
 * What a directive is in a unit whose files do not say.
 *
 * @param option the option of the manager's configuration that could say otherwise
 * @param said the line there that does; empty for systemd's own value
 */
public record GivenDefault(
    String section,
    String directive,
    String value,
    Optional<String> option,
    Optional<Assignment> said) {}
