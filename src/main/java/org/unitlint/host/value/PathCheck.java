package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.host.Scope;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/**
 * Reads one path, as path_simplify_and_warn() of systemd does: it must be absolute, or must not be,
 * have no {@code ..} and no component of more than 255 bytes.
 */
final class PathCheck {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PATH = 4095;
  private static final String SIGNS = "-+!@|";

  private final ValueContext context;
  private final Effect effect;
  private final List<ValueFlaw> flaws = new ArrayList<>();

  private PathCheck(ValueContext context, Effect effect) {
    this.context = context;
    this.effect = effect;
  }

  /** The path without doubled slashes, which must be an absolute one. */
  static Parsed<String> absolute(Text written, ValueContext context, Effect effect) {
    return new PathCheck(context, effect).read(written, true);
  }

  /** As {@link #absolute}, of a path that must not start with a slash, and gets none. */
  static Parsed<String> relative(Text written, ValueContext context, Effect effect) {
    return new PathCheck(context, effect).read(written, false).map(p -> p.substring(1));
  }

  /** As {@link #absolute}, where a path that does not start with a slash counts from /run. */
  static Parsed<String> ofRun(Text written, ValueContext context, Effect effect) {
    var check = new PathCheck(context, effect);
    var path = context.expand(written).orElse(written);
    check.length(path);
    check.climb(path, false);
    return context.expand(written).isEmpty() || !check.flaws.isEmpty()
        ? new Parsed<>(Optional.empty(), check.flaws)
        : Parsed.of(Paths.normalize(path.text().startsWith("/") ? path.text() : "/run/" + path));
  }

  private Parsed<String> read(Text written, boolean absolute) {
    var expanded = context.expand(written);
    var path = expanded.orElse(written);
    boolean open = expanded.isEmpty() && path.text().startsWith("%");
    if (absolute && !path.text().startsWith("/") && !open) {
      flaws.add(notAbsolute(path.isEmpty() ? written : path));
    } else if (!absolute && path.text().startsWith("/")) {
      flaws.add(notRelative(path));
    } else {
      length(path);
      climb(path, absolute && path.is(written.text()));
    }
    if (flaws.isEmpty() && expanded.isPresent() && !absolute && isNothing(path)) {
      flaws.add(flaw(written, "`%s=` takes the name of a folder, not `%s`", written.text()));
    }
    boolean known = flaws.isEmpty() && expanded.isPresent();
    return new Parsed<>(
        known ? Optional.of(Paths.normalize(path.text())) : Optional.empty(), flaws);
  }

  private static boolean isNothing(Text path) {
    return Paths.normalize(path.text()).equals("/");
  }

  private ValueFlaw flaw(Text where, String message, String shown) {
    return ValueFlaw.of(effect, where.place(), message, context.name(), shown);
  }

  private ValueFlaw notAbsolute(Text path) {
    String text = path.text();
    if (text.isEmpty()) {
      return ValueFlaw.of(effect, path.place(), "`%s=` has an empty path", context.name())
          .help("write the whole path, from `/` on");
    }
    if (text.startsWith("~")) {
      return home(path);
    }
    if (text.startsWith("$")) {
      return variable(path, 0, effect);
    }
    if (text.startsWith("file:/")) {
      int slashes = text.startsWith("file:///") ? 7 : 5;
      return flaw(path, "`%s=` takes a path, not the URI `%s`", text)
          .help("write the path alone")
          .instead(text.substring(slashes), true);
    }
    if (isQuoted(text)) {
      return flaw(path, "quotes belong to the path in `%s=`", "")
          .help("drop the quotes")
          .instead(text.substring(1, text.length() - 1), true);
    }
    return SIGNS.indexOf(text.charAt(0)) >= 0 && text.indexOf('/') > 0
        ? signed(path)
        : flaw(path, "`%s=` takes an absolute path, not `%s`", text)
            .help("write the whole path, from `/` on");
  }

  private ValueFlaw signed(Text path) {
    int slash = path.text().indexOf('/');
    String signs = path.text().substring(0, slash);
    return flaw(path.part(0, slash), "`%s=` takes no `%s` before this path", signs).help("drop it");
  }

  private static boolean isQuoted(String text) {
    char first = text.charAt(0);
    return text.length() > 2
        && (first == '"' || first == '\'')
        && text.charAt(text.length() - 1) == first
        && "/~-".indexOf(text.charAt(1)) >= 0;
  }

  /** What a person who writes for a shell expects to be replaced. */
  private ValueFlaw home(Text path) {
    var found = ValueFlaw.of(effect, path.at(0, 1), "`~` is not expanded in `%s=`", context.name());
    if (context.scope() == Scope.USER) {
      return found.help("write `%h` for the home directory").instead("%h", true);
    }
    return found.help(
        context.argument().indexOf('~') >= 0
            ? "write the whole path; `~` alone stands for the home directory of `User=`"
            : "write the whole path, from `/` on");
  }

