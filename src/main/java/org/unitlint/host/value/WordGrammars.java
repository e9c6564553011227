package org.unitlint.host.value;

import java.util.Map;

/** The grammars of words from fixed sets, and of lists of them. */
final class WordGrammars {
  static final Map<String, Grammar<?>> ALL =
      Map.ofEntries(
          Map.entry("enum", Choice.GRAMMAR),
          Map.entry("enum-or-integer", Choice.GRAMMAR),
          Map.entry("boolean-or-enum", Choice.GRAMMAR),
          Map.entry("enum-list", Choices.GRAMMAR),
          Map.entry("boolean-or-enum-list", Choices.GRAMMAR),
          Map.entry("enum-list-or-hex", CoredumpFilter.GRAMMAR),
          Map.entry("signal", Signal.GRAMMAR),
          Map.entry("exit-status-list", ExitStatuses.GRAMMAR),
          Map.entry("errno-or-kill", Denial.GRAMMAR),
          Map.entry("syscall-filter", SyscallFilter.GRAMMAR),
          Map.entry("capability-set", Capabilities.GRAMMAR),
          Map.entry("address-family-list", AddressFamilies.GRAMMAR),
          Map.entry("boolean-or-namespace-set", Namespaces.GRAMMAR),
          Map.entry("filesystem-list", FileSystems.GRAMMAR),
          Map.entry("image-policy", ImagePolicy.GRAMMAR));

  private WordGrammars() {}
}
