package org.unitlint.boot.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.unitlint.boot.timing.RecordedUnit.States;
import org.unitlint.boot.timing.ShowText.Block;

/** Makes a recording of the text of {@code systemctl show}. */
final class RecordingReader {
  private static final String CLOCK = "TimestampMonotonic";

  /** What belongs to the boot follows upon its last job within this time. */
  private static final long PAUSE_MICROS = 20_000;

  private static final Set<String> WANTED =
      Set.of(
          "Id",
          "Names",
          "LoadState",
          "ActiveState",
          "SubState",
          "Result",
          "NRestarts",
          "TriggeredBy",
          "After",
          "ConditionResult",
          "ExecMainStatus",
          "Condition" + CLOCK,
          "InactiveExit" + CLOCK,
          "ActiveEnter" + CLOCK,
          "ActiveExit" + CLOCK,
          "InactiveEnter" + CLOCK,
          "ExecMainExit" + CLOCK,
          "Version",
          "Virtualization",
          "Architecture",
          "Tainted",
          "Userspace" + CLOCK,
          "GeneratorsFinish" + CLOCK,
          "UnitsLoadFinish" + CLOCK,
          "Finish" + CLOCK);

  private static final Pattern BLANKS = Pattern.compile("[ \t]+");

  private final List<Block> blocks;
  private final Problems problems = new Problems();
  private final SortedMap<String, RecordedUnit> units = new TreeMap<>();
  private final SortedMap<String, String> after = new TreeMap<>();
  private long zero;

  RecordingReader(String text) {
    this.blocks = ShowText.blocks(text, WANTED);
  }

  Recording read() {
    var own = blocks.stream().filter(Block::isManager).findFirst();
    zero = own.map(m -> clock(m, "Userspace")).filter(z -> z > 0).orElseGet(this::earliest);
    for (Block block : blocks) {
      if (block.isUnit()) {
        unit(block);
      } else if (!block.isManager()) {
        problems.add(block.line(), "a block without `Id=`");
      }
    }
    var manager = own.map(this::manager);
    var target = target();
    long total =
        manager
            .map(RecordedManager::finishedMicros)
            .filter(OptionalLong::isPresent)
            .map(OptionalLong::getAsLong)
            .orElseGet(() -> target.map(this::end).orElse(0L));
    return new Recording(manager, units, target, total, problems.all());
  }

  private long earliest() {
    long earliest = Long.MAX_VALUE;
    for (Block block : blocks) {
      for (String moment : List.of("InactiveExit", "Condition")) {
        long time = clock(block, moment);
        earliest = time > 0 ? Math.min(earliest, time) : earliest;
      }
    }
    return earliest == Long.MAX_VALUE ? 0 : earliest;
  }

  /** The time since the machine began; zero for what never was or is no time. */
  private static long clock(Block block, String moment) {
    String text = block.field(moment + CLOCK);
    try {
      long time = text.isEmpty() ? 0 : Long.parseLong(text);
      return time >= 0 && time <= TimingFile.MOST_MICROS ? time : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private OptionalLong since(Block block, String moment) {
    long time = clock(block, moment);
    String text = block.field(moment + CLOCK);
    if (time == 0 && !text.isEmpty() && !isNever(text)) {
      problems.add(
          block.line(moment + CLOCK),
          "`%s` is no time: %s".formatted(moment + CLOCK, Problems.quoted(text)));
    }
    return time == 0 ? OptionalLong.empty() : OptionalLong.of(time - zero);
  }

  /** Whether that is how systemd writes a time that never came. */
  private static boolean isNever(String text) {
    return text.equals("0") || text.equals(Long.toUnsignedString(-1));
  }

  private RecordedManager manager(Block block) {
    String virtualization = block.field("Virtualization");
    return new RecordedManager(
        optional(block.field("Version")),
        virtualization.isEmpty() ? "none" : virtualization,
        optional(block.field("Architecture")),
        optional(block.field("Tainted")),
        since(block, "GeneratorsFinish"),
        since(block, "UnitsLoadFinish"),
        since(block, "Finish"));
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private void unit(Block block) {
    String name = block.field("Id");
    var names = words(block.field("Names"));
    var unit =
        new RecordedUnit(
            name,
            names.isEmpty() ? List.of(name) : names,
            new States(
                block.field("LoadState"),
                block.field("ActiveState"),
                block.field("SubState"),
                optional(block.field("Result"))),
            since(block, "Condition"),
            block.field("ConditionResult").equals("yes"),
            since(block, "InactiveExit"),
            since(block, "ActiveEnter"),
            since(block, "ActiveExit"),
            since(block, "InactiveEnter"),
            number(block, "NRestarts").orElse(0),
            words(block.field("TriggeredBy")),
            clock(block, "ExecMainExit") > 0
                ? number(block, "ExecMainStatus")
                : OptionalInt.empty());
    if (units.put(name, unit) != null) {
      problems.add(block.line(), Problems.quoted(name) + " is there twice; the last counts");
    }
    after.put(name, block.field("After"));
  }

  private OptionalInt number(Block block, String field) {
    String text = block.field(field);
    try {
      return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      problems.add(
          block.line(field), "`%s` is no number: %s".formatted(field, Problems.quoted(text)));
      return OptionalInt.empty();
    }
  }

  /** The words of a list; those with odd characters stand in quotes, with backslashes doubled. */
  private static List<String> words(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    var words = new ArrayList<String>();
    for (String word : BLANKS.split(text.strip())) {
      boolean quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
      words.add(quoted ? word.substring(1, word.length() - 1).replace("\\\\", "\\") : word);
    }
    return words;
  }

  private Optional<String> target() {
    for (RecordedUnit unit : units.values()) {
      if (unit.names().contains("default.target")) {
        return Optional.of(unit.name());
      }
    }
    return Optional.empty();
  }

  /**
   * When the boot was over as far as units tell: the target was up, then what is ordered after it
   * or began while something else of the boot was not over.
   */
  private long end(String target) {
    long end = units.get(target).endMicros().orElse(0);
    var starts = new ArrayList<RecordedUnit>();
    for (RecordedUnit unit : units.values()) {
      if (unit.startedMicros().isPresent() && unit.endMicros().isPresent()) {
        starts.add(unit);
      }
    }
    starts.sort((a, b) -> Long.compare(a.startedMicros().orElse(0), b.startedMicros().orElse(0)));
    long up = end;
    for (RecordedUnit unit : starts) {
      boolean follows =
          unit.startedMicros().orElse(0) >= up
              && words(after.get(unit.name())).contains(target)
              && unit.triggeredBy().isEmpty();
      if (follows || unit.startedMicros().orElse(0) <= end + PAUSE_MICROS) {
        end = Math.max(end, unit.endMicros().orElse(0));
      }
    }
    return end;
  }
}
