/** Who pulls in, orders and conflicts with whom on one machine, and why. */
package org.unitlint.graph;
