package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.ConfigFile;
import org.unitlint.catalog.Misplaced;
import org.unitlint.catalog.Standing;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;

/** Each directive counts in its own sections only. See systemd.directives(7). */
final class MisplacedDirective implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("U105", "misplaced-directive", ERROR, "directive that belongs elsewhere");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    var unread = Spelling.in(file, facts, Spelling.Sort.MISPLACED).map(s -> found(s, file, facts));
    if (file.dropIn() || hasCommands(file)) {
      return unread;
    }
    var meantOtherwise =
        Spelling.in(file, facts, Spelling.Sort.KNOWN)
            .flatMap(s -> meantOtherwise(s, facts).stream());
    return Stream.concat(unread, meantOtherwise);
  }

  private static boolean hasCommands(CheckedFile file) {
    return file.tree().sections().stream()
        .flatMap(s -> s.assignments().stream())
        .anyMatch(a -> a.name().startsWith("Exec"));
  }

  private static Diagnostic found(Spelling written, CheckedFile file, Facts facts) {
    var here =
        homes(written, facts).stream()
            .filter(facts.catalog().sections(file.type())::contains)
            .findFirst();
    var row = row(written, facts);
    if (here.isPresent()) {
      return inFile(written, here.get(), file, row);
    }
    var config = row.flatMap(Misplaced::file);
    if (config.isPresent()) {
      return inConfiguration(written, config.get(), row.get());
    }
    if (row.filter(Misplaced::nowhere).isPresent()) {
      return at(written, "`%s` is no directive: it cannot be set in a file", written.shown())
          .help("remove the line: it " + row.get().hint());
    }
    return inOtherType(written, homes(written, facts), file);
  }

  private static Optional<Misplaced> row(Spelling written, Facts facts) {
    return facts.catalog().misplaced(written.meant()).stream()
        .filter(r -> r.writtenIn().isEmpty() || r.writtenIn().contains(written.section().name()))
        .findFirst();
  }

  /** The sections that take the directive, those of a service first. */
  private static List<String> homes(Spelling written, Facts facts) {
    return facts.catalog().named(written.meant()).stream()
        .filter(d -> d.standing(facts.version()) != Standing.REMOVED)
        .flatMap(d -> d.sections().stream())
        .filter(s -> !s.equals(written.section().name()))
        .distinct()
        .toList();
  }

  private static Diagnostic at(Spelling written, String message, Object... arguments) {
    return RULE.at(written.line().key().place(), message, arguments);
  }

  private static Diagnostic inFile(
      Spelling written, String home, CheckedFile file, Optional<Misplaced> row) {
    String spelt =
        written.meant().equals(written.line().name())
            ? ""
            : ", and is written `" + written.meant() + "`";
    var found =
        at(
                written,
                "`%s` belongs in [%s], not in [%s]%s",
                written.shown(),
                home,
                written.section().name(),
                spelt)
            .help("move the line to [" + home + "]");
    if (row.filter(r -> !r.hint().isEmpty()).isPresent()) {
      found = found.note(row.get().hint());
    }
    return new Move(file, written.line()).fix(found, home, written.meant(), true);
  }

  private static Diagnostic inConfiguration(Spelling written, ConfigFile config, Misplaced row) {
    var found =
        at(
            written,
            "`%s` belongs in [%s] of `%s`, not in a unit",
            written.shown(),
            config.section(),
            String.join("` or `", config.names()));
    if (row.instead().isPresent()) {
      return found
          .help("for this unit alone write `" + row.instead().get() + "=`")
          .fix("rename it", false, new Edit(written.line().key().place(), row.instead().get()));
    }
    return found.help(
        row.hint().isEmpty() ? "move it there" : "move it there: it is " + row.hint());
  }

  private static Diagnostic inOtherType(Spelling written, List<String> homes, CheckedFile file) {
    String home = homes.contains("Service") || homes.isEmpty() ? "Service" : homes.get(0);
    String suffix = suffix(home);
    String place =
        file.dropIn()
            ? "a " + suffix + " unit"
            : "`" + file.name().substring(0, file.name().lastIndexOf('.') + 1) + suffix + "`";
    return at(
            written,
            "`%s` belongs in [%s] of a %s, not in a %s",
            written.shown(),
            home,
            suffix,
            file.type().suffix())
        .help("write it into " + place);
  }

  private static String suffix(String section) {
    return Stream.of(UnitType.values())
        .filter(type -> type.section().equals(section))
        .map(UnitType::suffix)
        .findFirst()
        .orElse(section);
  }

  /** A directive that the section takes, but for the commands that the unit does not have. */
  private static Optional<Diagnostic> meantOtherwise(Spelling written, Facts facts) {
    String section = written.section().name();
    var row = row(written, facts).filter(r -> r.instead().isPresent());
    if (row.filter(r -> r.sections().contains(section)).isEmpty()) {
      return Optional.empty();
    }
    String instead = row.get().instead().orElseThrow();
    return Optional.of(
        at(written, "`%s=` in [%s] has no effect without commands", written.shown(), section)
            .as(WARNING)
            .note(row.get().hint())
            .help("did you mean `" + instead + "=`?")
            .fix("rename it", false, new Edit(written.line().key().place(), instead)));
  }
}
