package org.unitlint.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unitlint.catalog.Nearest;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.source.Span;
import org.unitlint.syntax.Element;
import org.unitlint.syntax.Trivia;
import org.unitlint.syntax.UnitFile;

/** Finds the suppressions of one file, in comment lines and in those inside a continued line. */
final class SuppressionReader {
  private static final String MARK = "unitlint";
  private static final Pattern COMMENT =
      Pattern.compile("[ \\t]*[#;]+[ \\t]*" + MARK + "(.*)", Pattern.DOTALL);

  /** What follows the mark: a colon, a word, a sign between it and the rules, the rules. */
  private static final Pattern SAID =
      Pattern.compile(
          "[ \\t]*(:?)[ \\t]*([A-Za-z_-]*)([ \\t]*[=:(\\[]?[ \\t]*)(.*)", Pattern.DOTALL);

  private static final Pattern WORD = Pattern.compile("\\S+");

  private static final String LINE = "ignore";
  private static final String FILE = "ignore-file";

  /** What other programs call it. */
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "allow", LINE,
          "disable", LINE,
          "disable-file", FILE,
          "disable-line", LINE,
          "disable-next-line", LINE,
          "ignore-line", LINE,
          "ignore-next-line", LINE,
          "noqa", LINE,
          "skip", LINE,
          "suppress", LINE);

  private static final Set<String> SAME = Set.of("ignore_file", "ignorefile", "file-ignore");

  private final UnitFile file;
  private final Source source;
  private final List<Suppression> found = new ArrayList<>();
  private final Map<String, Optional<RuleInfo>> rules = new HashMap<>();

  private SuppressionReader(UnitFile file) {
    this.file = file;
    this.source = file.source();
  }

  /** The suppressions of the file, in order. */
  static List<Suppression> of(UnitFile file) {
    return mayHold(file.source()) ? new SuppressionReader(file).read() : List.of();
  }

  /** Whether a closer look is worth it. */
  static boolean mayHold(Source source) {
    return source.text().contains(MARK);
  }

  /** From the end, so that the line which follows a comment is known. */
  private List<Suppression> read() {
    var elements = file.elements();
    int end = source.text().length();
    for (int i = elements.size() - 1; i >= 0; i--) {
      Element element = elements.get(i);
      if (element instanceof Trivia trivia) {
        comments(trivia, trivia.kind() == Trivia.Kind.COMMENT, end);
      } else {
        comments(element, false, element.span().end());
        end = element.span().end();
      }
    }
    Collections.reverse(found);
    return found;
  }

  /** The comments among the lines of the element: all but the first, or all. */
  private void comments(Element element, boolean first, int end) {
    var span = element.span();
    if (span.isEmpty() || !source.text(span).contains(MARK)) {
      return;
    }
    int top = source.line(span.start());
    for (int line = source.line(span.end() - 1); line >= (first ? top : top + 1); line--) {
      var text = source.lineSpan(line);
      var matcher = COMMENT.matcher(source.text(text));
      if (matcher.matches()) {
        boolean inside = !(element instanceof Trivia);
        int from = inside ? source.lineSpan(top).start() : text.start();
        comment(matcher.group(1), text.start() + matcher.start(1), line, new Span(from, end));
      }
    }
  }

  private void comment(String behind, int offset, int line, Span reach) {
    var said = SAID.matcher(behind);
    if (!said.matches() || said.group(1).isEmpty() && !isMeant(said)) {
      return;
    }
    found.add(new Body(said, offset).suppression(whole(line), reach));
  }

  /** Whether a comment without the colon is meant as a suppression all the same. */
  private static boolean isMeant(Matcher said) {
    return (said.group(2).equals(LINE) || said.group(2).equals(FILE))
        && said.group(3).contains("=");
  }

  /** The line with its end. */
  private Place whole(int line) {
    int end = line < source.lines() ? source.lineSpan(line + 1).start() : source.text().length();
    return source.place(source.lineSpan(line).start(), end);
  }

  private Optional<RuleInfo> rule(String word) {
    return rules.computeIfAbsent(word, w -> Rules.find(w).map(Rule::info));
  }

  /** What one comment says behind the mark. */
  private final class Body {
    private final Matcher said;
    private final int offset;
    private final boolean colon;
    private final String word;
    private final String list;
    private final List<Suppression.Id> ids = new ArrayList<>();

    Body(Matcher said, int offset) {
      this.said = said;
      this.offset = offset;
      this.colon = !said.group(1).isEmpty();
      this.word = said.group(2);
      int reason = said.group(4).indexOf("--");
      String before = reason < 0 ? said.group(4) : said.group(4).substring(0, reason);
      this.list = before.stripTrailing();
    }

    Suppression suppression(Place comment, Span reach) {
      boolean right = word.equals(LINE) || word.equals(FILE);
      var flaw =
          right && colon && said.group(3).strip().equals("=")
              ? readIds()
              : Optional.<Suppression.Flaw>of(this::unknownForm);
      return new Suppression(comment, text(), word.equals(FILE), reach, ids, flaw);
    }

    /** From the word to the last rule; with the mark where there is no word or no colon. */
    private Place text() {
      String sign = said.group(3).stripTrailing();
      int end =
          list.isEmpty()
              ? offset + said.start(3) + sign.length()
              : offset + said.start(4) + list.length();
      boolean bare = !colon || said.start(2) == end - offset;
      return source.place(bare ? offset - MARK.length() : offset + said.start(2), end);
    }

    private Diagnostic unknownForm(RuleInfo rule) {
      var found = rule.at(text(), "`%s` suppresses nothing", text().text());
      String meant = meant();
      var words = Arrays.stream(list.split("[,\\s)\\]]+")).filter(w -> !w.isEmpty()).toList();
      if (meant.isEmpty() || words.isEmpty()) {
        return found.help(
            "write `# unitlint: ignore=RULE -- reason`, or `ignore-file=` for the whole file");
      }
      String right = (colon ? "" : MARK + ": ") + meant + "=" + String.join(",", words);
      boolean same = word.equals(meant) || SAME.contains(word);
      var helped = found.help("write `" + right + "`");
      return words.stream().allMatch(w -> Rules.find(w).isPresent())
          ? helped.fix("write it right", same, new Edit(text(), right))
          : helped;
    }

    /** The word that suppresses, if this one is another for it or close to it; else empty. */
    private String meant() {
      if (SAME.contains(word)) {
        return FILE;
      }
      var synonym = Optional.ofNullable(SYNONYMS.get(word));
      return synonym.or(() -> Nearest.of(word, List.of(LINE, FILE))).orElse("");
    }

    /** Reads the rules, which stand between commas or blanks; what is wrong with them. */
    private Optional<Suppression.Flaw> readIds() {
      int start = offset + said.start(4);
      int at = 0;
      for (String piece : list.split(",")) {
        var words = words(start + at, piece);
        boolean plain = words.size() < 2 || words.stream().allMatch(w -> w.rule().isPresent());
        if (!plain) {
          return Optional.of(withoutDashes(words));
        }
        ids.addAll(words);
        at += piece.length() + 1;
      }
      return ids.isEmpty()
          ? Optional.of(
              rule ->
                  rule.at(text(), "`%s` names no rule", text().text())
                      .help("write the code or the name of a rule behind the `=`"))
          : Optional.empty();
    }

    private List<Suppression.Id> words(int start, String piece) {
      var words = new ArrayList<Suppression.Id>();
      var matcher = WORD.matcher(piece);
      while (matcher.find()) {
        var place = source.place(start + matcher.start(), start + matcher.end());
        words.add(new Suppression.Id(place, rule(place.text())));
      }
      return words;
    }

    /** A reason that follows the rules, as far as they are rules, without its dashes. */
    private Suppression.Flaw withoutDashes(List<Suppression.Id> words) {
      int known = 0;
      while (words.get(known).rule().isPresent()) {
        ids.add(words.get(known++));
      }
      int start = words.get(known).place().span().start();
      var reason = source.place(start, text().span().end());
      boolean certain = !ids.isEmpty();
      return rule -> {
        var found = rule.at(reason, "`%s` names no rule", reason.text());
        return certain
            ? found
                .help("a reason stands behind `--`")
                .fix("put `--` before it", true, new Edit(source.place(start, start), "-- "))
            : found.help("write `# unitlint: ignore=RULE -- reason`");
      };
    }
  }
}
