/**
 * Who listens where on a machine: socket units, the services of xinetd and inetd, and services
 * whose own command line says so.
 */
package org.unitlint.host.ports;
