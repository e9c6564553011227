/** From a unit to the plan that starts it, and from the plan to a timeline. */
package org.unitlint.boot;
