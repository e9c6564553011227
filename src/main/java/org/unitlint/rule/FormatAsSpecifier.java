package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.UnknownSpecifiers;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;

/**
 * systemd replaces a percent sign and a letter before any program sees it. See systemd.unit(5),
 * "Specifiers".
 */
final class FormatAsSpecifier implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U509",
          "format-as-specifier",
          WARNING,
          "format of a program that systemd takes for a specifier");
  private static final Subject SUBJECT = Subject.COMMANDS;

  /** The formats of date, printf, stat and find. */
  private static final Pattern FORMAT =
      Pattern.compile(
          "(?<![\\w-])date(?![\\w-])[^|;&<>()`]{0,100}?\\+(?<date>'[^']{0,300}'|\"[^\"]{0,300}\"|\\S{1,300})"
              + "|\\bprintf\\s+(?:--\\s+)?(?<printf>'[^']{0,300}'|\"[^\"]{0,300}\"|\\S{1,300})"
              + "|\\bstat\\b[^|;&]{0,100}?\\s(?:-c\\s*|--format=|--printf=)(?<stat>'[^']{0,300}'|\"[^\"]{0,300}\"|\\S{1,300})"
              + "|\\s-printf\\s+(?<find>'[^']{0,300}'|\"[^\"]{0,300}\"|\\S{1,300})");

  private static final List<String> GROUPS = List.of("date", "printf", "stat", "find");
  private static final Pattern SPECIFIER = Pattern.compile("%(.)");

  /** What names the unit is meant, whatever the program makes of it. */
  private static final String OF_UNIT = "niIpPNjJ";

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Subject subject() {
    return SUBJECT;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return facts.of(unit).commands().stream()
        .filter(c -> unit.settings().counts(c.setting()))
        .map(c -> c.setting())
        .distinct()
        .filter(s -> UnknownSpecifiers.in(s, facts.catalog(), facts.version()).isEmpty())
        .flatMap(s -> of(s, facts).stream());
  }

  private static Optional<Diagnostic> of(Setting setting, Facts facts) {
    var format = FORMAT.matcher(setting.text());
    while (format.find()) {
      for (String group : GROUPS) {
        if (format.group(group) != null) {
          var found = of(setting, group, format.start(group), format.end(group), facts);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Diagnostic> of(
      Setting setting, String program, int start, int end, Facts facts) {
    String text = setting.text();
    if (text.substring(start, end).contains("%%")) {
      return Optional.empty();
    }
    var edits = new ArrayList<Edit>();
    Place first = null;
    var sign = SPECIFIER.matcher(text).region(start, end);
    while (sign.find()) {
      char letter = sign.group(1).charAt(0);
      if (facts.catalog().specifier(letter).isEmpty()) {
        continue;
      }
      if (OF_UNIT.indexOf(letter) >= 0 && !program.equals("date")) {
        return Optional.empty();
      }
      var place = setting.value().at(sign.start(), sign.end());
      first = first == null ? place : first;
      edits.add(new Edit(setting.value().at(sign.start(), sign.start() + 1), "%%"));
    }
    return Optional.ofNullable(first).map(place -> finding(place, program, edits, facts));
  }

  private static Diagnostic finding(Place place, String program, List<Edit> edits, Facts facts) {
    String meaning = facts.catalog().specifier(place.text().charAt(1)).orElseThrow().meaning();
    return RULE.at(place, "systemd replaces `%s` before `%s` sees it", place.text(), program)
        .note("it stands for " + meaning)
        .help("write `%%` for each percent sign of the format")
        .fix("double the percent signs", program.equals("date"), edits.toArray(Edit[]::new));
  }
}
