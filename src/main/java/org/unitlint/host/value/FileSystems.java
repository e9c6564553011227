package org.unitlint.host.value;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.unitlint.catalog.Word;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * Types of file systems that a process may open files on, or one line of them. See systemd.exec(5),
 * RestrictFileSystems=.
 *
 * @param allow whether these are allowed; else they are refused
 * @param types names of types, and of groups with their {@code @}
 */
public record FileSystems(boolean allow, SortedSet<String> types) {
  static final Grammar<FileSystems> GRAMMAR = FileSystems::parse;

  private static final String TABLE = "FileSystemGroup";

  public FileSystems {
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
  }

  /**
   * What several lines mean together: the first decides which kind of list it is, later ones add to
   * it or take from it; groups count as words. Empty where there is no line.
   */
  public static Optional<FileSystems> merge(List<FileSystems> lines) {
    Optional<FileSystems> all = Optional.empty();
    for (FileSystems line : lines) {
      boolean first = all.isEmpty() || all.get().types.isEmpty();
      all = Optional.of(first ? line : all.get().with(line));
    }
    return all;
  }

  private FileSystems with(FileSystems line) {
    var joined = new TreeSet<>(types);
    if (line.allow == allow) {
      joined.addAll(line.types);
    } else {
      joined.removeAll(line.types);
    }
    return new FileSystems(allow, joined);
  }

  private static Parsed<FileSystems> parse(Text text, ValueContext context) {
    boolean inverted = text.text().startsWith("~");
    var pieces = EscapedWords.of(text.from(inverted ? 1 : 0), true);
    var types = new TreeSet<String>();
    var groups = groups(context);
    var flaws = new Flawed();
    for (var piece : pieces.words()) {
      var type = piece.text();
      var place = piece.part(0, type.length());
      if (type.startsWith("@") && !groups.contains(type)) {
        flaws.add(() -> unknown(place, groups, context));
        continue;
      }
      types.add(type);
      if (type.startsWith("~")) {
        flaws.add(() -> ListFlaws.tilde(Effect.SILENT, place, inverted, context));
      } else if (type.indexOf(',') >= 0) {
        ListFlaws.commas(Effect.SILENT, place, Optional::of, context)
            .ifPresent(f -> flaws.add(() -> f));
      }
    }
    pieces.rest().ifPresent(rest -> flaws.add(() -> ListFlaws.unended(rest, context)));
    return new Parsed<>(Optional.of(new FileSystems(!inverted, types)), flaws.all());
  }

  private static List<String> groups(ValueContext context) {
    return context.catalog().words(TABLE).orElseThrow().words().stream()
        .filter(w -> w.acceptedIn(context.version()))
        .map(Word::text)
        .toList();
  }

  private static ValueFlaw unknown(Text group, List<String> groups, ValueContext context) {
    var known = new KnownWords("group of file systems", TABLE, groups);
    var flaw = known.inList(Effect.WORD, group, context);
    return flaw.help().isPresent()
        ? flaw
        : flaw.help("`systemd-analyze filesystems` lists the groups");
  }
}
