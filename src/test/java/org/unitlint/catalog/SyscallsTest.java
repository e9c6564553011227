package org.unitlint.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unitlint.support.Shared;

class SyscallsTest {
  private static final int VERSION = 252;

  private final Syscalls syscalls = Catalog.standard().syscalls();

  @Test
  void groupsHoldGroups() {
    var service = syscalls.of("@system-service", VERSION);
    assertTrue(service.contains("read"));
    assertTrue(service.contains("execve"), "of @default in it");
    assertFalse(service.contains("reboot"));
    assertTrue(syscalls.of("@known", VERSION).containsAll(syscalls.of("@reboot", VERSION)));
    assertTrue(syscalls.of("@nobody", VERSION).isEmpty());
  }

  @Test
  void groupsFollowTheVersion() {
    assertTrue(syscalls.of("@file-system", 244).contains("mmap"));
    assertFalse(syscalls.of("@file-system", 245).contains("mmap"));
    assertFalse(syscalls.groups(VERSION).contains("@sandbox"));
    assertTrue(syscalls.groups(254).contains("@sandbox"));
    assertFalse(syscalls.groups(238).contains("@system-service"));
  }

  @Test
  void namesHaveAVersion() {
    assertTrue(syscalls.since("read").orElseThrow().knownIn(VERSION));
    assertFalse(syscalls.since("mseal").orElseThrow().knownIn(VERSION));
    assertEquals(254, syscalls.since("@sandbox").orElseThrow().latest());
    assertEquals(Optional.empty(), syscalls.since("osf_mount"));
  }

  @Test
  void membersAreKnown() {
    for (String group : syscalls.groups(300)) {
      var unknown = new TreeSet<>(syscalls.of(group, 300));
      unknown.removeAll(syscalls.names());
      assertEquals(List.of(), List.copyOf(unknown), group);
    }
  }

  /** Of the calls that filters can have, systemd 252's groups are the same. */
  @Tag("differential")
  @Test
  void groupsAreSystemds() throws Exception {
    Shared.needsProgram("/usr/bin/systemd-analyze");
    var theirs = new TreeMap<String, TreeSet<String>>();
    String group = "";
    String output = Shared.run(List.of("systemd-analyze", "--no-pager", "syscall-filter"));
    for (String line : output.split("\n")) {
      if (line.startsWith("@")) {
        group = line.strip();
        theirs.put(group, new TreeSet<>());
      } else if (line.startsWith("    ") && !line.strip().startsWith("#") && !group.isEmpty()) {
        theirs.get(group).add(line.strip());
      } else if (line.startsWith("#")) {
        group = "";
      }
    }
    theirs.remove("@known");
    assertFalse(theirs.isEmpty());
    for (String name : theirs.keySet()) {
      assertEquals(expanded(name, theirs), syscalls.of(name, VERSION), name);
    }
  }

  private TreeSet<String> expanded(String group, TreeMap<String, TreeSet<String>> groups) {
    var calls = new TreeSet<String>();
    for (String member : groups.get(group)) {
      if (member.startsWith("@")) {
        calls.addAll(expanded(member, groups));
      } else if (syscalls.since(member).filter(s -> s.knownIn(VERSION)).isPresent()) {
        calls.add(member);
      }
    }
    return calls;
  }
}
