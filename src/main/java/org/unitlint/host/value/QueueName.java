package org.unitlint.host.value;

import org.unitlint.host.value.ValueFlaw.Effect;

/** The name of a message queue. See systemd.socket(5), ListenMessageQueue=. */
final class QueueName {
  static final Grammar<String> GRAMMAR = QueueName::parse;

  private static final int LONGEST = 255;

  private QueueName() {}

  private static Parsed<String> parse(Text text, ValueContext context) {
    var expanded = context.expand(text);
    if (expanded.isEmpty()) {
      return Parsed.unknown();
    }
    String name = expanded.get().text();
    if (!name.startsWith("/")) {
      var flaw =
          ValueFlaw.of(
                  Effect.LINE,
                  expanded.get().place(),
                  "name of a message queue without a slash in `%s=`",
                  context.name())
              .help("the name begins with `/`, and no other slash follows");
      boolean plain = name.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
      return Parsed.flawed(plain ? flaw.instead("/" + name, true) : flaw);
    }
    if (Simple.climbs(name)) {
      return Parsed.flawed(Simple.climbing(expanded.get(), context));
    }
    var queue = Parsed.of(name);
    int slash = name.lastIndexOf('/');
    if (slash > 0 || name.length() == 1 || name.length() > LONGEST) {
      return queue.with(
          ValueFlaw.of(
                  Effect.SILENT,
                  expanded.get().place(),
                  "`%s` cannot be the name of a message queue",
                  name)
              .note("the kernel refuses it when the socket starts; see mq_overview(7)")
              .help("write one slash and then a name of up to " + LONGEST + " characters"));
    }
    return queue;
  }
}
