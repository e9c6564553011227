package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.Nearest;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;

/** A comment that suppresses a rule which does not exist. */
final class UnknownSuppression implements SuppressionRule {
  private static final RuleInfo RULE =
      new RuleInfo("S020", "unknown-suppression", WARNING, "suppression of a rule that is none");

  /** What people put around a rule. */
  private static final Pattern BRACKETS = Pattern.compile("[\"'`(\\[<]+|[\"'`)\\]>.;:]+$");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return file.suppressions().stream()
        .flatMap(s -> s.ids().stream())
        .filter(id -> id.rule().isEmpty())
        .map(id -> found(id.place()));
  }

  private static Diagnostic found(Place place) {
    String word = place.text();
    var found = RULE.at(place, "there is no rule `%s`", word);
    var bare = Rules.find(BRACKETS.matcher(word).replaceAll(""));
    if (bare.isPresent()) {
      String code = bare.get().info().code();
      return found.help("write `" + code + "`").fix("write it plain", true, new Edit(place, code));
    }
    if (!Rules.matching(List.of(word)).isEmpty()) {
      return found.help(
          "name each rule by itself; whole families are ignored in `unitlint.toml` or by"
              + " `--ignore`");
    }
    var names = Rules.ALL.stream().map(r -> r.info().name()).toList();
    return Nearest.of(word, names)
        .map(
            name ->
                found
                    .help("did you mean `" + name + "`?")
                    .fix(
                        "write `" + name + "`",
                        Nearest.certain(word, names).isPresent(),
                        new Edit(place, name)))
        .orElse(found.help("`unitlint rules` lists all rules"));
  }
}
