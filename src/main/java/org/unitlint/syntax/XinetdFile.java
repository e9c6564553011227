package org.unitlint.syntax;

import java.util.List;
import org.unitlint.source.Source;

/**
 * The tree of one file that xinetd reads. See xinetd.conf(5).
 *
 * @param lines all of the file, in order and without a gap
 * @param items its entries and includes, in order
 * @param flaws what is wrong with the text itself, in order; those of entries among them
 */
public record XinetdFile(
    Source source, List<XinetdLine> lines, List<XinetdItem> items, List<XinetdFlaw> flaws) {
  public XinetdFile {
    lines = List.copyOf(lines);
    items = List.copyOf(items);
    flaws = List.copyOf(flaws);
  }

  /** The tree of the source; every text has one. */
  public static XinetdFile parse(Source source) {
    return new XinetdReader(source).read();
  }

  /** The services and defaults of the file, in order. */
  public List<XinetdEntry> entries() {
    return items.stream()
        .filter(XinetdEntry.class::isInstance)
        .map(XinetdEntry.class::cast)
        .toList();
  }

  /** The text that the tree was made from. */
  public String print() {
    var text = new StringBuilder(source.text().length());
    lines.forEach(l -> text.append(source.text(l.span())));
    return text.toString();
  }
}
