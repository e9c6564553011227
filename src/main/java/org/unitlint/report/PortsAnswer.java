package org.unitlint.report;

import java.util.List;
import java.util.Locale;
import org.unitlint.host.ports.Listening;
import org.unitlint.host.ports.Refused;

/**
 * What there is to say of who listens where.
 *
 * @param rows that were asked for, in order
 * @param hidden how many more match, but are not started by the boot
 * @param refused the services of xinetd whose port another one has
 * @param findings about what is in the rows
 * @param target that the boot starts
 */
public record PortsAnswer(
    List<Row> rows, int hidden, List<Refused> refused, Findings findings, String target) {
  public PortsAnswer {
    rows = List.copyOf(rows);
    refused = List.copyOf(refused);
  }

  /** When somebody begins to listen. */
  public enum When {
    /** With the boot. */
    BOOT,
    /** Later, when something happens: a connection, a date, a failure. */
    ON_DEMAND,
    /** No unit is known that runs xinetd, whose configuration is there. */
    UNKNOWN,
    /** Nothing starts it by itself. */
    NO,
    /** It is a template: only its instances are started. */
    TEMPLATE;

    /** The word that users read. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One who listens, and when. */
  public record Row(Listening listening, When when) {}
}
