package org.unitlint.syntax;

import java.util.List;
import java.util.Optional;
import org.unitlint.source.Source;

/**
 * The tree of one unit file or drop-in.
 *
 * @param elements all of the file, in order and without a gap
 * @param orphans assignments before the first header, which systemd ignores
 * @param stray other lines before the first header
 * @param flaws what is wrong with the text itself, in order
 * @param fatal the first flaw at which systemd gives up reading, refusing the whole file
 */
public record UnitFile(
    Source source,
    List<Element> elements,
    List<Assignment> orphans,
    List<Junk> stray,
    List<Section> sections,
    List<Flaw> flaws,
    Optional<Flaw> fatal) {
  public UnitFile {
    elements = List.copyOf(elements);
    orphans = List.copyOf(orphans);
    stray = List.copyOf(stray);
    sections = List.copyOf(sections);
    flaws = List.copyOf(flaws);
  }

  UnitFile(
      Source source,
      List<Element> elements,
      List<Assignment> orphans,
      List<Junk> stray,
      List<Section> sections,
      List<Flaw> flaws) {
    this(source, elements, orphans, stray, sections, flaws, fatal(flaws));
  }

  private static Optional<Flaw> fatal(List<Flaw> flaws) {
    return flaws.stream().filter(f -> f.kind().isFatal()).findFirst();
  }

  /** The tree of the source; every text has one. */
  public static UnitFile parse(Source source) {
    return new UnitReader(source).read();
  }

  /** The section whose header begins at the offset. */
  public Optional<Section> sectionAt(int offset) {
    int low = 0;
    int high = sections.size();
    while (low < high) {
      int middle = (low + high) / 2;
      int start = sections.get(middle).header().span().start();
      if (start == offset) {
        return Optional.of(sections.get(middle));
      }
      low = start < offset ? middle + 1 : low;
      high = start < offset ? high : middle;
    }
    return Optional.empty();
  }

  /** The text that the tree was made from. */
  public String print() {
    var text = new StringBuilder(source.text().length());
    elements.forEach(e -> text.append(source.text(e.span())));
    return text.toString();
  }
}
