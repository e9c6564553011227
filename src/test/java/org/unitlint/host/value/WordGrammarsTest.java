package org.unitlint.host.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.host.Scope;

/** One line a case: the setting, what is read and what is wrong where, and the fixes. */
class WordGrammarsTest {
  private static final int VERSION = 252;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "Type=oneshort; - LINE:oneshort; [oneshot]",
        "Type=Simple; - LINE:Simple; [simple]",
        "Type=\"exec\"; - LINE:\"exec\"; [exec]",
        "Type=daemon; - LINE:daemon; [-]",
        "Type=notify-reload; - LINE:notify-reload; [-]",
        "Type=simple exec; - LINE:simple exec; [-]",
        "Type=simple,; - LINE:simple,; [simple]",
        "Restart=no; no; []",
        "Restart=yes; - LINE:yes; [-]",
        "Restart=on_failure; - LINE:on_failure; [on-failure]",
        "Restart=never; - LINE:never; [no]",
        "Restart=éà𝒳; - LINE:éà𝒳; [-]",
        "ProtectSystem=ON; yes; []",
        "ProtectSystem=0; no; []",
        "ProtectSystem=strict; strict; []",
        "ProtectSystem=stric; - LINE:stric; [strict]",
        "PrivateTmp=yes; true; []",
        "KillMode=none; none; []",
        "SyslogLevel=07; 7; []",
        "SyslogLevel=8; - LINE:8; [-]",
        "SyslogLevel=error; - LINE:error; [err]",
        "SyslogFacility=127; 127; []",
        "IOSchedulingClass=4; - SILENT:4; [-]",
        "IOSchedulingClass=9; - LINE:9; [-]",
        "CPUSchedulingPolicy=SCHED_RR; - LINE:SCHED_RR; [rr]",
        "CPUSchedulingPolicy=99999999999; - LINE:99999999999; [-]",
        "MountFlags=; -; []",
        "StandardInput=file:/a//./b/; file:/a/b; []",
        "StandardInput=fd:; fd; []",
        "StandardInput=fd:in; fd:in; []",
        "StandardInput=fd:a:b; - LINE:a:b; [-]",
        "StandardInput=append:/x; - LINE:append:/x; [-]",
        "StandardOutput=syslog; syslog; []",
        "StandardOutput=append:/var/log/%p.log; append:/var/log/a.log; []",
        "StandardOutput=append:; - LINE:; [-]",
        "StandardOutput=truncate:x/y; - LINE:x/y; [-]",
        "StandardOutput=file:/a/../b; - LINE:..; [-]",
        "StandardOutput=append; - SILENT:append; [-]",
        "StandardOutput=/var/log/x; - LINE:/var/log/x; [?append:/var/log/x]",
        "StandardOutput=/dev/null; - LINE:/dev/null; [null]",
        "StandardOutput=file:/%m; -; []",
        "SecureBits=noroot foo; Choices[flag=Optional.empty, words=[noroot]] SILENT:foo; [-]",
        "Delegate=TRUE; Choices[flag=Optional[true], words=[]]; []",
        "Delegate=cpu,io; Choices[flag=Optional.empty, words=[]] WORD:cpu,io; [cpu io]",
        "Delegate='cpu io; - LINE:'cpu io; [-]",
        "DisableControllers=foo; - LINE:foo; [-]",
        "DisableControllers=io foo; Choices[flag=Optional.empty, words=[io]] SILENT:foo; [-]",
        "SystemCallArchitectures=\"native\" amd64;"
            + " Choices[flag=Optional.empty, words=[native]] WORD:amd64; [x86-64]",
        "CoredumpFilter=default 0x40; CoredumpFilter[bits=115]; []",
        "CoredumpFilter=-0; CoredumpFilter[bits=0]; []",
        "CoredumpFilter=0x; - LINE:0x; [-]",
        "CoredumpFilter=ffffffffffffffff; CoredumpFilter[bits=-1]; []",
        "CoredumpFilter=1ffffffffffffffff; - LINE:1ffffffffffffffff; [-]",
        "KillSignal=RTMAX-30; Signal[number=34, name=SIGRTMIN]; []",
        "KillSignal=SIGRTMAX; Signal[number=64, name=SIGRTMIN+30]; []",
        "KillSignal=33; Signal[number=33, name=SIG33]; []",
        "KillSignal=0x0F; Signal[number=15, name=SIGTERM]; []",
        "KillSignal=RTMIN 3; - LINE:RTMIN 3; [-]",
        "KillSignal=sigterm; - LINE:sigterm; [SIGTERM]",
        "KillSignal=int; - LINE:int; [INT]",
        "KillSignal=SIG9; - LINE:SIG9; [SIGKILL]",
        "KillSignal=CLD; - LINE:CLD; [CHLD]",
        "KillSignal=0; - LINE:0; [-]",
        "SuccessExitStatus=143 TEMPFAIL KILL; ExitStatuses[codes=[75, 143], signals=[9]]; []",
        "SuccessExitStatus=-0 0b11 010; ExitStatuses[codes=[0, 3, 8], signals=[]]; []",
        "SuccessExitStatus=1,2 256;"
            + " ExitStatuses[codes=[], signals=[]] WORD:1,2 WORD:256; [1 2, -]",
        "SuccessExitStatus=2-4; ExitStatuses[codes=[], signals=[]] WORD:2-4; [2 3 4]",
        "SuccessExitStatus=4-2; ExitStatuses[codes=[], signals=[]] WORD:4-2; [-]",
        "SystemCallErrorNumber=eacces; Denial[errno=OptionalInt[13]]; []",
        "SystemCallErrorNumber=kill; Denial[errno=OptionalInt.empty]; []",
        "SystemCallErrorNumber=0; - LINE:0; [-]",
        "SystemCallFilter=~; SyscallFilter[allow=false, calls={}]; []",
        "SystemCallFilter=~swapon:0;"
            + " SyscallFilter[allow=false, calls={swapon=Optional[Denial[errno=OptionalInt[0]]]}];"
            + " []",
        "SystemCallFilter=@swap;"
            + " SyscallFilter[allow=true, calls={swapoff=Optional.empty, swapon=Optional.empty}];"
            + " []",
        "SystemCallFilter=swap; SyscallFilter[allow=true, calls={}] WORD:swap; [@swap]",
        "SystemCallFilter=ptrace:EPERM; SyscallFilter[allow=true, calls={}] WORD::EPERM; [-]",
        "SystemCallFilter=~read ~write;"
            + " SyscallFilter[allow=false, calls={read=Optional.empty}] WORD:~; []",
        "CapabilityBoundingSet=cap_chown 1; Capabilities[inverted=false, bits=3]; []",
        "CapabilityBoundingSet=~; Capabilities[inverted=true, bits=0]; []",
        "CapabilityBoundingSet=chown;"
            + " Capabilities[inverted=false, bits=0] SILENT:chown; [CAP_CHOWN]",
        "CapabilityBoundingSet=CAP_NET_BIND;"
            + " Capabilities[inverted=false, bits=0] SILENT:CAP_NET_BIND; [?CAP_NET_BIND_SERVICE]",
        "CapabilityBoundingSet=64; Capabilities[inverted=false, bits=0] SILENT:64; [-]",
        "CapabilityBoundingSet=\"CAP_KILL; Capabilities[inverted=false, bits=0]"
            + " SILENT:\"CAP_KILL; [-]",
        "RestrictAddressFamilies=none;"
            + " AddressFamilies[allow=true, families=[], none=true]; []",
        "RestrictAddressFamilies=~af_local AF_ROUTE;"
            + " AddressFamilies[allow=false, families=[AF_NETLINK, AF_UNIX], none=false]; []",
        "RestrictAddressFamilies=AF_INET, ipv4;"
            + " AddressFamilies[allow=true, families=[], none=false] WORD:AF_INET, WORD:ipv4;"
            + " [AF_INET, AF_INET]",
        "RestrictNamespaces=~user mnt;"
            + " Namespaces[flag=Optional.empty, inverted=true, kinds=[mnt, user]]; []",
        "RestrictNamespaces=user network; - LINE:network; [net]",
        "RestrictFileSystems=@basic-api ext4;"
            + " FileSystems[allow=true, types=[@basic-api, ext4]]; []",
        "RestrictFileSystems=@nett; FileSystems[allow=true, types=[]] WORD:@nett; [-]",
      })
  void readsServices(String line, String read, String fixes) {
    var values = WordValues.service(VERSION, line.strip());
    assertEquals(read.strip(), values.read());
    if (!fixes.strip().equals("[]")) {
      assertEquals(fixes.strip(), values.fixes().toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "BindIPv6Only=Yes; yes",
        "BindIPv6Only=both; both",
        "Timestamping=μs; µs",
        "Timestamping=true; yes",
        "SocketProtocol=UDPLite; udplite",
        "SocketProtocol=0x84; sctp",
        "SocketProtocol=tcp; - LINE:tcp",
        "IPTOS=0x10; 16",
      })
  void readsSockets(String line, String read) {
    assertEquals(
        read, WordValues.of("Socket", "socket", VERSION, Scope.SYSTEM, line.strip()).read());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "252; RestrictAddressFamilies=none;"
            + " AddressFamilies[allow=true, families=[], none=true]",
        "248; RestrictAddressFamilies=none;"
            + " AddressFamilies[allow=true, families=[], none=false] WORD:none",
        "253; Type=notify-reload; notify-reload",
        "247; StandardOutput=truncate:/x; - LINE:truncate:",
        "248; StandardOutput=truncate:/x; truncate:/x",
        "251; RestrictNamespaces=time; - LINE:time",
        "258; ProtectHostname=private:guest; private:guest",
        "258; ProtectHostname=maybe; - LINE:maybe",
        "260; RefreshOnReload=whatever; Choices[flag=Optional.empty, words=[whatever]]",
        "254; RootImagePolicy=root=verity+signed:=absent;"
            + " ImagePolicy[flags={=[absent], root=[verity, signed]}]",
        "254; RootImagePolicy=root=verity:root=signed; - LINE:root",
        "254; RootImagePolicy=root=verity,signed; - LINE:verity,signed",
        "254; RootImagePolicy=*; ImagePolicy[flags={=[open]}]",
      })
  void followsTheVersion(int version, String line, String read) {
    assertEquals(read, WordValues.service(version, line.strip()).read());
  }

  @Test
  void aUsersManagerDoesNotReboot() {
    var values = WordValues.of("Unit", "service", VERSION, Scope.USER, "FailureAction=reboot");
    assertEquals("- LINE:reboot", values.read());
    values = WordValues.of("Unit", "service", VERSION, Scope.USER, "FailureAction=exit");
    assertEquals("exit", values.read());
  }

  /** A long list takes a blink only, whatever is in it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a ", "a,", "~x ", "\"", "\\x", ":", "0", "@a ", "read,", "CAP_CHOWN,", "é", "1-"})
  void longValuesTakeNoTime(String piece) {
    String value = piece.repeat(100_000 / piece.length());
    for (String name :
        List.of(
            "Type",
            "StandardOutput",
            "SystemCallArchitectures",
            "CoredumpFilter",
            "KillSignal",
            "SuccessExitStatus",
            "SystemCallErrorNumber",
            "SystemCallFilter",
            "CapabilityBoundingSet",
            "RestrictAddressFamilies",
            "RestrictNamespaces",
            "RestrictFileSystems",
            "RootImagePolicy")) {
      var values = WordValues.service(255, name + "=" + value + "x");
      assertTimeout(
          Duration.ofSeconds(5), () -> assertTrue(values.last().flaws().size() <= 20), name);
    }
  }
}
