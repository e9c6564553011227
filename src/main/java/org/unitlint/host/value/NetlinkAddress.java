package org.unitlint.host.value;

import java.util.List;
import java.util.OptionalLong;
import org.unitlint.catalog.Nearest;
import org.unitlint.catalog.Word;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * A family of messages of the kernel. See systemd.socket(5), ListenNetlink=.
 *
 * @param family its name or number
 * @param group 0 for none
 */
public record NetlinkAddress(String family, long group) {
  static final Grammar<NetlinkAddress> GRAMMAR = NetlinkAddress::parse;

  private static final long HIGHEST_GROUP = 0xFFFFFFFFL;
  private static final int MOST_SHOWN = 10;

  private static Parsed<NetlinkAddress> parse(Text text, ValueContext context) {
    var expanded = context.expand(text);
    if (expanded.isEmpty()) {
      return Parsed.unknown();
    }
    var words = EscapedWords.of(expanded.get(), false);
    if (words.words().isEmpty()) {
      return Parsed.flawed(Lists.broken(expanded.get(), context).as(Effect.LINE));
    }
    var family = words.words().get(0);
    if (!isFamily(family.text(), context)) {
      return Parsed.flawed(unknown(family, context));
    }
    int end = family.written().text().length();
    var rest = expanded.get().from(end).strip();
    var group = rest.isEmpty() ? OptionalLong.of(0) : Unsigned.parse(rest.text(), HIGHEST_GROUP);
    if (group.isEmpty()) {
      return Parsed.flawed(
          ValueFlaw.of(
                  Effect.LINE,
                  rest.place(),
                  "`%s` is no number of a multicast group in `%s=`",
                  rest,
                  context.name())
              .help("write the family and one number: `route 1`"));
    }
    return Parsed.of(new NetlinkAddress(family.text(), group.getAsLong()));
  }

  private static boolean isFamily(String name, ValueContext context) {
    var families = context.catalog().words("NetlinkFamily").orElseThrow();
    return Unsigned.parse(name, Integer.MAX_VALUE).isPresent()
        || families.word(name).filter(w -> w.acceptedIn(context.version())).isPresent();
  }

  private static ValueFlaw unknown(EscapedWords.Piece family, ValueContext context) {
    var flaw =
        ValueFlaw.of(
            Effect.LINE,
            family.written().place(),
            "unknown netlink family `%s` in `%s=`",
            family.text(),
            context.name());
    List<String> known =
        context.catalog().words("NetlinkFamily").orElseThrow().words().stream()
            .filter(w -> w.acceptedIn(context.version()))
            .map(Word::text)
            .toList();
    var near = Nearest.of(family.text(), known);
    if (near.isPresent()) {
      boolean certain = Nearest.certain(family.text(), known).isPresent();
      return flaw.help("did you mean `" + near.get() + "`?").instead(near.get(), certain);
    }
    return flaw.help(
        "write one such as `"
            + String.join("`, `", known.subList(0, Math.min(known.size(), MOST_SHOWN)))
            + "`");
  }
}
