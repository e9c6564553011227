package org.unitlint.rule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Utf8;

/**
 * The page of a rule: documentation, text of {@code explain} and test at once.
 *
 * @param text the Markdown
 */
public record Page(String text) {
  private static final String BYTES = "bytes ";
  private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-F]{2})(\\*([0-9]+))?");

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
   * One fenced block. Behind {@code bytes} it writes single bytes as {@code \x00}, and many as
   * {@code \x00*1000}.
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
        String info = line.substring(3);
        boolean escaped = info.startsWith(BYTES);
        String text = escaped ? bytes(body.toString()) : body.toString();
        blocks.add(new Block(section, info, text, first, i));
      }
    }
    return blocks;
  }

  private static String bytes(String body) {
    var out = new ByteArrayOutputStream();
    var match = BYTE.matcher(body);
    int plain = 0;
    while (match.find()) {
      out.writeBytes(body.substring(plain, match.start()).getBytes(StandardCharsets.UTF_8));
      int times = match.group(3) == null ? 1 : Integer.parseInt(match.group(3));
      byte[] repeated = new byte[times];
      Arrays.fill(repeated, (byte) Integer.parseInt(match.group(1), 16));
      out.writeBytes(repeated);
      plain = match.end();
    }
    out.writeBytes(body.substring(plain).getBytes(StandardCharsets.UTF_8));
    return Utf8.decode(out.toByteArray());
  }
}
