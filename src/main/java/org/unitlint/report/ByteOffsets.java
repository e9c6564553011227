package org.unitlint.report;

import org.unitlint.source.Source;
import org.unitlint.source.Utf8;

/**
 * Byte offsets in files, counted on from the last answer, so that ascending questions about a file
 * read it once only.
 */
final class ByteOffsets {
  private Source source = Source.of("", "");
  private int offset;
  private int bytes;

  /** What {@link Source#byteOffset} says. */
  int of(Source asked, int askedOffset) {
    if (asked != source || askedOffset < offset) {
      source = asked;
      offset = 0;
      bytes = 0;
    }
    bytes += Utf8.length(source.text(), offset, askedOffset);
    offset = askedOffset;
    return bytes;
  }
}
