/** How exposed services are, and what would make them less so. */
package org.unitlint.security;
