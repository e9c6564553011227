package org.unitlint.host.generate;

/** The hash by which systemd shortens the names of units: SipHash-2-4 with a key of its own. */
final class NameHash {
  private static final long LOW_KEY = 0x324a3258fb37f2ecL;
  private static final long HIGH_KEY = 0x9aeb210d9b069f84L;
  private static final int WORD = Long.BYTES;

  private long v0 = LOW_KEY ^ 0x736f6d6570736575L;
  private long v1 = HIGH_KEY ^ 0x646f72616e646f6dL;
  private long v2 = LOW_KEY ^ 0x6c7967656e657261L;
  private long v3 = HIGH_KEY ^ 0x7465646279746573L;

  private NameHash() {}

  /** Sixteen hexadecimal digits, the lowest byte first; the name's closing NUL counts. */
  static String of(String name) {
    String bytes = name + "\0";
    var hash = new NameHash();
    int whole = bytes.length() / WORD * WORD;
    for (int at = 0; at < whole; at += WORD) {
      hash.add(word(bytes, at, at + WORD));
    }
    hash.add(word(bytes, whole, bytes.length()) | (long) bytes.length() << 56);
    return String.format("%016x", Long.reverseBytes(hash.end()));
  }

  private static long word(String bytes, int start, int end) {
    long word = 0;
    for (int i = end - 1; i >= start; i--) {
      word = word << 8 | bytes.charAt(i);
    }
    return word;
  }

  private void add(long word) {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }

  private long end() {
    v2 ^= 0xff;
    for (int i = 0; i < 4; i++) {
      round();
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void round() {
    v0 += v1;
    v2 += v3;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v1;
    v0 += v3;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 = Long.rotateLeft(v2, 32);
  }
}
