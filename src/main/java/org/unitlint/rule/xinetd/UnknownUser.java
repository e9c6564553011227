package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.Nearest;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;

/** A name of a user or group has to be in passwd(5) or group(5); a number need not. */
final class UnknownUser implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X211", "unknown-user", ERROR, "user or group that does not exist");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.UNKNOWN_USER, TroubleKind.UNKNOWN_GROUP);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    if (Remark.isTold(trouble, view)) {
      return Stream.empty();
    }
    boolean user = trouble.kind() == TroubleKind.UNKNOWN_USER;
    String name = trouble.word(0);
    var place = trouble.place();
    var accounts = view.machine().accounts();
    var names = user ? accounts.users() : accounts.groups();
    var found =
        INFO.at(place, user ? "user `%s` does not exist" : "group `%s` does not exist", name)
            .help(user ? "create it, or name another user" : "create it, or name another group");
    Optional<String> both =
        Optional.of(name.split("[.:]", 2))
            .filter(p -> user && p.length == 2 && names.contains(p[0]))
            .map(p -> p[1]);
    if (both.isPresent()) {
      found = found.help("name the user alone; `group = " + both.get() + "` sets the group");
      return Stream.of(Costs.notedIfServed(found, trouble, view));
    }
    var bare = Bare.of(name).filter(names::contains);
    var near = bare.or(() -> Nearest.of(name, names));
    if (near.isPresent()) {
      boolean certain = bare.isPresent() || Nearest.certain(name, names).isPresent();
      found =
          found
              .help("did you mean `" + near.get() + "`?")
              .fix(
                  "write `" + near.get() + "`",
                  certain && name.length() > 3,
                  new Edit(place, near.get()));
    }
    return Stream.of(Costs.notedIfServed(found, trouble, view));
  }
}
