package org.unitlint.cli;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Reads objects of a repository, by one git that runs until all are read; for many threads. */
final class GitObjects implements AutoCloseable {
  private final Process process;
  private final OutputStream ask;
  private final InputStream answer;

  /**
   * The objects of a repository.
   *
   * @param process a {@code git cat-file --batch}
   */
  GitObjects(Process process) {
    this.process = process;
    this.ask = process.getOutputStream();
    this.answer = new BufferedInputStream(process.getInputStream());
  }

  /** The first bytes of the object of that id. */
  synchronized byte[] read(String id, int limit) throws IOException {
    ask.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
    ask.flush();
    var words = line().split(" ");
    if (words.length != 3) {
      throw new IOException("git has no object " + id);
    }
    long size = Long.parseLong(words[2]);
    byte[] bytes = answer.readNBytes((int) Math.min(size, limit));
    answer.skipNBytes(size - bytes.length + 1);
    return bytes;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = answer.read(); c != '\n'; c = answer.read()) {
      if (c < 0) {
        throw new EOFException("git ended");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
