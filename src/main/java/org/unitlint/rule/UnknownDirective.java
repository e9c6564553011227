package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.Standing;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;

/** systemd ignores directives that it does not know. See systemd.syntax(7). */
final class UnknownDirective implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("U104", "unknown-directive", ERROR, "directive that systemd does not know");
  private static final List<String> ENDINGS = List.of("s", "Sec");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return Spelling.in(file, facts, Spelling.Sort.UNKNOWN).map(s -> found(s, file, facts));
  }

  private static Diagnostic found(Spelling written, CheckedFile file, Facts facts) {
    String section = written.section().name();
    var found =
        RULE.at(
            written.line().key().place(),
            "unknown directive `%s` in [%s]",
            written.shown(),
            section);
    var here = names(section, facts);
    String bare = bare(written.line().name());
    var same = here.stream().filter(bare::equalsIgnoreCase).findFirst();
    if (same.isPresent()) {
      return suggest(found, written, same.get(), true);
    }
    var near = withOtherEnding(bare, here).or(() -> Nearest.of(bare, here));
    if (near.isPresent()) {
      return suggest(found, written, near.get(), Nearest.certain(bare, here).equals(near));
    }
    return elsewhere(found, written, bare, file, facts);
  }

  private static Diagnostic suggest(
      Diagnostic found, Spelling written, String name, boolean certain) {
    return found
        .help("did you mean `" + name + "`?")
        .fix("rename it", certain, new Edit(written.line().key().place(), name));
  }

  private static Diagnostic elsewhere(
      Diagnostic found, Spelling written, String bare, CheckedFile file, Facts facts) {
    for (String section : facts.catalog().sections(file.type())) {
      var name = Nearest.certain(bare, names(section, facts));
      if (name.isPresent()) {
        return found.help("did you mean `" + name.get() + "` in [" + section + "]?");
      }
    }
    return written.line().name().startsWith("-")
        ? found.help("if it belongs to the line above, end that with a backslash")
        : found.help("remove it, or let it begin with `X-` if it is for another program");
  }

  private static List<String> names(String section, Facts facts) {
    Predicate<Directive> isOffered =
        d -> {
          var standing = d.standing(facts.version());
          return standing == Standing.CURRENT || standing == Standing.LEGACY;
        };
    return facts.catalog().directives(section).stream()
        .filter(isOffered)
        .map(Directive::name)
        .toList();
  }

  /** The name without bullets in front and without dashes, underscores and blanks in it. */
  private static String bare(String name) {
    return name.replaceFirst("^export\\s+", "").replaceAll("[-_*+.:\\s]", "");
  }

  /** The directive whose name only lacks a usual ending, or has one too few. */
  private static Optional<String> withOtherEnding(String bare, Collection<String> names) {
    return names.stream()
        .filter(
            name ->
                ENDINGS.stream()
                    .anyMatch(
                        e -> name.equalsIgnoreCase(bare + e) || bare.equalsIgnoreCase(name + e)))
        .findFirst();
  }
}
