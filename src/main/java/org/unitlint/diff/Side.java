package org.unitlint.diff;

import java.util.List;
import org.unitlint.boot.Forecast;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Starts;
import org.unitlint.host.Machine;
import org.unitlint.host.xinetd.XinetdService;

/**
 * One of two configurations, with all that is compared.
 *
 * @param machine its files, and nothing else
 * @param graph of all units of the machine, completed where it is no whole one
 * @param starts what the boot starts
 * @param forecast the boot
 * @param services of xinetd, in the order of the files
 * @param findings that are told
 */
public record Side(
    Machine machine,
    DependencyGraph graph,
    Starts starts,
    Forecast forecast,
    List<XinetdService> services,
    List<Finding> findings) {
  public Side {
    services = List.copyOf(services);
    findings = List.copyOf(findings);
  }
}
