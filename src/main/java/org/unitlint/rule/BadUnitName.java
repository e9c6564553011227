package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Escape;
import org.unitlint.host.Trouble;
import org.unitlint.host.UnitName;
import org.unitlint.source.Paths;

/** What is not named like a unit is not read. See systemd.unit(5), "Description". */
final class BadUnitName implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("L203", "bad-unit-name", ERROR, "a file named nearly like a unit");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    var files =
        facts.machine().troubles().stream()
            .filter(t -> t.kind() == Trouble.Kind.BAD_NAME)
            .map(Trouble::path);
    var entries =
        FolderEntry.of(facts.machine())
            .filter(e -> e.isLink() && UnitName.parse(e.name()).isEmpty())
            .map(FolderEntry::path);
    return Stream.concat(files, entries).map(path -> finding(path, facts));
  }

  private static Diagnostic finding(String path, Facts facts) {
    String name = Paths.name(path);
    var found =
        RULE.at(facts.place(path), "`%s` is no valid name of a unit: %s", shown(name), why(name));
    return better(name)
        .map(b -> found.help("rename it to `" + b + "`"))
        .orElse(found.help("call it `NAME.TYPE`, where the type is one such as `service`"));
  }

  /** Why the name is refused. */
  static String why(String name) {
    int dot = name.lastIndexOf('.');
    String suffix = name.substring(dot + 1);
    if (dot < 0 || UnitType.ofSuffix(suffix.toLowerCase(Locale.ROOT)).isEmpty()) {
      return "no type such as `.service` ends it";
    }
    if (UnitType.ofSuffix(suffix).isEmpty()) {
      return "the type is written `." + suffix.toLowerCase(Locale.ROOT) + "`";
    }
    if (dot == 0 || name.charAt(0) == '@') {
      return "nothing stands before the `" + name.charAt(0) + "`";
    }
    return name.codePoints()
        .limit(name.codePointCount(0, dot))
        .filter(c -> c > 127 || !UnitName.isValid((char) c))
        .mapToObj(BadUnitName::described)
        .findFirst()
        .orElse("it is longer than 255 characters");
  }

  private static String described(int character) {
    return switch (character) {
      case ' ' -> "it has a blank in it";
      default ->
          Character.isISOControl(character)
              ? "it has a control character in it"
              : "`" + Character.toString(character) + "` is not allowed in it";
    };
  }

  /** Control characters would spoil the message. */
  private static String shown(String name) {
    return name.codePoints()
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Optional<String> better(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 1 || name.charAt(0) == '@') {
      return Optional.empty();
    }
    String stem = name.substring(0, dot);
    String suffix = name.substring(dot).toLowerCase(Locale.ROOT);
    var escaped = new StringBuilder();
    stem.codePoints()
        .mapToObj(Character::toString)
        .forEach(c -> escaped.append(UnitName.isValid(c.charAt(0)) ? c : Escape.escape(c)));
    return Optional.of(escaped + suffix).filter(n -> UnitName.parse(n).isPresent());
  }
}
