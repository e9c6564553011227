package org.unitlint.syntax;

import org.unitlint.source.Span;

/** A line that is neither header, assignment, comment nor empty. */
public record Junk(Span span, Value text) implements Element {}
