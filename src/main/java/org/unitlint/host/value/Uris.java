package org.unitlint.host.value;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.host.value.WordCutter.Way;

/** Where a unit is documented. See systemd.unit(5), Documentation=. */
final class Uris {
  static final Grammar<List<String>> GRAMMAR = Uris::parse;

  private static final List<String> SCHEMES =
      List.of("http://", "https://", "file:/", "info:", "man:");
  private static final Set<Way> WAYS = Set.of(Way.UNQUOTE, Way.KEEP_ESCAPES);

  private Uris() {}

  private static Parsed<List<String>> parse(Text text, ValueContext context) {
    var expanded = context.expand(text);
    if (expanded.isEmpty()) {
      return Parsed.unknown();
    }
    var found = new Found<String>();
    var words = new WordCutter(expanded.get());
    for (var word = words.next(WordCutter.BLANKS, WAYS);
        word.isPresent();
        word = words.next(WordCutter.BLANKS, WAYS)) {
      if (isUri(word.get().text().text())) {
        found.value(word.get().text().text());
      } else {
        found.flaw(bad(word.get(), context));
      }
    }
    if (words.isBroken()) {
      found.flaw(words.flaw(context, Effect.REST));
    }
    return found.parsed();
  }

  /** As documentation_url_is_valid() of systemd. */
  private static boolean isUri(String word) {
    return SCHEMES.stream().anyMatch(s -> word.startsWith(s) && word.length() > s.length())
        && word.chars().allMatch(c -> c < 0x80);
  }

  private static ValueFlaw bad(WordCutter.Cut word, ValueContext context) {
    String text = word.text().text();
    var flaw =
        ValueFlaw.of(
            Effect.WORD,
            word.written().place(),
            "`%s` is no URI that `%s=` takes",
            text,
            context.name());
    if (text.startsWith("/")) {
      return flaw.help("write `file:` before a path").instead("file:" + text, true);
    }
    if (Pattern.matches("www\\.[a-z0-9.-]+(/\\S*)?", text)) {
      return flaw.help("write `https://` before it").instead("https://" + text, false);
    }
    if (Pattern.matches("[A-Za-z0-9][A-Za-z0-9._@:+-]*\\([0-9][a-z]*\\),?", text)) {
      String page = text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
      return flaw.help("write `man:` before the name of a manual page")
          .instead("man:" + page, true);
    }
    boolean known = SCHEMES.stream().anyMatch(text::startsWith);
    if (known && text.chars().anyMatch(c -> c >= 0x80)) {
      return flaw.help("write what is not ASCII as percent signs and two hexadecimal digits");
    }
    return flaw.help(
        "take one that starts with `https://`, `http://`, `file:/`, `man:` or `info:`");
  }
}
