/**
 * What systemd knows, read from tables: directives, sections, words, specifiers and units.
 *
 * <p>Everything starts at {@link org.unitlint.catalog.Catalog#standard()}. The tables say since
 * which version something is known and how sure that is; what to do about it is decided elsewhere.
 */
package org.unitlint.catalog;
