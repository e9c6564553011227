package org.unitlint.rule;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.unitlint.catalog.EnvironmentVariable;
import org.unitlint.catalog.Nearest;
import org.unitlint.host.Accepted;
import org.unitlint.host.ManagerConfig;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/**
 * The environment variables that the commands of a unit may find. See systemd.exec(5), "Environment
 * variables in spawned processes".
 */
final class Variables {
  private static final int MAX_BYTES = 256 << 10;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** A line of an environment file that sets a variable, or would without its comment sign. */
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "^[ \\t#;]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \\t]*=", Pattern.MULTILINE);

  /** How a command changes the environment of those that come later. */
  private static final Pattern CHANGED = Pattern.compile("(set|import)-environment");

  private final Unit unit;
  private final Facts facts;
  private final String section;
  private final Set<String> set = new TreeSet<>();
  private final boolean ofUsers;
  private boolean complete;
  private boolean files;

  private Variables(Unit unit, Facts facts) {
    this.unit = unit;
    this.facts = facts;
    this.section = unit.name().type().section();
    this.ofUsers = Service.mayBeOfUsers(unit, facts);
    this.complete = unit.fragment().isPresent() && !ofUsers;
  }

  /** Those of the unit. */
  static Variables of(Unit unit, Facts facts) {
    var variables = new Variables(unit, facts);
    variables.read();
    return variables;
  }

  private void read() {
    Accepted.items(facts.machine(), unit, section, "Environment")
        .forEach(i -> add(i.text().split("=", 2)[0]));
    Accepted.items(facts.machine(), unit, section, "PassEnvironment").forEach(i -> add(i.text()));
    ManagerConfig.of(facts.machine())
        .value("DefaultEnvironment")
        .ifPresent(text -> addAssigned(text.replaceAll("[\\s\"']+", "\n")));
    unit.settings(section, "EnvironmentFile").forEach(this::readFile);
    boolean changed = Invocation.of(unit, facts).anyMatch(i -> CHANGED.matcher(i.text()).find());
    if (changed || unit.last(section, "PAMName").isPresent()) {
      complete = false;
    }
  }

  private void add(String name) {
    if (NAME.matcher(name).matches()) {
      set.add(name);
    } else {
      complete = false;
    }
  }

  private void addAssigned(String text) {
    var line = ASSIGNED.matcher(text);
    while (line.find()) {
      set.add(line.group(1));
    }
  }

  private void readFile(Setting setting) {
    files = true;
    String text = setting.text().startsWith("-") ? setting.text().substring(1) : setting.text();
    var path = facts.machine().specifiers().expand(text, unit.name());
    var content = path.filter(p -> facts.whole()).flatMap(this::content);
    content.ifPresentOrElse(this::addAssigned, () -> complete = false);
  }

  private Optional<String> content(String path) {
    var found = Paths.resolve(facts.machine().tree(), path);
    if (!found.node().is(Node.Kind.FILE) || found.node().size() > MAX_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(Utf8.decode(facts.machine().tree().read(found.path(), MAX_BYTES)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether the unit or one of its files sets it. */
  boolean isSet(String name) {
    return set.contains(name);
  }

  /** Whether all that is set is known; if not, an unknown name may be set all the same. */
  boolean isComplete() {
    return complete;
  }

  /** Whether it reads files, which may leave out what need not be set. */
  boolean hasFiles() {
    return files;
  }

  /** What is known of a variable of that name that systemd itself sets, now or then. */
  Optional<EnvironmentVariable> own(String name) {
    return Optional.ofNullable(facts.catalog().environmentVariables().get(name));
  }

  /** Whether systemd sets the variable for the commands of that directive. */
  boolean isOwn(String name, String directive) {
    return own(name).filter(v -> isThere(v, directive)).isPresent();
  }

  private boolean isThere(EnvironmentVariable variable, String directive) {
    boolean user = variable.userManager() && ofUsers;
    boolean caused =
        variable.setBy().isEmpty()
            || variable.setBy().stream().anyMatch(d -> !unit.settings(section, d).isEmpty());
    return variable.since().knownIn(facts.version())
        && (user || caused)
        && (variable.commands().isEmpty() || variable.commands().contains(directive));
  }

  /** The name that was meant by one that nothing sets. */
  Optional<String> meant(String name, String directive) {
    Collection<String> known = new TreeSet<>(set);
    facts.catalog().environmentVariables().keySet().stream()
        .filter(n -> isOwn(n, directive))
        .forEach(known::add);
    if (name.equals("PID") && isOwn("MAINPID", directive)) {
      return Optional.of("MAINPID");
    }
    return Nearest.of(name, known);
  }
}
