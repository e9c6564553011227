package org.unitlint.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A directive of [Service] that does nothing unless another is there.
 *
 * @param idle the values that ask for nothing anyway
 * @param needs of which one is enough
 * @param told whether systemd says so when it loads the unit
 * @param note what it does all the same; empty for nothing
 */
public record NeededSetting(
    String directive, List<String> idle, List<Need> needs, boolean told, Optional<String> note) {
  public NeededSetting {
    idle = List.copyOf(idle);
    needs = List.copyOf(needs);
  }

  /**
   * A directive that must be there.
   *
   * @param values those that will do, or with {@code except} those that will not
   */
  public record Need(String directive, List<String> values, boolean except) {
    public Need {
      values = List.copyOf(values);
    }

    /** Reads {@code NAME}, {@code NAME=VALUE|VALUE} or {@code NAME!VALUE|VALUE}. */
    static Need of(String text) {
      int end = text.indexOf('=');
      boolean except = end < 0;
      end = except ? text.indexOf('!') : end;
      return end < 0
          ? new Need(text, List.of(), true)
          : new Need(text.substring(0, end), List.of(text.substring(end + 1).split("\\|")), except);
    }
  }

  static List<NeededSetting> read(Table table) {
    var settings = new ArrayList<NeededSetting>();
    while (table.nextRow()) {
      settings.add(
          new NeededSetting(
              table.cell(),
              table.list(),
              table.list().stream().map(Need::of).toList(),
              table.flag(),
              table.optional()));
    }
    return List.copyOf(settings);
  }
}
