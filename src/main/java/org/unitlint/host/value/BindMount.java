package org.unitlint.host.value;

/**
 * A folder or file that a service sees at another place too. See systemd.exec(5), BindPaths=.
 *
 * @param optional whether the source may be missing
 * @param recursive whether what is mounted below comes along
 */
public record BindMount(String source, String target, boolean optional, boolean recursive) {}
