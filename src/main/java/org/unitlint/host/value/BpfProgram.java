package org.unitlint.host.value;

import org.unitlint.catalog.Nearest;
import org.unitlint.catalog.Word;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * A program of the kernel that is attached to a unit. See systemd.resource-control(5), BPFProgram=.
 *
 * @param type where it is attached
 * @param path where it is pinned
 */
public record BpfProgram(String type, String path) {
  static final Grammar<BpfProgram> GRAMMAR = BpfProgram::parse;

  private static Parsed<BpfProgram> parse(Text text, ValueContext context) {
    int start = skipColons(text, 0);
    int colon = EscapedWords.end(text.text(), start, ':');
    if (colon == text.text().length()) {
      return Parsed.flawed(
          ValueFlaw.of(
                  Effect.LINE, text.place(), "`%s` names no program in `%s=`", text, context.name())
              .help("write `TYPE:PATH`, such as `egress:/sys/fs/bpf/filter`"));
    }
    var type = text.part(start, colon);
    String name = EscapedWords.plain(type.text());
    var types =
        context.catalog().words("BPFAttachType").orElseThrow().words().stream()
            .map(Word::text)
            .toList();
    if (!types.contains(name)) {
      var flaw =
          ValueFlaw.of(
              Effect.LINE,
              type.place(),
              "unknown type of program `%s` in `%s=`",
              type,
              context.name());
      return Parsed.flawed(
          Nearest.of(type.text(), types)
              .map(n -> flaw.help("did you mean `" + n + "`?").instead(n, false))
              .orElseGet(() -> flaw.help("write one of `" + String.join("`, `", types) + "`")));
    }
    var path = context.expand(text.from(skipColons(text, colon)));
    if (path.isEmpty()) {
      return Parsed.unknown();
    }
    if (!path.get().text().startsWith("/")) {
      return Parsed.flawed(
          ValueFlaw.of(Effect.LINE, path.get().place(), "`%s` is not an absolute path", path.get())
              .help("write where the program is pinned, such as `/sys/fs/bpf/filter`"));
    }
    if (Simple.climbs(path.get().text())) {
      return Parsed.flawed(Simple.climbing(path.get(), context));
    }
    return Parsed.of(new BpfProgram(name, Simple.path(path.get().text())));
  }

  /** Systemd takes several colons for one, and none in front for right. */
  private static int skipColons(Text text, int start) {
    int at = start;
    while (at < text.text().length() && text.text().charAt(at) == ':') {
      at++;
    }
    return at;
  }
}
