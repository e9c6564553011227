package org.unitlint.host.value;

import static java.util.Map.entry;

import java.util.Map;

/** The grammars of addresses, devices and what else stands outside of the machine. */
final class AddressGrammars {
  static final Map<String, Grammar<?>> ALL =
      Map.ofEntries(
          entry("socket-address", SocketAddresses.GRAMMAR),
          entry("netlink-address", NetlinkAddress.GRAMMAR),
          entry("mqueue-name", QueueName.GRAMMAR),
          entry("interface-name", Interfaces.ONE),
          entry("interface-list", Interfaces.LIST),
          entry("ip-prefix-list", IpPrefixes.GRAMMAR),
          entry("socket-bind-rule", SocketBindRule.GRAMMAR),
          entry("device-allow", DeviceRule.GRAMMAR),
          entry("nft-set-list", NftSet.GRAMMAR),
          entry("bpf-program", BpfProgram.GRAMMAR));

  private AddressGrammars() {}
}
