package org.unitlint.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
  @ParameterizedTest
  @CsvSource({
    // seen to come in 254
    "Service, RestartSteps, 253, TOO_NEW",
    "Service, RestartSteps, 254, CURRENT",
    // older than everything we looked at
    "Service, ExecStart, 1, CURRENT",
    "Service, ExecStart, 300, CURRENT",
    // seen to come in 205..208
    "Slice, CPUShares, 204, TOO_NEW",
    "Slice, CPUShares, 205, CURRENT",
    // likely 258
    "Socket, AcceptFileDescriptors, 257, TOO_NEW",
    "Socket, AcceptFileDescriptors, 258, CURRENT",
    // hearsay about 260
    "Service, MemoryTHP, 201, CURRENT",
    "Service, MemoryTHP, 260, CURRENT",
    // deprecated in 232, gone in 258
    "Service, CPUShares, 201, CURRENT",
    "Service, CPUShares, 231, CURRENT",
    "Service, CPUShares, 232, DEPRECATED",
    "Service, CPUShares, 257, DEPRECATED",
    "Service, CPUShares, 258, REMOVED",
    // removed without notice in 212
    "Service, TCPWrapName, 211, CURRENT",
    "Service, TCPWrapName, 212, REMOVED",
    // taken without effect
    "Service, Capabilities, 229, CURRENT",
    "Service, Capabilities, 230, IGNORED",
    "Service, Capabilities, 260, IGNORED",
    "Service, CPUAccounting, 257, CURRENT",
    "Service, CPUAccounting, 258, IGNORED",
    // old spellings
    "Unit, BindTo, 100, LEGACY",
    "Unit, BindTo, 260, LEGACY",
    "Unit, ConditionKernelVersion, 236, TOO_NEW",
    "Unit, ConditionKernelVersion, 257, CURRENT",
    "Unit, ConditionKernelVersion, 258, LEGACY",
    "Unit, StartLimitInterval, 228, TOO_NEW",
    "Unit, StartLimitInterval, 229, CURRENT",
    "Unit, StartLimitInterval, 230, LEGACY",
    // moved to [Unit]
    "Service, StartLimitInterval, 228, CURRENT",
    "Service, StartLimitInterval, 229, MOVED",
    // not for mounts
    "Mount, Delegate, 217, TOO_NEW",
    "Mount, Delegate, 218, UNSUPPORTED",
    "Service, Delegate, 218, CURRENT",
  })
  void standsByVersion(String section, String name, int version, Standing expected) {
    var directive = Catalog.standard().directive(section, name).orElseThrow();
    assertEquals(expected, directive.standing(version));
  }

  @ParameterizedTest
  @CsvSource({
    "PrivateTmp, 256, boolean",
    "PrivateTmp, 257, boolean-or-enum:PrivateTmp",
    "KillMode, 258, enum:KillMode",
  })
  void valueKindByVersion(String name, int version, String expected) {
    var directive = Catalog.standard().directive("Service", name).orElseThrow();
    assertEquals(expected, directive.valueKind(version));
  }
}
