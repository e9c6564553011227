/** What is started only when somebody asks for it, and what listens for that. */
package org.unitlint.graph.demand;
