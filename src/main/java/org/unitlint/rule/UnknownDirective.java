package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.Nearest;
import org.unitlint.catalog.Standing;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;

/** systemd ignores directives that it does not know. See systemd.syntax(7). */
final class UnknownDirective implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("U104", "unknown-directive", ERROR, "directive that systemd does not know");
  private static final List<String> ENDINGS = List.of("s", "Sec");

  /** Looking for what was meant takes a while, and few findings of a file are shown. */
  private static final int MOST_NAMES = 300;

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    var known = new HashMap<String, Advice>();
    return Spelling.in(file, facts, Spelling.Sort.UNKNOWN)
        .map(s -> found(s, advice(s, known, file, facts)));
  }

  /**
   * What to do about a name.
   *
   * @param name what to write instead
   * @param certain whether nothing else can be meant
   */
  private record Advice(String help, Optional<String> name, boolean certain) {}

  private static Diagnostic found(Spelling written, Advice advice) {
    var place = written.line().key().place();
    var found =
        RULE.at(place, "unknown directive `%s` in [%s]", written.shown(), written.section().name())
            .help(advice.help());
    return advice
        .name()
        .map(name -> found.fix("rename it", advice.certain(), new Edit(place, name)))
        .orElse(found);
  }

  /** The advice, each name being looked up once; after many no name is looked for. */
  private static Advice advice(
      Spelling written, Map<String, Advice> known, CheckedFile file, Facts facts) {
    String key = written.section().name() + "/" + written.line().name();
    var advice = known.get(key);
    if (advice == null) {
      advice = known.size() < MOST_NAMES ? advice(written, file, facts) : remove(written);
      known.put(key, advice);
    }
    return advice;
  }

  private static Advice advice(Spelling written, CheckedFile file, Facts facts) {
    var here = names(written.section().name(), facts);
    String bare = bare(written.line().name());
    var same = here.stream().filter(bare::equalsIgnoreCase).findFirst();
    if (same.isPresent()) {
      return rename(same.get(), true);
    }
    var near = withOtherEnding(bare, here).or(() -> Nearest.of(bare, here));
    if (near.isPresent()) {
      return rename(near.get(), Nearest.certain(bare, here).equals(near));
    }
    for (String section : facts.catalog().sections(file.type())) {
      var name = Nearest.certain(bare, names(section, facts));
      if (name.isPresent()) {
        String help = "did you mean `" + name.get() + "` in [" + section + "]?";
        return new Advice(help, Optional.empty(), false);
      }
    }
    return remove(written);
  }

  private static Advice rename(String name, boolean certain) {
    return new Advice("did you mean `" + name + "`?", Optional.of(name), certain);
  }

  private static Advice remove(Spelling written) {
    String help =
        written.line().name().startsWith("-")
            ? "if it belongs to the line above, end that with a backslash"
            : "remove it, or let it begin with `X-` if it is for another program";
    return new Advice(help, Optional.empty(), false);
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
