package org.unitlint.host.convert;

import java.util.Optional;
import org.unitlint.source.Place;

/**
 * What became of one attribute of a service.
 *
 * @param attribute its name, as {@code per_source}
 * @param words how the unit differs from it; empty where it does not
 * @param unit the unit that holds the setting; empty for none
 * @param setting the line that stands for the attribute; empty for none
 * @param place where the attribute is written; empty for what xinetd does by itself
 */
public record Note(
    String attribute,
    Exactness exactness,
    String words,
    String unit,
    String setting,
    Optional<Place> place) {}
