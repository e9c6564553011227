/** What is so on a machine that boots, and which conditions of its units hold there. */
package org.unitlint.boot.profile;