  /** A variable of the environment, which begins there. */
  private ValueFlaw variable(Text path, int start, Effect how) {
    int end = Math.max(start + 1, endOfVariable(path.text(), start));
    var place = path.at(start, end);
    String name = path.text().substring(start, end);
    var found =
        ValueFlaw.of(
            how,
            place,
            "environment variables such as `%s` are not expanded in `%s=`",
            name,
            context.name());
    String specifier = Variables.specifier(name, context.scope());
    return specifier.isEmpty()
        ? found.help("write the path itself")
        : found.help("write `" + specifier + "`").instead(specifier, true);
  }

  /** Where the variable ends that begins there; no more than {@code start} where none does. */
  static int endOfVariable(String text, int start) {
    boolean braces = text.startsWith("${", start);
    int at = start + (braces ? 2 : 1);
    int first = at;
    while (at < text.length() && Variables.isNamePart(text.charAt(at))) {
      at++;
    }
    boolean named = at > first && !Character.isDigit(text.charAt(first));
    if (!named || braces && !text.startsWith("}", at)) {
      return start;
    }
    return braces ? at + 1 : at;
  }

  private ValueFlaw notRelative(Text path) {
    return flaw(
            path,
            "`%s=` takes a name below its own folder, not the absolute path `%s`",
            path.text())
        .help("write it without the `/` at the start");
  }

  private void length(Text path) {
    String text = path.text();
    if (Utf8.length(text, 0, text.length()) > LONGEST_PATH) {
      flaws.add(
          ValueFlaw.of(
                  effect,
                  path.place(),
                  "path of more than %s bytes in `%s=`",
                  LONGEST_PATH,
                  context.name())
              .help("write a shorter one"));
      return;
    }
    for (int start = 0; start < text.length(); ) {
      int end = end(text, start);
      if (Utf8.length(text, start, end) > LONGEST_NAME) {
        flaws.add(
            ValueFlaw.of(
                    effect,
                    path.at(start, end),
                    "name of more than %s bytes in the path of `%s=`",
                    LONGEST_NAME,
                    context.name())
                .help("write a shorter one"));
        return;
      }
      start = end + 1;
    }
  }

  /**
   * @param plain whether the path is mended by leaving the components before away
   */
  private void climb(Text path, boolean plain) {
    String text = path.text();
    for (int start = 0; start < text.length() && flaws.isEmpty(); ) {
      int end = end(text, start);
      if (text.startsWith("..", start) && end == start + 2) {
        var flaw =
            ValueFlaw.of(
                    effect,
                    path.at(start, end),
                    "`..` cannot be in the path of `%s=`",
                    context.name())
                .help("write the path without `..`");
        var mended = new Edit(path.place(), Paths.normalize(text));
        flaws.add(plain ? flaw.fix("write it without `..`", false, mended) : flaw);
      }
      start = end + 1;
    }
  }

  private static int end(String text, int start) {
    int slash = text.indexOf('/', start);
    return slash < 0 ? text.length() : slash;
  }

  /** What systemd takes as part of a path, though it was hardly meant so. */
  static List<ValueFlaw> odd(Text written, ValueContext context, boolean wildcards) {
    var check = new PathCheck(context, Effect.SILENT);
    String text = written.text();
    for (int i = 0; i < text.length() && check.flaws.isEmpty(); i++) {
      check.oddAt(written, i, wildcards);
    }
    return check.flaws;
  }

  private void oddAt(Text path, int at, boolean wildcards) {
    String text = path.text();
    char c = text.charAt(at);
    if (c == '$' && isVariable(text, at)) {
      flaws.add(variable(path, at, Effect.SILENT));
    } else if (c == '*' && !wildcards) {
      flaws.add(wildcard(path, at));
    } else if (",;:".indexOf(c) >= 0 && text.startsWith("/", at + 1)) {
      flaws.add(
          ValueFlaw.of(
                  Effect.SILENT,
                  path.at(at, at + 1),
                  "`%s` does not separate paths in `%s=`: this is one path",
                  String.valueOf(c),
                  context.name())
              .help("write a blank between paths"));
    }
  }

  /** Lower case may be a name that really holds a dollar sign. */
  private static boolean isVariable(String text, int at) {
    int end = endOfVariable(text, at);
    return end > at + 2
        && (text.charAt(at + 1) == '{' || Character.isUpperCase(text.charAt(at + 1)));
  }

  private ValueFlaw wildcard(Text path, int at) {
    String glob = context.name() + "Glob";
    boolean other = context.catalog().directive(context.section(), glob).isPresent();
    return ValueFlaw.of(
            Effect.SILENT,
            path.at(at, at + 1),
            "wildcards are not expanded in `%s=`",
            context.name())
        .help(other ? "use `" + glob + "=`" : "write each path itself");
  }
}
