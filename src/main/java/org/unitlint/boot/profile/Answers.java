package org.unitlint.boot.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unitlint.boot.profile.PathState.Trait;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Word;
import org.unitlint.host.Booleans;

/** Whether what a condition names is so. See the {@code condition_test_*} functions of systemd. */
final class Answers {
  private static final int MACHINE_ID_LENGTH = 32;
  private static final String BLANKS = " \t\n\r";

  private final SeenPaths paths;
  private final Trail trail;
  private String because = "";

  Answers(SeenPaths paths, Trail trail) {
    this.paths = paths;
    this.trail = trail;
  }

  /** What is so instead, to be said behind "does not hold"; may be empty. */
  String because() {
    return because;
  }

  private boolean because(boolean answer, String format, Object... arguments) {
    because = String.format(Locale.ROOT, format, arguments);
    return answer;
  }

  private boolean fact(boolean answer) {
    var fact = trail.last();
    return because(answer, ": `%s` is `%s`", fact.key(), fact.value());
  }

  /**
   * Whether it is so.
   *
   * @param kind the directive's name without its prefix
   */
  boolean holds(String kind, String expression) {
    return switch (kind) {
      case "ACPower" -> flag("ac-power", expression);
      case "FirstBoot" -> firstBoot(expression);
      case "Architecture" -> architecture(expression);
      case "Virtualization" -> virtualization(expression);
      case "Security" -> among("security", expression);
      case "Capability" -> capability(expression);
      case "CPUFeature" -> among("cpu-features", expression.toLowerCase(Locale.ROOT));
      case "Credential" -> among("credentials", expression);
      case "KernelModuleLoaded" -> among("kernel-modules", expression);
      case "ControlGroupController" -> controllers(expression);
      case "Host" -> host(expression);
      case "KernelCommandLine" -> commandLine(expression);
      case "KernelVersion", "Version" -> version(expression);
      case "OSRelease" -> osRelease(expression);
      case "Memory" -> memory(expression);
      case "CPUs" -> processors(expression);
      case "CPUPressure" -> pressure("cpu-pressure", expression);
      case "IOPressure" -> pressure("io-pressure", expression);
      case "MemoryPressure" -> pressure("memory-pressure", expression);
      case "User" -> user(expression);
      case "Group" -> group(expression);
      case "Environment" -> variable(expression);
      case "Firmware" -> firmware(expression);
      case "NeedsUpdate" -> needsUpdate(expression);
      default -> path(kind, expression);
    };
  }

  private boolean flag(String key, String expression) {
    return fact(trail.flag(key) == Booleans.parse(expression).orElse(false));
  }

  private boolean firstBoot(String expression) {
    var forced = commandLineFlag("systemd.condition-first-boot");
    boolean first = forced.orElseGet(() -> trail.flag("first-boot"));
    return fact(first == Booleans.parse(expression).orElse(false));
  }

  private boolean architecture(String expression) {
    String own = trail.text("architecture");
    return fact(expression.equals("native") || expression.equals(own));
  }

  private boolean virtualization(String expression) {
    if (expression.equals("private-users")) {
      return fact(trail.flag("private-users"));
    }
    String own = trail.text("virtualization");
    var surroundings = Surroundings.of(own);
    because = " in `" + own + "`";
    var any = Booleans.parse(expression);
    if (any.isPresent()) {
      return any.get() == (surroundings != Surroundings.HARDWARE);
    }
    return switch (expression) {
      case "vm" -> surroundings == Surroundings.VM;
      case "container" -> surroundings.isContainer();
      default -> surroundings != Surroundings.HARDWARE && expression.equals(own);
    };
  }

  private boolean among(String key, String word) {
    boolean found = trail.list(key).contains(word);
    return because(found, ": `%s` is %s in `%s`", word, found ? "" : "not", key);
  }

  private boolean capability(String expression) {
    var known = Catalog.standard().capabilities();
    String name =
        Amounts.number(expression).stream()
            .mapToObj(n -> known.name((int) n))
            .flatMap(Optional::stream)
            .findFirst()
            .or(() -> known.inAnyCase(expression))
            .orElse(expression);
    var all = trail.list("capabilities");
    boolean found = all.contains("all") || all.contains(name);
    return because(
        found,
        ": the manager has %s `%s` in `%s`",
        found ? "the capability" : "no",
        name,
        trail.profile().fact("virtualization").value());
  }

