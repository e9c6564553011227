package org.unitlint.host.value;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.unitlint.catalog.Syscalls;
import org.unitlint.host.value.ValueFlaw.Effect;

/** Reads the words of one filter of system calls: names and groups, some with errors. */
final class SyscallWords {
  private final boolean refused;
  private final boolean errors;
  private final ValueContext context;
  private final Syscalls syscalls;

  /**
   * @param refused whether the list is one of what is refused
   */
  SyscallWords(boolean refused, ValueContext context) {
    this.refused = refused;
    this.errors = !context.directive().name().equals("SystemCallLog");
    this.context = context;
    this.syscalls = context.catalog().syscalls();
  }

  /** Adds the calls of the word; false where systemd skips it. */
  boolean add(String word, Map<String, Optional<Denial>> calls) {
    int colon = errors ? word.indexOf(':') : -1;
    var denial = colon < 0 ? Optional.<Denial>empty() : denial(word.substring(colon + 1));
    if (colon >= 0 && (denial.isEmpty() || !refused)) {
      return false;
    }
    String name = colon < 0 ? word : word.substring(0, colon);
    if (!isKnown(name)) {
      return false;
    }
    members(name).forEach(c -> calls.put(c, denial));
    return true;
  }

  private Set<String> members(String name) {
    return name.startsWith("@") ? syscalls.of(name, context.version()) : Set.of(name);
  }

  private boolean isKnown(String name) {
    return syscalls.since(name).filter(s -> s.knownIn(context.version())).isPresent();
  }

  private Optional<Denial> denial(String text) {
    if (text.equals("kill")) {
      return Optional.of(Denial.KILL);
    }
    OptionalInt errno = Denial.errno(text, 0, context.catalog());
    return errno.isPresent() ? Optional.of(new Denial(errno)) : Optional.empty();
  }

  /** What is wrong with a word that is skipped. */
  ValueFlaw flaw(Text word) {
    if (word.text().startsWith("~")) {
      return ListFlaws.tilde(word, refused, context);
    }
    return ListFlaws.commas(Effect.WORD, word, this::meant, context).orElseGet(() -> single(word));
  }

  private Optional<String> meant(String word) {
    return add(word, new HashMap<>()) ? Optional.of(word) : Optional.empty();
  }

  private ValueFlaw single(Text word) {
    int colon = word.text().indexOf(':');
    var name = colon < 0 ? word : word.part(0, colon);
    if (colon < 0 || !isKnown(name.text())) {
      return unknown(name);
    }
    if (!errors) {
      return ValueFlaw.of(
              Effect.WORD,
              word.from(colon).place(),
              "`%s=` takes no errors such as `%s`",
              context.name(),
              word.from(colon + 1))
          .help("it logs calls and refuses none")
          .instead("", true);
    }
    return refused
        ? Denial.unknown(Effect.WORD, word.from(colon + 1), context)
        : ValueFlaw.of(
                Effect.WORD,
                word.from(colon).place(),
                "a call that is allowed takes no error such as `%s` in `%s=`",
                word.from(colon + 1),
                context.name())
            .help("errors belong to lists of refused calls, which start with `~`");
  }

  private ValueFlaw unknown(Text name) {
    var since = syscalls.since(name.text());
    boolean group = name.text().startsWith("@");
    if (since.isPresent()) {
      return ValueFlaw.of(
              Effect.WORD,
              name.place(),
              group
                  ? "group `%s` in `%s=` needs systemd %d or newer"
                  : "system call `%s` in `%s=` is newer than systemd %d",
              name,
              context.name(),
              group ? since.get().latest() : context.version())
          .help("leave it out, or check against the version that the unit is for");
    }
    var groups = syscalls.groups(context.version());
    if (groups.contains("@" + name)) {
      return ValueFlaw.of(
              Effect.WORD, name.place(), "unknown system call `%s` in `%s=`", name, context.name())
          .help("groups of system calls start with `@`")
          .instead("@" + name, true);
    }
    var known =
        group
            ? new KnownWords("group of system calls", "SyscallGroup", groups)
            : new KnownWords("system call", "Syscall", names());
    return known.alone(Effect.WORD, name, context);
  }

  private Set<String> names() {
    var names = new TreeSet<>(syscalls.names());
    names.removeIf(n -> !isKnown(n));
    return names;
  }
}
