package org.unitlint.host.value;

/**
 * What must hold for a unit to start. See systemd.unit(5), "Conditions and Asserts".
 *
 * @param trigger whether it is enough that one of these holds, with a {@code |} before it
 * @param negated whether the opposite must hold, with a {@code !} before it
 * @param kind what is compared, such as {@code path} or {@code memory}: the argument of the kind of
 *     value
 * @param expression what is compared with, its specifiers replaced
 */
public record Condition(boolean trigger, boolean negated, String kind, String expression) {}
