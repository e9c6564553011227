package org.unitlint.host.value;

import java.util.Optional;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * Which devices a program may use, and how. See systemd.resource-control(5), DeviceAllow=.
 *
 * @param device its node, or {@code char-} or {@code block-} and a pattern of groups of devices
 * @param rights of {@code r}, {@code w} and {@code m}
 */
public record DeviceRule(String device, String rights) {
  static final Grammar<DeviceRule> GRAMMAR = DeviceRule::parse;

  private static final String RIGHTS = "rwm";

  /** Whether it is about a group of devices, not one node. */
  public boolean isGroup() {
    return isGroup(device);
  }

  private static boolean isGroup(String device) {
    return device.startsWith("char-") || device.startsWith("block-");
  }

  private static Parsed<DeviceRule> parse(Text text, ValueContext context) {
    var pieces = EscapedWords.of(text, true);
    if (pieces.words().isEmpty()) {
      return Parsed.flawed(Lists.broken(text, context).as(Effect.LINE));
    }
    var first = pieces.words().get(0);
    var rights = text.from(first.written().text().length()).strip();
    var device = expand(first, context);
    if (device.isEmpty()) {
      return Parsed.unknown();
    }
    if (!isGroup(device.get()) && Simple.climbs(device.get())) {
      return Parsed.flawed(Simple.climbing(first.written(), context));
    }
    String path = Simple.path(device.get());
    if (!isGroup(device.get()) && !isNode(path)) {
      return Parsed.flawed(device(first, device.get(), context));
    }
    if (!rights.text().chars().allMatch(c -> RIGHTS.indexOf(c) >= 0)) {
      return Parsed.flawed(rights(rights, context));
    }
    var rule =
        Parsed.of(
            new DeviceRule(
                isGroup(device.get()) ? device.get() : path,
                rights.isEmpty() ? RIGHTS : rights.text()));
    boolean wild =
        !isGroup(device.get()) && device.get().chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
    return wild ? rule.with(wild(first)) : rule;
  }

  private static Optional<String> expand(EscapedWords.Piece word, ValueContext context) {
    return word.written().is(word.text())
        ? context.expand(word.written()).map(Text::text)
        : context.specifiers().expand(word.text(), context.unit());
  }

  private static boolean isNode(String path) {
    return path.equals("/dev")
        || path.startsWith("/dev/")
        || path.equals("/run/systemd/inaccessible")
        || path.startsWith("/run/systemd/inaccessible/");
  }

  private static ValueFlaw device(EscapedWords.Piece first, String device, ValueContext context) {
    var flaw =
        ValueFlaw.of(
                Effect.LINE,
                first.written().place(),
                "`%s` is no device in `%s=`",
                first.text(),
                context.name())
            .help("write a node below `/dev/`, or `char-` or `block-` and a group of devices");
    if (device.startsWith("dev/")) {
      return flaw.instead("/" + first.text(), true);
    }
    return flaw;
  }

  private static ValueFlaw rights(Text rights, ValueContext context) {
    String letters = rights.text().replaceAll("[ \t,|+]", "");
    boolean known = !letters.isEmpty() && letters.chars().allMatch(c -> RIGHTS.indexOf(c) >= 0);
    var flaw =
        ValueFlaw.of(
            Effect.LINE, rights.place(), "`%s` are no rights in `%s=`", rights, context.name());
    if (known) {
      return flaw.help("write `" + letters + "`").instead(letters, true);
    }
    return flaw.help(
        rights.text().indexOf('/') >= 0
            ? "write a line of its own for each device"
            : "write some of `r` to read, `w` to write and `m` to make nodes, such as `rw`");
  }

  private static ValueFlaw wild(EscapedWords.Piece first) {
    return ValueFlaw.of(
            Effect.SILENT,
            first.written().place(),
            "wildcards in `%s`, which must be one device",
            first.text())
        .note("only `char-` and `block-` take wildcards, for the groups of /proc/devices")
        .help("write a line for each device, or the group, such as `char-ttyUSB`");
  }
}
