package org.unitlint.boot.timing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts the text of {@code systemctl show} into its blocks, of which only some fields are kept. */
final class ShowText {
  private static final String ID = "Id";

  /** Fields that stand in the block of the manager and in no other. */
  private static final Set<String> OF_MANAGER =
      Set.of("UserspaceTimestampMonotonic", "FinishTimestampMonotonic");

  private final String text;
  private final Set<String> wanted;
  private final List<Block> blocks = new ArrayList<>();
  private Block block = new Block(1);

  private ShowText(String text, Set<String> wanted) {
    this.text = text;
    this.wanted = wanted;
  }

  /** What one unit, or the manager, says of itself. */
  static final class Block {
    private final int line;
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private boolean manager;

    private Block(int line) {
      this.line = line;
    }

    /** The line on which it begins. */
    int line() {
      return line;
    }

    /** Whether it is the manager's. */
    boolean isManager() {
      return manager && !isUnit();
    }

    /** Whether it is a unit's. */
    boolean isUnit() {
      return fields.containsKey(ID);
    }

    /** The value of the field; empty where it is not there. */
    String field(String name) {
      return fields.getOrDefault(name, "");
    }

    /** The line on which the field stands, which is there. */
    int line(String name) {
      return lines.getOrDefault(name, line);
    }
  }

  /**
   * The blocks in their order, with those fields of them.
   *
   * @param wanted must hold {@code Id} and what tells the manager's block from others
   */
  static List<Block> blocks(String text, Set<String> wanted) {
    var reader = new ShowText(text, wanted);
    reader.read();
    return reader.blocks;
  }

  private void read() {
    int number = 1;
    for (int at = 0; at < text.length(); number++) {
      int feed = text.indexOf('\n', at);
      int next = feed < 0 ? text.length() : feed;
      int end = next > at && text.charAt(next - 1) == '\r' ? next - 1 : next;
      if (end == at) {
        endOfBlock(number + 1);
      } else {
        line(at, end, number);
      }
      at = next + 1;
    }
    if (!block.fields.isEmpty()) {
      blocks.add(block);
    }
  }

  /**
   * An empty line ends a block, but not within one: the words of a command may hold line feeds, and
   * what is of a unit's type stands before its name.
   */
  private void endOfBlock(int nextLine) {
    if (block.isUnit() || block.manager) {
      blocks.add(block);
      block = new Block(nextLine);
    } else if (block.fields.isEmpty()) {
      block = new Block(nextLine);
    }
  }

  private void line(int start, int end, int number) {
    int equals = text.indexOf('=', start);
    if (equals < 0 || equals > start + 64 || equals >= end) {
      return;
    }
    String name = text.substring(start, equals);
    if (!wanted.contains(name)) {
      return;
    }
    if (name.equals(ID) && block.isUnit()) {
      blocks.add(block);
      block = new Block(number);
    }
    block.manager |= OF_MANAGER.contains(name);
    if (block.fields.putIfAbsent(name, text.substring(equals + 1, end)) == null) {
      block.lines.put(name, number);
    }
  }
}
