package org.unitlint.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.LoadedFile;
import org.unitlint.source.Paths;
import org.unitlint.source.Source;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.Element;
import org.unitlint.syntax.Section;
import org.unitlint.syntax.UnitFile;

/** A unit file or drop-in under check. What several rules ask of it is worked out once. */
public final class CheckedFile {
  private final LoadedFile file;
  private final UnitType type;
  private final boolean dropIn;
  private Set<Element> leftovers;
  private List<Spelling> spellings;
  private Placeholders placeholders;
  private List<Suppression> suppressions;
  private Map<String, Section> lastOfName;
  private final Map<String, Set<String>> namesOfLast = new HashMap<>();

  /**
   * @param type of the units that it is for
   * @param dropIn whether it adds to a unit, and is not its main file
   */
  public CheckedFile(LoadedFile file, UnitType type, boolean dropIn) {
    this.file = file;
    this.type = type;
    this.dropIn = dropIn;
  }

  /** Where it is, and what it holds. */
  public LoadedFile file() {
    return file;
  }

  /** The type of the units that it is for. */
  public UnitType type() {
    return type;
  }

  /** Whether it adds to a unit, and is not its main file. */
  public boolean dropIn() {
    return dropIn;
  }

  /** The file's tree. */
  public UnitFile tree() {
    return file.tree();
  }

  /** The file's text. */
  public Source source() {
    return file.tree().source();
  }

  /** The last component of its path. */
  public String name() {
    return Paths.name(file.path());
  }

  /** Whether systemd knows a section of that name in this file. */
  public boolean knows(String section, Facts facts) {
    return facts.catalog().sections(type).contains(section);
  }

  /** The sections whose lines systemd reads. */
  public List<Section> sections(Facts facts) {
    return tree().sections().stream().filter(s -> knows(s.name(), facts)).toList();
  }

  /** The last section of that name. */
  synchronized Optional<Section> last(String section) {
    if (lastOfName == null) {
      lastOfName = new HashMap<>();
      tree().sections().forEach(s -> lastOfName.put(s.name(), s));
    }
    return Optional.ofNullable(lastOfName.get(section));
  }

  /** The names in the last section of that name; none where there is no such section. */
  synchronized Set<String> namesOfLast(String section) {
    return namesOfLast.computeIfAbsent(
        section,
        s ->
            last(s).stream()
                .flatMap(l -> l.assignments().stream())
                .map(Assignment::name)
                .collect(Collectors.toSet()));
  }

  /** The lines that are lines only because one before was cut. */
  synchronized Set<Element> leftovers(Facts facts) {
    if (leftovers == null) {
      leftovers = Leftovers.of(tree(), facts.catalog());
    }
    return leftovers;
  }

  /** The names of the lines that systemd reads, leftovers not among them. */
  synchronized List<Spelling> spellings(Facts facts) {
    if (spellings == null) {
      spellings = Spelling.of(this, facts);
    }
    return spellings;
  }

  /** The places that a program fills in. */
  synchronized Placeholders placeholders() {
    if (placeholders == null) {
      placeholders = Placeholders.of(tree());
    }
    return placeholders;
  }

  /** The comments that keep findings silent, in order. */
  synchronized List<Suppression> suppressions() {
    if (suppressions == null) {
      suppressions = SuppressionReader.of(tree());
    }
    return suppressions;
  }
}
