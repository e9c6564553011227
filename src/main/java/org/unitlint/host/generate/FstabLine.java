package org.unitlint.host.generate;

import org.unitlint.source.Place;

/**
 * One line of {@code /etc/fstab}, octal escapes taken out. See fstab(5).
 *
 * @param check when to check the file system, never where it is zero
 */
record FstabLine(
    String what, String where, String type, FstabOptions options, int check, Place place) {}
