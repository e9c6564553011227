/** How long starts take: from files, from recorded boots, or estimated. */
package org.unitlint.boot.timing;
