package org.unitlint.cli;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.unitlint.boot.Progress;

/** Shows a bar on the terminal as soon as a piece of work takes more than a second. */
final class Progressing implements Progress, AutoCloseable {
  private static final long LATE_NANOS = 1_000_000_000;

  private final boolean shows;
  private final long begin = System.nanoTime();
  private Optional<ProgressBar> bar = Optional.empty();

  Progressing(Terminal terminal) {
    this.shows = terminal.interactive();
  }

  @Override
  public void at(int done, int all) {
    if (!shows || bar.isEmpty() && System.nanoTime() - begin < LATE_NANOS) {
      return;
    }
    if (bar.isEmpty()) {
      bar = Optional.of(bar(all));
    }
    bar.get().maxHint(all).stepTo(done);
  }

  private static ProgressBar bar(int all) {
    var err = new PrintStream(System.err, true);
    return new ProgressBarBuilder()
        .setTaskName("unitlint")
        .setInitialMax(all)
        .setUpdateIntervalMillis(200)
        .clearDisplayOnFinish()
        .setConsumer(new ConsoleProgressBarConsumer(err))
        .build();
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
