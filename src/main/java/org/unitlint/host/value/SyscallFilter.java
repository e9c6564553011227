package org.unitlint.host.value;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A filter of system calls, or one line of it. See systemd.exec(5), SystemCallFilter=.
 *
 * @param allow whether the calls are those that are allowed; else they are refused
 * @param calls by name, groups replaced by what is in them; with what happens instead of the call
 *     where that is said
 */
public record SyscallFilter(boolean allow, SortedMap<String, Optional<Denial>> calls) {
  static final Grammar<SyscallFilter> GRAMMAR = SyscallFilter::parse;

  public SyscallFilter {
    calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
  }

  /**
   * What several lines mean together: the first decides which kind of list it is, later ones add to
   * it or take from it.
   *
   * @param always the calls that a list of allowed ones always starts with, those of {@code
   *     @default}; none for SystemCallLog=
   * @return empty where there is no line
   */
  public static Optional<SyscallFilter> merge(
      List<SyscallFilter> lines, Collection<String> always) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    boolean allow = lines.get(0).allow();
    var calls = new TreeMap<String, Optional<Denial>>();
    if (allow) {
      always.forEach(c -> calls.put(c, Optional.empty()));
    }
    for (SyscallFilter line : lines) {
      line.calls()
          .forEach(
              (call, denial) -> {
                if (line.allow() == allow || denial.isPresent()) {
                  calls.put(call, denial);
                } else {
                  calls.remove(call);
                }
              });
    }
    return Optional.of(new SyscallFilter(allow, calls));
  }

  /** Whether a process may do the call. */
  public boolean allows(String call) {
    var listed = calls.get(call);
    return listed == null ? !allow : allow && listed.isEmpty();
  }

  private static Parsed<SyscallFilter> parse(Text text, ValueContext context) {
    boolean refused = text.text().startsWith("~");
    var pieces = EscapedWords.of(text.from(refused ? 1 : 0), false);
    var words = new SyscallWords(refused, context);
    var calls = new TreeMap<String, Optional<Denial>>();
    var flaws = new Flawed();
    for (var piece : pieces.words()) {
      if (!words.add(piece.text(), calls)) {
        flaws.add(() -> words.flaw(piece.part(0, piece.text().length())));
      }
    }
    pieces.rest().ifPresent(rest -> flaws.add(() -> ListFlaws.unended(rest, context)));
    return new Parsed<>(Optional.of(new SyscallFilter(!refused, calls)), flaws.all());
  }
}
