package org.unitlint.host.xinetd;

/** Where the connections of a service are passed on to, over TCP. */
public record Redirect(String host, int port) {}
