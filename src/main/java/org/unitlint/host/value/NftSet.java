package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * A set of the packet filter that gets something of the unit. See systemd.resource-control(5),
 * NFTSet=.
 */
public record NftSet(String source, String family, String table, String set) {
  static final Grammar<List<NftSet>> GRAMMAR = NftSet::parse;

  /** What units have; networks have more. */
  private static final List<String> SOURCES = List.of("cgroup", "user", "group");

  private static Parsed<List<NftSet>> parse(Text text, ValueContext context) {
    var pieces = EscapedWords.of(text, true);
    var sets = new ArrayList<NftSet>();
    var flaws = new ArrayList<ValueFlaw>();
    for (EscapedWords.Piece word : pieces.words()) {
      var flaw = flaw(word, context);
      flaw.ifPresent(flaws::add);
      if (flaw.isEmpty()) {
        String[] parts = word.text().split(":", -1);
        sets.add(new NftSet(parts[0], parts[1], parts[2], parts[3]));
      }
    }
    pieces.rest().ifPresent(rest -> flaws.add(Lists.broken(rest, context)));
    return new Parsed<>(Optional.of(List.copyOf(sets)), flaws);
  }

  private static Optional<ValueFlaw> flaw(EscapedWords.Piece word, ValueContext context) {
    String[] parts = word.text().split(":", -1);
    if (parts.length != 4) {
      return Optional.of(
          ValueFlaw.of(
                  Effect.WORD,
                  word.written().place(),
                  "`%s` names no set of the packet filter in `%s=`",
                  word.text(),
                  context.name())
              .help("write `SOURCE:FAMILY:TABLE:SET`, such as `cgroup:inet:filter:services`"));
    }
    int start = 0;
    for (int i = 0; i < parts.length; i++) {
      var part = word.part(start, start + parts[i].length());
      if (!isRight(i, parts[i], context)) {
        return Optional.of(wrong(i, parts[i], part, context));
      }
      start += parts[i].length() + 1;
    }
    return Optional.empty();
  }

  private static boolean isRight(int index, String part, ValueContext context) {
    return switch (index) {
      case 0 -> SOURCES.contains(part);
      case 1 -> context.catalog().words("NFTProto").orElseThrow().word(part).isPresent();
      default ->
          !part.isEmpty()
              && isLetter(part.charAt(0))
              && part.chars()
                  .allMatch(c -> isLetter(c) || c >= '0' && c <= '9' || "/\\_.".indexOf(c) >= 0);
    };
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static ValueFlaw wrong(int index, String written, Text part, ValueContext context) {
    String what =
        switch (index) {
          case 0 -> "source";
          case 1 -> "family";
          case 2 -> "table";
          default -> "set";
        };
    var flaw =
        ValueFlaw.of(
            Effect.WORD, part.place(), "`%s` is no %s in `%s=`", written, what, context.name());
    return flaw.help(
        switch (index) {
          case 0 -> "write `cgroup`, `user` or `group`";
          case 1 -> "write `arp`, `bridge`, `inet`, `ip`, `ip6` or `netdev`";
          default ->
              "such a name begins with a letter and goes on with letters, digits, `_` and `.`";
        });
  }
}
