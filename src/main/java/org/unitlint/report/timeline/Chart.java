package org.unitlint.report.timeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.Timeline.Level;
import org.unitlint.boot.Trials.Range;
import org.unitlint.report.svg.Tint;

/**
 * What a picture of a boot shows, without a word about pixels; times are microseconds.
 *
 * @param title what is booted
 * @param summary what there is to say of the whole, a sentence or two
 * @param beginMicros where the time axis begins
 * @param endMicros where it ends
 * @param versus what the boot is compared with
 * @param totals how long the whole takes in one way and another
 * @param levels how many starts are under way
 * @param levelsBefore the same of the boot that it is compared with
 * @param milestones when targets are reached, in the order of time
 * @param rows a row for each start that has one, from top to bottom
 * @param fold the starts that have none; empty where each has one
 * @param hops how the critical path goes from row to row
 * @param standby what waits for clients in the end; empty where nothing does
 * @param listings what did not start, and what else must be said
 * @param smallPrint what all of it rests on
 */
public record Chart(
    String title,
    String summary,
    long beginMicros,
    long endMicros,
    Versus versus,
    List<Total> totals,
    List<Level> levels,
    List<Level> levelsBefore,
    List<Milestone> milestones,
    List<Row> rows,
    Optional<Fold> fold,
    List<Hop> hops,
    Optional<Waiters> standby,
    List<Listing> listings,
    List<String> smallPrint) {
  public Chart {
    totals = List.copyOf(totals);
    levels = List.copyOf(levels);
    levelsBefore = List.copyOf(levelsBefore);
    milestones = List.copyOf(milestones);
    rows = List.copyOf(rows);
    hops = List.copyOf(hops);
    listings = List.copyOf(listings);
    smallPrint = List.copyOf(smallPrint);
  }

  /** What a picture of the boot shows. */
  public static Chart of(Forecast forecast, Detail detail) {
    return new Charting(forecast, detail).chart();
  }

  /** What a boot is compared with. */
  public enum Versus {
    /** Nothing. */
    NOTHING,
    /** The boot without what if. */
    PLAIN,
    /** The boot that was recorded. */
    RECORDED
  }

  /**
   * How long the whole takes.
   *
   * @param kind what that is the time of
   * @param remark what else to say; may be empty
   */
  public record Total(Kind kind, String label, long micros, String remark) {
    /** What a time is the time of. */
    public enum Kind {
      /** The boot that is shown. */
      SHOWN,
      /** What it is compared with. */
      BEFORE,
      /** How long at most some part of the boots takes that were drawn by chance. */
      CHANCE,
      /** All starts one after the other. */
      SEQUENTIAL,
      /** What might be with a change. */
      MAYBE
    }
  }

  /**
   * Targets that are reached at about the same time.
   *
   * @param units the one that matters most first
   * @param critical whether one of them is on the critical path
   * @param anchor whether what was asked for is among them
   */
  public record Milestone(
      long micros, List<String> units, boolean critical, boolean anchor, List<String> tip) {
    public Milestone {
      units = List.copyOf(units);
      tip = List.copyOf(tip);
    }
  }

  /**
   * One start.
   *
   * @param unit its name
   * @param label what the row is called
   * @param bar when it happens; empty for what is only in the boot that it is compared with
   * @param before when it happened there; empty if it did not
   * @param spread when it is ready in half and in nine of ten boots
   * @param critical whether it is on the critical path
   * @param failed whether it fails
   * @param moved how it parts from the boot that it is compared with
   * @param remark what is written behind it
   * @param tip what there is to know of it, a line each
   */
  public record Row(
      String unit,
      String label,
      Tint tint,
      Optional<Bar> bar,
      Optional<Bar> before,
      Optional<Range> spread,
      boolean critical,
      boolean failed,
      Moved moved,
      String remark,
      List<String> tip) {
    public Row {
      tip = List.copyOf(tip);
    }
  }

  /** How a start parts from the boot that it is compared with. */
  public enum Moved {
    /** Hardly, or there is no such boot. */
    NOT,
    /** It is ready earlier. */
    EARLIER,
    /** It is ready later. */
    LATER,
    /** It is only in the boot that is shown. */
    NEW,
    /** It is only in the other one. */
    GONE
  }

  /**
   * The time of one start.
   *
   * @param queuedMicros from when on it waited for others
   * @param releasedMicros from when on it only waited for the manager
   * @param startMicros when its own work began
   * @param endMicros when it was ready
   */
  public record Bar(long queuedMicros, long releasedMicros, long startMicros, long endMicros) {
    public Bar {
      if (queuedMicros > releasedMicros
          || releasedMicros > startMicros
          || startMicros > endMicros) {
        throw new IllegalArgumentException(
            queuedMicros + " " + releasedMicros + " " + startMicros + " " + endMicros);
      }
    }

    long ownMicros() {
      return endMicros - startMicros;
    }
  }

  /**
   * Starts that share one row because they are short.
   *
   * @param label how many, and how short
   * @param starts when which unit began, in the order of time
   */
  public record Fold(String label, List<Start> starts) {
    public Fold {
      starts = List.copyOf(starts);
    }

    /** When a unit began. */
    public record Start(long micros, String unit) {}
  }

  /**
   * One step of the critical path.
   *
   * @param from the row that ends
   * @param to the row that may begin then
   * @param micros when that is
   */
  public record Hop(int from, int to, long micros) {}

  /**
   * What is there when the boot is done.
   *
   * @param summary what runs and what stands by, counted
   * @param lengthMicros the wait that would be as long as the time axis
   * @param waiters what answers clients, the slowest first
   * @param shown how many of them are drawn
   * @param listings what runs already, and what nobody waits for
   */
  public record Waiters(
      String summary, long lengthMicros, List<Waiter> waiters, int shown, List<Listing> listings) {
    public Waiters {
      waiters = List.copyOf(waiters);
      listings = List.copyOf(listings);
    }
  }

  /**
   * Something that is started by its first client.
   *
   * @param unit the unit that listens
   * @param label what is started
   * @param asks what the client asks for
   * @param waitMicros how long the first client waits; empty where there is no answer
   * @param remark why there is none; may be empty
   * @param tip what there is to know of it, a line each
   */
  public record Waiter(
      String unit,
      String label,
      String asks,
      Tint tint,
      OptionalLong waitMicros,
      String remark,
      List<String> tip) {
    public Waiter {
      tip = List.copyOf(tip);
    }
  }

  /**
   * Units that have something in common.
   *
   * @param label what that is
   * @param bad whether it is something to worry about
   * @param units their names, perhaps with a reason
   */
  public record Listing(String label, boolean bad, List<String> units) {
    public Listing {
      units = List.copyOf(units);
    }
  }
}
