package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.catalog.ListSemantics;
import org.unitlint.catalog.OnInvalid;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;

/** One path; quotes and blanks belong to it. See systemd.unit(5) and systemd.exec(5). */
final class SinglePath {
  static final Grammar<String> PATH = (text, context) -> plain(text, context, false);
  static final Grammar<String> GLOB = (text, context) -> plain(text, context, true);
  static final Grammar<String> OF_RUN = SinglePath::ofRun;
  static final Grammar<PrefixedPath> PREFIXED = SinglePath::prefixed;

  private SinglePath() {}

  private static Parsed<String> plain(Text text, ValueContext context, boolean wildcards) {
    if (context.expand(text).filter(Text::isEmpty).isPresent() && resets(context)) {
      return Parsed.unknown();
    }
    var path = PathCheck.absolute(text, context, Effect.LINE);
    return path.flaws().isEmpty() ? odd(path, text, context, wildcards) : path;
  }

  private static boolean resets(ValueContext context) {
    return context.directive().listSemantics() == ListSemantics.SINGLE_EMPTY_RESETS;
  }

  /** The path with what is odd about it. */
  static <T> Parsed<T> odd(Parsed<T> parsed, Text text, ValueContext context, boolean wildcards) {
    var flaws = new ArrayList<>(parsed.flaws());
    flaws.addAll(several(text, context));
    if (flaws.isEmpty()) {
      flaws.addAll(PathCheck.odd(text, context, wildcards));
    }
    return new Parsed<>(parsed.value(), flaws);
  }

  /** More than one path, of which systemd makes one. */
  private static List<ValueFlaw> several(Text text, ValueContext context) {
    String all = text.text();
    for (int i = 1; i + 1 < all.length(); i++) {
      boolean next = all.charAt(i + 1) == '/' || all.startsWith("-/", i + 1);
      if (next && WordCutter.BLANKS.indexOf(all.charAt(i)) >= 0) {
        return List.of(several(text, i, context));
      }
    }
    return List.of();
  }

  private static ValueFlaw several(Text text, int blank, ValueContext context) {
    int start = text.text().substring(0, blank).stripTrailing().length();
    var place = text.at(start, blank + 1);
    var found =
        ValueFlaw.of(
            Effect.SILENT, place, "`%s=` takes one path: the blank is part of it", context.name());
    if (resets(context)) {
      return found.help("leave one path");
    }
    return found
        .help("write a line for each")
        .fix("write a line for each", false, new Edit(place, "\n" + context.name() + "="));
  }

  /** One that counts from /run where it is not absolute. Of bad ones systemd cannot read on. */
  private static Parsed<String> ofRun(Text text, ValueContext context) {
    var path = PathCheck.ofRun(text, context, Effect.REFUSED);
    boolean literal = "~$\"'".indexOf(text.text().charAt(0)) >= 0;
    if (path.flaws().isEmpty() && literal) {
      var flaws = PathCheck.absolute(text, context, Effect.SILENT).flaws();
      return new Parsed<>(path.value(), flaws);
    }
    return path.flaws().isEmpty() ? odd(path, text, context, false) : path;
  }

  private static Parsed<PrefixedPath> prefixed(Text text, ValueContext context) {
    boolean optional = text.text().startsWith("-");
    var rest = optional ? text.from(1) : text;
    if (rest.is("~") && context.argument().indexOf('~') >= 0) {
      return Parsed.of(new PrefixedPath("~", optional, false));
    }
    boolean lenient = optional && context.directive().onInvalid() == OnInvalid.UNIT_REJECTED;
    var path = PathCheck.absolute(rest, context, lenient ? Effect.IGNORED : Effect.LINE);
    var prefixed = path.map(p -> new PrefixedPath(p, optional, false));
    boolean wildcards = context.argument().equals("-");
    return path.flaws().isEmpty() ? odd(prefixed, rest, context, wildcards) : prefixed;
  }
}
