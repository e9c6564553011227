package org.unitlint.host.convert;

import org.unitlint.source.Place;

/**
 * A service that no unit can stand for.
 *
 * @param service its id
 * @param path the file that holds it
 * @param place what decides it
 * @param disabled whether xinetd does not serve it, as somebody said so
 * @param reason why, in a sentence without a full stop
 */
public record Refusal(String service, String path, Place place, boolean disabled, String reason) {}
