package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.INFO;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Scope;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/**
 * A process cannot become a user or a member of a group that is not there. See systemd.exec(5),
 * User=, and systemd.socket(5), SocketUser=.
 */
final class UnknownAccount implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U311", "unknown-account", ERROR, "a user or group that does not exist");
  private static final Subject SUBJECT =
      Subject.ANY.with("User", "SocketUser", "Group", "SupplementaryGroups", "SocketGroup");

  /** What a dynamic user need not have: systemd makes both. */
  private static final Set<String> DYNAMIC = Set.of("User", "Group");

  private static final List<String> USERS = List.of("User", "SocketUser");
  private static final List<String> GROUPS = List.of("Group", "SupplementaryGroups", "SocketGroup");

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
    if (!facts.whole() || facts.machine().setup().scope() == Scope.USER) {
      return Stream.empty();
    }
    var accounts = facts.machine().accounts();
    return Stream.concat(
        USERS.stream().flatMap(d -> missing(d, accounts::mayHaveUser, "user", unit, facts)),
        GROUPS.stream().flatMap(d -> missing(d, accounts::mayHaveGroup, "group", unit, facts)));
  }

  private static Stream<Diagnostic> missing(
      String directive, Predicate<String> known, String sort, Unit unit, Facts facts) {
    String section = unit.name().type().section();
    if (DYNAMIC.contains(directive) && unit.flag(section, "DynamicUser", false)) {
      return Stream.empty();
    }
    var items = Accepted.items(facts.machine(), unit, section, directive);
    int first = directive.equals("SupplementaryGroups") ? 0 : Math.max(0, items.size() - 1);
    return items.subList(first, items.size()).stream()
        .filter(i -> !i.text().isEmpty() && !known.test(i.text()))
        .map(
            i -> {
              var found = finding(i.place(), i.text(), sort, directive);
              return facts.isShipped(i.setting().file().path()) ? found.as(INFO) : found;
            });
  }

  private static Diagnostic finding(Place place, String name, String sort, String directive) {
    String file = sort.equals("user") ? "passwd" : "group";
    var found =
        RULE.at(place, "there is no %s `%s`", sort, name)
            .note("it is neither in `/etc/" + file + "` nor made by a file in `sysusers.d`");
    return found.help(
        directive.equals("User")
            ? "make the user, by a line in `sysusers.d`, or write `DynamicUser=yes`"
            : "make the " + sort + ", by a line in `sysusers.d`");
  }
}
