package org.unitlint.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pager that the environment names, as git finds it: {@code UNITLINT_PAGER}, else {@code
 * PAGER}, else less. One that is empty or {@code cat} is none, and on a dumb terminal there is
 * none.
 */
final class PagerProcess implements Pager {
  /** What a shell returns for a command that is not there, or is no program. */
  private static final int MISSING = 126;

  private final Map<String, String> environment;

  PagerProcess(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Optional<Run> start() {
    String usual = environment.getOrDefault("PAGER", "less");
    String command = environment.getOrDefault("UNITLINT_PAGER", usual).strip();
    if (command.isEmpty() || command.equals("cat") || "dumb".equals(environment.get("TERM"))) {
      return Optional.empty();
    }
    var builder =
        new ProcessBuilder(List.of("sh", "-c", command))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    // Ends with a text that fits, keeps colours, leaves the text on the screen.
    builder.environment().putIfAbsent("LESS", "FRX");
    builder.environment().putIfAbsent("LV", "-c");
    builder.environment().putIfAbsent("LESSCHARSET", "utf-8");
    try {
      var process = builder.start();
      // Ctrl-C is for the pager; it must not be left alone with the terminal.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> waitFor(process)));
      return Optional.of(new Started(process, process.getOutputStream()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int waitFor(Process process) {
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        // Nobody interrupts us; the terminal is the pager's until it ends.
        Thread.interrupted();
      }
    }
  }

  private record Started(Process process, OutputStream in) implements Run {
    @Override
    public void show(String text) throws IOException {
      in.write(text.getBytes(StandardCharsets.UTF_8));
      in.flush();
    }

    @Override
    public boolean end() {
      try {
        in.close();
      } catch (IOException e) {
        // It was left before its end.
      }
      int status = waitFor(process);
      return status != MISSING && status != MISSING + 1;
    }
  }
}
