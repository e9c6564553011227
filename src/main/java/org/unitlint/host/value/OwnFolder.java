package org.unitlint.host.value;

import java.util.Optional;

/**
 * A folder that systemd makes for a service. See systemd.exec(5), RuntimeDirectory=.
 *
 * @param path below the folder of the directive, such as /run
 * @param link that leads there, below the same folder
 */
public record OwnFolder(String path, Optional<String> link) {}
