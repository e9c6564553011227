package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.source.Utf8;
import org.unitlint.syntax.Flaw;

/** Lines that are not UTF-8 make systemd refuse the file; it checks no comments. */
final class NotUtf8 implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("S006", "not-utf8", ERROR, "text that is not UTF-8");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return file.tree().flaws().stream()
        .filter(f -> f.kind() == Flaw.Kind.NOT_UTF8)
        .limit(1)
        .map(f -> found(f.place(), file));
  }

  private static Diagnostic found(Place place, CheckedFile file) {
    int value = place.text().charAt(0) & 0xFF;
    var found =
        RULE.at(place, "byte 0x%02X is not UTF-8", value)
            .note(
                file.dropIn()
                    ? "systemd stops reading the drop-in here"
                    : "systemd refuses the whole file for it")
            .help("save the file in UTF-8");
    if (value < 0xA0) {
      return found;
    }
    return found
        .note(String.format("in Latin-1 it is `%c`", value))
        .fix("take the file for Latin-1", false, edits(file.source()));
  }

  private static Edit[] edits(Source source) {
    var edits = new ArrayList<Edit>();
    String text = source.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)) {
        i++;
      } else if (Utf8.isStray(c)) {
        edits.add(new Edit(source.place(i, i + 1), String.valueOf((char) (c & 0xFF))));
      }
    }
    return edits.toArray(Edit[]::new);
  }
}
