/**
 * unitlint as a library: begin with {@link org.unitlint.api.Root}.
 *
 * <p>This package is what other programs may rely on; the other packages may change with every
 * version. Nothing in it prints, ends the program, reads the clock or the environment, or changes a
 * file. All types but {@link org.unitlint.api.Root} are records that hold no more than they say.
 */
package org.unitlint.api;
