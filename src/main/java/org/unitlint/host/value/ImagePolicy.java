package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unitlint.catalog.Word;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * Which partitions of a disk image are used, and how protected. See systemd.image-policy(7).
 *
 * @param flags by partition; an empty name stands for all others
 */
public record ImagePolicy(SortedMap<String, List<String>> flags) {
  static final Grammar<ImagePolicy> GRAMMAR = ImagePolicy::parse;

  private static final Map<String, String> WHOLE =
      Map.of("*", "open", "-", "absent", "~", "ignore");

  public ImagePolicy {
    flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
  }

  private static Parsed<ImagePolicy> parse(Text text, ValueContext context) {
    var policy = new TreeMap<String, List<String>>();
    var whole = WHOLE.get(text.text());
    if (whole != null) {
      policy.put("", List.of(whole));
      return Parsed.of(new ImagePolicy(policy));
    }
    var flaws = new Flawed();
    for (Text rule : split(text, ':')) {
      read(rule, policy, flaws, context);
    }
    return flaws.isEmpty()
        ? Parsed.of(new ImagePolicy(policy))
        : new Parsed<>(Optional.empty(), flaws.all());
  }

  private static void read(
      Text rule, Map<String, List<String>> policy, Flawed flaws, ValueContext context) {
    int equals = rule.text().indexOf('=');
    if (equals < 0) {
      flaws.add(
          () ->
              ValueFlaw.of(
                      Effect.LINE, rule.place(), "no `=` in `%s` of `%s=`", rule, context.name())
                  .help("write `PARTITION=FLAG`, such as `root=verity`"));
      return;
    }
    var partition = rule.part(0, equals).strip();
    check(partition, "partition", "ImagePolicyPartition", flaws, context);
    var flags = new ArrayList<String>();
    for (Text flag : split(rule.from(equals + 1), '+')) {
      check(flag.strip(), "flag", "ImagePolicyFlag", flaws, context);
      flags.add(flag.strip().text());
    }
    if (policy.putIfAbsent(partition.text(), flags) != null) {
      flaws.add(
          () ->
              ValueFlaw.of(
                      Effect.LINE,
                      partition.place(),
                      "partition `%s` is there twice in `%s=`",
                      partition,
                      context.name())
                  .help("join its flags with `+`"));
    }
  }

  private static void check(
      Text word, String sort, String table, Flawed flaws, ValueContext context) {
    var words = context.catalog().words(table).orElseThrow();
    var known = words.word(word.text());
    if (word.isEmpty() || known.isPresent()) {
      return;
    }
    var names = new KnownWords(sort, table, words.words().stream().map(Word::text).toList());
    flaws.add(
        () ->
            ListFlaws.commas(Effect.LINE, word, w -> names.meant(w, context), context)
                .map(f -> withPlus(f, word, context))
                .orElseGet(() -> names.alone(Effect.LINE, word, context)));
  }

  private static ValueFlaw withPlus(ValueFlaw commas, Text word, ValueContext context) {
    return ValueFlaw.of(
            commas.effect(),
            commas.place(),
            "commas do not separate the flags of `%s=`: `%s`",
            context.name(),
            word)
        .help("put `+` between the flags")
        .instead(word.text().replaceAll("[,;|]", "+"), true);
  }

  private static List<Text> split(Text text, char sign) {
    var parts = new ArrayList<Text>();
    int start = 0;
    for (int i = 0; i <= text.text().length(); i++) {
      if (i == text.text().length() || text.text().charAt(i) == sign) {
        parts.add(text.part(start, i));
        start = i + 1;
      }
    }
    return parts;
  }
}
