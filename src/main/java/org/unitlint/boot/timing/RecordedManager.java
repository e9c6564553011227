package org.unitlint.boot.timing;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the manager said of itself after a boot; times are microseconds since its own start. See
 * org.freedesktop.systemd1(5), "Properties".
 *
 * @param version as it is printed: {@code 252.39-1}; empty where it is not told
 * @param virtualization systemd's word: {@code kvm}, {@code none} on hardware
 * @param architecture systemd's word: {@code x86-64}; empty where it is not told
 * @param tainted what is odd about the machine; empty where nothing is
 * @param generatedMicros when the generators had run
 * @param loadedMicros when the units had been loaded, so that jobs could begin
 * @param finishedMicros when the boot was over; empty where it never was
 */
public record RecordedManager(
    Optional<String> version,
    String virtualization,
    Optional<String> architecture,
    Optional<String> tainted,
    OptionalLong generatedMicros,
    OptionalLong loadedMicros,
    OptionalLong finishedMicros) {}
