package org.unitlint.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits a second, or less where the system tells of a change before. Not every file system tells,
 * and not every folder can be watched, so who waits looks for himself each time.
 */
final class FolderWaiting implements Waiting {
  private static final long LOOK_MILLIS = 1000;

  /** An editor that saves a file often does several things to it. */
  private static final long SETTLE_MILLIS = 60;

  /** What the program ends with when it is interrupted before anything was checked. */
  private static final int INTERRUPTED = 130;

  private final AtomicInteger status = new AtomicInteger(INTERRUPTED);
  private final Map<Path, WatchKey> watched = new HashMap<>();
  private final Optional<WatchService> service = service();

  /** From now on Ctrl-C ends the program with the status of the last pause. */
  FolderWaiting() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(status.get())));
  }

  private static Optional<WatchService> service() {
    try {
      return Optional.of(FileSystems.getDefault().newWatchService());
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean pause(Collection<Path> folders, int last) {
    status.set(last);
    try {
      if (service.isEmpty() || !watch(service.get(), folders)) {
        Thread.sleep(LOOK_MILLIS);
        return true;
      }
      var key = service.get().poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      while (key != null) {
        key.pollEvents();
        key.reset();
        key = service.get().poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether any folder can be watched. */
  private boolean watch(WatchService service, Collection<Path> folders) {
    watched
        .entrySet()
        .removeIf(
            w -> {
              boolean gone = !w.getValue().isValid() || !folders.contains(w.getKey());
              if (gone) {
                w.getValue().cancel();
              }
              return gone;
            });
    for (Path folder : folders) {
      try {
        if (!watched.containsKey(folder)) {
          watched.put(folder, folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY));
        }
      } catch (IOException | UnsupportedOperationException e) {
        // Gone, forbidden, or one too many: it is looked at each second all the same.
        continue;
      }
    }
    return !watched.isEmpty();
  }
}
