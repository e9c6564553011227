package org.unitlint.host.ports;

import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.XinetdService;

/** A service that xinetd does not serve, or not alone, as another one has its port. */
public record Refused(XinetdService service, Trouble trouble) {}
