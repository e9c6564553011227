package org.unitlint.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.unitlint.host.convert.Collision;
import org.unitlint.host.convert.Conversion;
import org.unitlint.host.convert.Conversions;
import org.unitlint.host.convert.ConvertedUnit;
import org.unitlint.host.convert.Refusal;

/** Converted units for people, and what there is to say about them. */
public final class ConversionText {
  private static final String SYSTEM = "/etc/systemd/system";
  private static final int FEW = 5;

  private ConversionText() {}

  /** All units, each under its path, as {@code systemctl cat} shows them. */
  public static String units(Conversions conversions) {
    var text = new StringBuilder();
    for (Conversion conversion : conversions.conversions()) {
      for (ConvertedUnit unit : conversion.units()) {
        text.append(text.isEmpty() ? "" : "\n");
        text.append("# ").append(SYSTEM).append('/').append(unit.name()).append('\n');
        text.append(unit.text());
      }
    }
    return text.toString();
  }

  /**
   * What was done, what could not be, and what to do next.
   *
   * @param asleep how many services were left out since they are disabled
   * @param folder where the units were written; empty for standard output
   */
  public static String talk(Conversions conversions, int asleep, Optional<String> folder) {
    var prose = new Prose();
    var done = conversions.conversions();
    var refused = conversions.refusals();
    int all = done.size() + refused.size();
    if (all == 0) {
      prose.line("unitlint: no service to convert");
    } else {
      String what = "converted " + done.size() + " of " + count(all, "service");
      int units = done.stream().mapToInt(c -> c.units().size()).sum();
      String where =
          folder
              .filter(f -> units > 0)
              .map(f -> ", " + count(units, "unit") + " in " + f)
              .orElse("");
      prose.line("unitlint: " + Cells.clean(what + where));
    }
    if (asleep > 0) {
      String verb = asleep == 1 ? " is" : " are";
      prose.line("unitlint: " + count(asleep, "service") + verb + " disabled; see --all");
    }
    refused(prose, refused);
    collisions(prose, done);
    folder.filter(f -> !done.isEmpty()).ifPresent(f -> next(prose, f, done));
    return prose.toString();
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static void refused(Prose prose, List<Refusal> refused) {
    if (refused.isEmpty()) {
      return;
    }
    prose.gap().line("not converted:");
    var byReason = new LinkedHashMap<String, List<Refusal>>();
    refused.forEach(r -> byReason.computeIfAbsent(r.reason(), x -> new ArrayList<>()).add(r));
    byReason.forEach(
        (reason, all) -> {
          prose.paragraph(2, Cells.clean(reason));
          int width = all.stream().mapToInt(r -> Cells.width(r.service())).max().orElse(0);
          for (Refusal refusal : all) {
            String room = " ".repeat(width - Cells.width(refusal.service()) + 2);
            prose.line("    " + Cells.clean(refusal.service() + room + where(refusal)));
          }
        });
  }

  private static String where(Refusal refusal) {
    return refusal.place().source().name() + ":" + refusal.place().line();
  }

  private static void collisions(Prose prose, List<Conversion> done) {
    var all = new ArrayList<Collision>();
    done.forEach(c -> all.addAll(c.collisions()));
    if (all.isEmpty()) {
      return;
    }
    prose.gap().line("in the way:");
    for (Collision collision : all) {
      boolean same = collision.unit().equals(collision.other());
      prose.line("  " + Cells.clean(collision.unit()));
      String what = (same ? "" : collision.other() + " ") + collision.words();
      prose.paragraph(4, Cells.clean(what + ": " + collision.path()));
    }
  }

  private static void next(Prose prose, String folder, List<Conversion> done) {
    var awake = done.stream().filter(c -> !c.disabled()).toList();
    boolean installed = folder.replaceFirst("/+$", "").equals(SYSTEM);
    prose.gap().line("next:");
    int step = 1;
    if (!installed) {
      String copied = done.size() > FEW ? folder + "/*" : names(done, folder + "/");
      prose.paragraph(2, 5, step++ + ". cp " + Cells.clean(copied) + " " + SYSTEM);
    }
    prose.paragraph(2, 5, step++ + ". systemctl daemon-reload");
    if (awake.isEmpty()) {
      return;
    }
    prose.paragraph(
        2, 5, step++ + ". disable them in xinetd (disable = yes), then systemctl reload xinetd");
    prose.paragraph(2, 5, step + ". " + Cells.clean(enabling(folder, done, awake)));
  }

  private static String enabling(String folder, List<Conversion> done, List<Conversion> awake) {
    if (awake.size() <= FEW) {
      String sockets = awake.stream().map(c -> c.socket().name()).collect(Collectors.joining(" "));
      return "systemctl enable --now " + sockets;
    }
    return awake.size() == done.size()
        ? "(cd " + folder + " && systemctl enable --now *.socket)"
        : "systemctl enable --now with the sockets of all services that were not disabled";
  }

  private static String names(List<Conversion> done, String before) {
    return done.stream()
        .flatMap(c -> c.units().stream())
        .map(u -> before + u.name())
        .collect(Collectors.joining(" "));
  }
}
