package org.unitlint.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The system calls that a filter may name, and systemd's groups of them. Those that exist on no
 * architecture for which filters can be made are left out. See systemd.exec(5), "System Call
 * Filtering".
 */
public final class Syscalls {
  /** The member that stands for every system call, but those which are out of use. */
  private static final String ALL = "*";

  private final Map<String, Since> names;
  private final Map<String, List<Member>> groups;
  private final Set<String> unlisted;
  private final Map<String, SortedSet<String>> answers = new ConcurrentHashMap<>();

  private Syscalls(
      Map<String, Since> names, Map<String, List<Member>> groups, Set<String> unlisted) {
    this.names = Collections.unmodifiableMap(names);
    this.groups = Collections.unmodifiableMap(groups);
    this.unlisted = Set.copyOf(unlisted);
  }

  /** A system call or group, and the versions in which it belongs to another group. */
  private record Member(String name, Since since, OptionalInt lastAccepted) {
    boolean isIn(int version) {
      return since.knownIn(version)
          && (lastAccepted.isEmpty() || version <= lastAccepted.getAsInt());
    }
  }

  /** Every system call, by name. */
  public Set<String> names() {
    return names.keySet();
  }

  /** The groups that the version knows, with their {@code @}, by name. */
  public Set<String> groups(int version) {
    var known = new TreeSet<String>();
    groups.keySet().stream().filter(g -> isGroup(g, version)).forEach(known::add);
    return known;
  }

  /** Which version brought the system call, or the group; empty for what is none. */
  public Optional<Since> since(String name) {
    return names.containsKey(name)
        ? Optional.of(names.get(name))
        : groups.getOrDefault(name, List.of()).stream()
            .map(Member::since)
            .min((a, b) -> a.latest() - b.latest());
  }

  /** The system calls of a group, those of the groups in it too; none for an unknown group. */
  public SortedSet<String> of(String group, int version) {
    return answers.computeIfAbsent(
        version + group,
        asked -> {
          var calls = new TreeSet<String>();
          add(group, version, calls);
          return Collections.unmodifiableSortedSet(calls);
        });
  }

  private void add(String group, int version, Set<String> calls) {
    for (Member member : groups.getOrDefault(group, List.of())) {
      if (!member.isIn(version)) {
        continue;
      }
      if (member.name().equals(ALL)) {
        names.keySet().stream()
            .filter(n -> isCall(n, version) && !unlisted.contains(n))
            .forEach(calls::add);
      } else if (member.name().startsWith("@")) {
        add(member.name(), version, calls);
      } else if (isCall(member.name(), version)) {
        calls.add(member.name());
      }
    }
  }

  private boolean isCall(String name, int version) {
    return names.containsKey(name) && names.get(name).knownIn(version);
  }

  private boolean isGroup(String group, int version) {
    return groups.get(group).stream().anyMatch(m -> m.since().knownIn(version));
  }

  /** Reads syscalls.tsv, syscall-groups.tsv and unlisted-syscalls.tsv. */
  static Syscalls read(Table calls, Table members, Table outOfUse) {
    var names = new TreeMap<String, Since>();
    while (calls.nextRow()) {
      names.put(calls.cell(), Since.read(calls));
    }
    var groups = new TreeMap<String, List<Member>>();
    while (members.nextRow()) {
      groups
          .computeIfAbsent(members.cell(), g -> new ArrayList<>())
          .add(new Member(members.cell(), Since.read(members), members.number()));
    }
    var unlisted = new TreeSet<String>();
    while (outOfUse.nextRow()) {
      unlisted.add(outOfUse.cell());
    }
    return new Syscalls(names, groups, unlisted);
  }
}