  /** Unknown controllers count as there. */
  private boolean controllers(String expression) {
    if (expression.equals("v1") || expression.equals("v2")) {
      return fact(trail.text("cgroup-version").equals(expression));
    }
    var known =
        Catalog.standard().words("CGroupController").orElseThrow().words().stream()
            .map(Word::text)
            .toList();
    var there = trail.list("cgroup-controllers");
    var missing =
        words(expression).stream()
            .filter(known::contains)
            .filter(w -> !there.contains(w))
            .findFirst();
    return because(
        missing.isEmpty(), missing.map(m -> ": there is no controller `" + m + "`").orElse(""));
  }

  private boolean host(String expression) {
    if (isMachineId(expression)) {
      String id = expression.replace("-", "").toLowerCase(Locale.ROOT);
      return fact(trail.text("machine-id").equals(id));
    }
    String name = trail.text("host-name").toLowerCase(Locale.ROOT);
    return fact(Wildcards.match(expression.toLowerCase(Locale.ROOT), name));
  }

  private static boolean isMachineId(String text) {
    String digits = text.replace("-", "");
    return digits.length() == MACHINE_ID_LENGTH
        && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  /** A word with an equals sign must be there so, one without may have a value. */
  private boolean commandLine(String expression) {
    boolean whole = expression.indexOf('=') >= 0;
    boolean found =
        words(trail.text("kernel-command-line")).stream()
            .anyMatch(w -> w.equals(expression) || !whole && w.startsWith(expression + "="));
    return because(
        found, ": `%s` is %s the kernel's command line", expression, found ? "on" : "not on");
  }

  private Optional<Boolean> commandLineFlag(String name) {
    var told = trail.profile().told("kernel-command-line");
    return told.isEmpty()
        ? Optional.empty()
        : words(told.get().value()).stream()
            .filter(w -> w.equals(name) || w.startsWith(name + "="))
            .reduce((first, last) -> last)
            .flatMap(
                w -> {
                  trail.keep(told.get());
                  return w.equals(name)
                      ? Optional.of(true)
                      : Booleans.parse(w.substring(name.length() + 1));
                });
  }

  private boolean version(String expression) {
    var words = words(expression);
    String key = "kernel-version";
    if (!words.isEmpty()) {
      key =
          switch (words.get(0)) {
            case "systemd" -> "systemd-version";
            case "glibc" -> "glibc-version";
            default -> key;
          };
    }
    boolean named = !key.startsWith("kernel") || !words.isEmpty() && words.get(0).equals("kernel");
    String version = trail.text(key);
    for (int i = named ? 1 : 0; i < words.size(); i++) {
      var comparison = Comparison.ofText(words.get(i).strip());
      if (comparison.operand().isEmpty() && i + 1 < words.size()) {
        comparison = new Comparison(comparison.operator(), words.get(++i));
      }
      if (!comparison.holds(version)) {
        return fact(false);
      }
    }
    return fact(true);
  }

  private boolean osRelease(String expression) {
    for (String word : words(expression)) {
      int end = 0;
      while (end < word.length() && "!$<>=".indexOf(word.charAt(end)) < 0) {
        end++;
      }
      String value = trail.text("os-release:" + word.substring(0, end));
      if (!Comparison.ofText(word.substring(end)).holds(value)) {
        return fact(false);
      }
    }
    return fact(true);
  }

  private boolean memory(String expression) {
    var comparison = Comparison.ofNumber(expression);
    long own = Amounts.size(trail.text("memory")).orElse(0);
    return fact(comparison.holds(own, Amounts.size(comparison.operand())));
  }

  private boolean processors(String expression) {
    var comparison = Comparison.ofNumber(expression);
    long own = Amounts.number(trail.text("cpus")).orElse(0);
    return fact(comparison.holds(own, Amounts.number(comparison.operand())));
  }

  /** The limit may stand behind a slice, and before a period. */
  private boolean pressure(String key, String expression) {
    String limit = expression.substring(expression.indexOf(':') + 1);
    int slash = limit.indexOf('/');
    var most = Amounts.percent(slash < 0 ? limit : limit.substring(0, slash));
    long own = Amounts.percent(trail.text(key)).orElse(0);
    return fact(most.isPresent() && own < most.getAsLong());
  }

  private boolean user(String expression) {
    String own = trail.text("user");
    boolean root = own.equals("root") || own.equals("0");
    boolean same =
        expression.equals(own)
            || root && (expression.equals("0") || expression.equals("root"))
            || root && expression.equals("@system");
    return fact(same);
  }

  private boolean group(String expression) {
    var own = trail.list("groups");
    boolean root = own.contains("root") || own.contains("0");
    boolean same =
        own.contains(expression)
            || root && (expression.equals("0") || expression.equals("@system"));
    return fact(same);
  }

  private boolean variable(String expression) {
    int equals = expression.indexOf('=');
    String name = equals < 0 ? expression : expression.substring(0, equals);
    var told = trail.profile().told("environment:" + name);
    trail.keep(told.orElseGet(() -> trail.profile().fact("environment:" + name)));
    boolean set = told.isPresent() || name.equals("PATH");
    boolean holds =
        set
            && (equals < 0
                || told.filter(t -> t.value().equals(expression.substring(equals + 1)))
                    .isPresent());
    return because(holds, ": the manager has %s `%s`", set ? "another" : "no", name);
  }

  private boolean firmware(String expression) {
    int open = expression.indexOf('(');
    int close = expression.lastIndexOf(')');
    String inside = open < 0 || close < open ? "" : expression.substring(open + 1, close);
    if (expression.startsWith("device-tree-compatible(")) {
      return among("device-tree-compatible", inside);
    }
    return expression.startsWith("smbios-field(") ? smbios(inside) : among("firmware", expression);
  }

  private boolean smbios(String inside) {
    int end = 0;
    while (end < inside.length() && "!$<>=".indexOf(inside.charAt(end)) < 0) {
      end++;
    }
    var told = trail.profile().told("smbios:" + inside.substring(0, end).strip());
    String key = "smbios:" + inside.substring(0, end).strip();
    trail.keep(told.orElseGet(() -> trail.profile().fact(key)));
    var comparison = Comparison.ofText(inside.substring(end));
    String operand = String.join(" ", words(comparison.operand()));
    boolean same =
        told.filter(t -> new Comparison(comparison.operator(), operand).holds(t.value()))
            .isPresent();
    return fact(same);
  }

  /** Whether {@code /usr} changed since the folder was brought up to date. */
  private boolean needsUpdate(String expression) {
    var forced = commandLineFlag("systemd.condition-needs-update");
    if (forced.isPresent()) {
      return fact(forced.get());
    }
    var seen = paths.at(expression, trail);
    if (seen.state().exists() && paths.isReadOnly(seen)) {
      return because(false, ": `%s` is read-only", expression);
    }
    var old = trail.list("needs-update");
    boolean marked = expression.equals("/etc") || expression.equals("/var");
    return fact(!marked || old.contains(expression));
  }

  private boolean path(String kind, String expression) {
    return switch (kind) {
      case "PathExistsGlob" -> {
        boolean found = paths.matches(expression, trail);
        yield because(found, found ? ": there is such a path" : ": there is no such path");
      }
      case "PathIsSymbolicLink" -> {
        boolean link = paths.isLink(expression, trail);
        yield because(link, ": `%s` is %s", expression, link ? "a link" : "no link");
      }
      default -> path(kind, expression, paths.at(expression, trail));
    };
  }

  private boolean path(String kind, String path, SeenPaths.Seen seen) {
    var state = seen.state();
    boolean holds =
        switch (kind) {
          case "PathExists" -> state.exists();
          case "PathIsDirectory" -> state.isFolder();
          case "PathIsMountPoint" -> paths.isMount(seen, trail);
          case "PathIsReadWrite" -> state.exists() && !paths.isReadOnly(seen);
          case "PathIsEncrypted" -> state.is(Trait.ENCRYPTED);
          case "DirectoryNotEmpty" -> state.isFolder() && !state.is(Trait.FOLDER_EMPTY);
          case "FileNotEmpty" -> state.is(Trait.FILE);
          case "FileIsExecutable" -> state.isFile() && state.is(Trait.EXECUTABLE);
          default -> true;
        };
    return because(holds, ": `%s` %s", path, what(kind, holds, state));
  }

  private static String what(String kind, boolean holds, PathState state) {
    if (!state.exists()) {
      return "is absent";
    }
    String not = holds ? "is" : "is not";
    return switch (kind) {
      case "PathIsDirectory" -> not + " a folder";
      case "PathIsMountPoint" -> not + " a mount point";
      case "PathIsReadWrite" -> holds ? "can be written" : "is read-only";
      case "PathIsEncrypted" -> not + " encrypted";
      case "DirectoryNotEmpty" ->
          holds ? "is not empty" : state.isFolder() ? "is empty" : "is no folder";
      case "FileNotEmpty" -> holds ? "is not empty" : state.isFile() ? "is empty" : "is no file";
      case "FileIsExecutable" -> not + " executable";
      default -> "is there";
    };
  }

  /** The words of a text, which may be quoted. */
  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    char quote = 0;
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && BLANKS.indexOf(c) >= 0) {
        if (open) {
          words.add(word.toString());
          word.setLength(0);
        }
        open = false;
        continue;
      }
      open = true;
      if (quote == c) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else {
        word.append(c);
      }
    }
    if (open) {
      words.add(word.toString());
    }
    return words;
  }
}
