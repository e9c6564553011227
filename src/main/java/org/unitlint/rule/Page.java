package org.unitlint.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.unitlint.diagnostic.RuleInfo;

/**
 * The page of a rule: documentation, text of {@code explain} and test at once.
 *
 * @param text the Markdown
 */
public record Page(String text) {
  /** The page of that rule, which every rule has. */
  public static Page of(RuleInfo rule) {
    String name = rule.code() + ".md";
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no page " + name);
      }
      return new Page(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One fenced block.
   *
   * @param section the heading above it
   * @param info the words behind the fence
   * @param first the line of its fence, from 0
   * @param last the line of the fence that closes it
   */
  public record Block(String section, String info, String body, int first, int last) {}

  /** The fenced blocks, in order. */
  public List<Block> blocks() {
    var lines = text.lines().toList();
    var blocks = new ArrayList<Block>();
    String section = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#")) {
        section = line.replaceFirst("#+ *", "");
      } else if (line.startsWith("```")) {
        int first = i;
        var body = new StringBuilder();
        for (i++; !lines.get(i).equals("```"); i++) {
          body.append(lines.get(i)).append('\n');
        }
        blocks.add(new Block(section, line.substring(3), body.toString(), first, i));
      }
    }
    return blocks;
  }
}
