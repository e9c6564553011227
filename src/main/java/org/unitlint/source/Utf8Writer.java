package org.unitlint.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/** Writes text as {@link Utf8}: what stands for a byte that was no UTF-8 becomes that byte. */
public final class Utf8Writer extends Writer {
  private final OutputStream out;
  private String pending = "";

  /** A writer to the stream, without a buffer of its own. */
  public Utf8Writer(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(char[] text, int start, int length) throws IOException {
    String all = pending + new String(text, start, length);
    boolean cut = !all.isEmpty() && Character.isHighSurrogate(all.charAt(all.length() - 1));
    int end = cut ? all.length() - 1 : all.length();
    pending = all.substring(end);
    out.write(Utf8.encode(all.substring(0, end)));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.write(Utf8.encode(pending));
    pending = "";
    out.close();
  }
}
