package org.unitlint.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.unitlint.catalog.ExposureCheck;
import org.unitlint.host.Setting;
import org.unitlint.host.value.AddressFamilies;
import org.unitlint.host.value.Capabilities;
import org.unitlint.host.value.IpPrefix;

/** Decides the checks for one service. */
final class Judge {
  private static final String NOBODY = "nobody";
  private static final Set<String> NAMED_FAMILIES =
      Set.of("AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK", "AF_PACKET", "AF_UNSPEC");
  private static final int IPV4_LOCAL = 127;

  private final Sandbox sandbox;
  private final Policy policy;

  Judge(Sandbox sandbox, Policy policy) {
    this.sandbox = sandbox;
    this.policy = policy;
  }

  /** A badness, and what is to be told of it; nothing for what the check has words for. */
  private record Verdict(OptionalLong badness, String told) {
    static Verdict of(long badness) {
      return new Verdict(OptionalLong.of(badness), "");
    }

    static Verdict of(boolean bad) {
      return of(bad ? 1 : 0);
    }

    static Verdict of(long badness, String told) {
      return new Verdict(OptionalLong.of(badness), told);
    }

    static Verdict unfit(String told) {
      return new Verdict(OptionalLong.empty(), told);
    }
  }

  /** The directives that were asked for since this was called last. */
  Set<String> asked() {
    return sandbox.asked();
  }

  Outcome outcome(ExposureCheck check) {
    long weight = policy.weight(check);
    if (check.usualBoot() && !sandbox.usualBoot().value()) {
      return outcome(
          check,
          sandbox.usualBoot().of(Verdict.unfit("not for the beginning and end of the boot")));
    }
    return weight == 0
        ? outcome(check, Held.byDefault(Verdict.unfit("left out by the policy")))
        : outcome(check, verdict(check));
  }

  private Outcome outcome(ExposureCheck check, Held<Verdict> held) {
    var badness = held.value().badness();
    return new Outcome(
        check,
        policy.weight(check),
        policy.range(check),
        badness,
        told(check, held.value()),
        held.settings(),
        held.implied());
  }

  private String told(ExposureCheck check, Verdict verdict) {
    var change = policy.of(check);
    if (verdict.badness().isEmpty()) {
      return change.unfit().orElse(verdict.told());
    }
    long badness = verdict.badness().getAsLong();
    Optional<String> own =
        badness == 0
            ? change.good()
            : badness == check.range() ? change.bad() : Optional.<String>empty();
    String usual = (badness == 0 ? "cannot " : "may ") + check.able();
    return own.orElse(verdict.told().isEmpty() ? usual : verdict.told());
  }

  private Held<Verdict> verdict(ExposureCheck check) {
    return switch (check.kind()) {
      case FLAG -> bad(sandbox.flag(check.directive()), false);
      case USER -> user();
      case GROUPS ->
          sandbox.isPrivileged()
              ? sandbox.user().of(Verdict.unfit("root has no need of them"))
              : bad(sandbox.hasGroups(), true);
      case IPC ->
          sandbox.isPrivileged()
              ? sandbox.user().of(Verdict.unfit("not for what runs as root"))
              : bad(sandbox.flag("RemoveIPC"), false);
      case HOME -> home();
      case SYSTEM -> system();
      case ROOT -> bad(sandbox.ownRoot(), false);
      case CAPABILITIES -> capabilities(check);
      case UMASK -> umask();
      case KEYRING -> unless(sandbox.keyringMode(), "private");
      case PROCESSES -> processes();
      case PROC_FILES -> unless(sandbox.word("ProcSubset", "all"), "pid");
      case NOTIFY -> {
        var access = sandbox.word("NotifyAccess", "none");
        yield access.of(Verdict.of(access.value().equals("all")));
      }
      case DELEGATE -> bad(sandbox.delegates(), true);
      case NAMESPACES -> {
        var kinds = sandbox.namespaces();
        yield kinds.of(Verdict.of(check.parameters().stream().anyMatch(kinds.value()::contains)));
      }
      case FAMILIES -> {
        var families = sandbox.families();
        boolean restricted =
            families.value().filter(f -> isRestricted(f, check.parameters())).isPresent();
        yield families.of(Verdict.of(!restricted));
      }
      case ARCHITECTURES -> architectures();
      case SYSCALLS -> syscalls(check.parameters().get(0));
      case ADDRESSES -> addresses();
      case DEVICES -> devices();
      case AMBIENT -> {
        var ambient = sandbox.ambientSet();
        yield ambient.of(Verdict.of(ambient.value() != 0));
      }
    };
  }

  /** Whether a truth is bad, or its absence. */
  private static Held<Verdict> bad(Held<Boolean> flag, boolean bad) {
    return flag.of(Verdict.of(flag.value() == bad));
  }

  private static Held<Verdict> unless(Held<String> word, String good) {
    return word.of(Verdict.of(!word.value().equals(good)));
  }

  private Held<Verdict> user() {
    var user = sandbox.user();
    String name = user.value();
    if (name.equals(NOBODY)) {
      return user.of(Verdict.of(9, "shares the user nobody with others"));
    }
    if (name.isEmpty() || Sandbox.isRoot(name)) {
      return user.of(Verdict.of(10));
    }
    return user.of(
        Verdict.of(
            0, sandbox.isDynamic() ? "has a user of its own for a while" : "runs as " + name));
  }

  private Held<Verdict> home() {
    var home = sandbox.protectHome();
    return home.of(
        switch (home.value()) {
          case "yes" -> Verdict.of(0);
          case "tmpfs" -> Verdict.of(1, "sees empty home directories");
          case "read-only" -> Verdict.of(5, "may read the files of people");
          default -> Verdict.of(10);
        });
  }

  private Held<Verdict> system() {
    var system = sandbox.protectSystem();
    return system.of(
        switch (system.value()) {
          case "strict" -> Verdict.of(0);
          case "full" -> Verdict.of(3, "may change files of the system, but none in /usr and /etc");
          case "yes" -> Verdict.of(5, "may change files of the system, but none in /usr");
          default -> Verdict.of(10);
        });
  }

  /** The first that it holds makes it bad; what takes away the last of them makes it good. */
  private Held<Verdict> capabilities(ExposureCheck check) {
    var bounding = sandbox.boundingSet();
    Held<Verdict> good = bounding.of(Verdict.of(0));
    for (String capability : check.parameters()) {
      if (Capabilities.has(bounding.value(), capability, sandbox.catalog())) {
        var without = sandbox.withoutCapability(capability);
        if (without.isEmpty()) {
          return bounding.of(Verdict.of(1));
        }
        good = Held.with(Verdict.of(0), without.get());
      }
    }
    return good;
  }

  private Held<Verdict> umask() {
    var umask = sandbox.umask();
    int bits = umask.value();
    if ((bits & 02) == 0) {
      return umask.of(Verdict.of(10, "makes files that anybody may write"));
    }
    if ((bits & 04) == 0) {
      return umask.of(Verdict.of(5, "makes files that anybody may read"));
    }
    if ((bits & 020) == 0) {
      return umask.of(Verdict.of(2, "makes files that its group may write"));
    }
    return umask.of(
        (bits & 040) == 0 ? Verdict.of(1, "makes files that its group may read") : Verdict.of(0));
  }

  private Held<Verdict> processes() {
    var proc = sandbox.word("ProtectProc", "default");
    return proc.of(
        switch (proc.value()) {
          case "invisible", "ptraceable" -> Verdict.of(0);
          case "noaccess" -> Verdict.of(1, "sees that there are processes of others");
          default -> Verdict.of(3);
        });
  }

  /** Of a list of what is allowed all are restricted that it does not name, and so on. */
  private static boolean isRestricted(AddressFamilies list, List<String> asked) {
    boolean named =
        asked.isEmpty()
            ? list.families().stream().anyMatch(f -> !NAMED_FAMILIES.contains(f))
            : asked.stream().anyMatch(list.families()::contains);
    return named != list.allow();
  }

  private Held<Verdict> architectures() {
    var all = sandbox.architectures();
    if (all.value().isEmpty()) {
      return all.of(Verdict.of(10));
    }
    return all.of(
        all.value().equals(Set.of("native"))
            ? Verdict.of(0)
            : Verdict.of(8, "may use system calls of several architectures"));
  }

  private Held<Verdict> syscalls(String group) {
    var syscalls = sandbox.syscalls();
    if (syscalls.value().isEmpty()) {
      return syscalls.of(Verdict.of(10));
    }
    var filter = syscalls.value().get();
    var catalog = sandbox.catalog();
    var open =
        catalog.syscalls().of(group, sandbox.version()).stream()
            .filter(catalog::isNative)
            .filter(filter::allows)
            .findFirst();
    return syscalls.of(
        open.isEmpty()
            ? Verdict.of(0)
            : Verdict.of(filter.allow() ? 9 : 10, "may use " + open.get() + " of " + group));
  }

  private Held<Verdict> addresses() {
    var filters = sandbox.any("IPIngressFilterPath", "IPEgressFilterPath");
    if (filters.value()) {
      return filters.of(Verdict.of(0, "has filters of its own for addresses"));
    }
    var denied = sandbox.addresses("IPAddressDeny");
    boolean all = hasAll(denied.value(), false) && hasAll(denied.value(), true);
    if (!all) {
      return denied.of(Verdict.of(10));
    }
    var allowed = sandbox.addresses("IPAddressAllow");
    var settings = new ArrayList<Setting>(denied.settings());
    settings.addAll(allowed.settings());
    if (allowed.value().isEmpty()) {
      return Held.by(Verdict.of(0), settings);
    }
    boolean local = allowed.value().stream().allMatch(Judge::isLocal);
    return Held.by(
        local
            ? Verdict.of(2, "may talk to the machine itself alone")
            : Verdict.of(5, "may talk to some addresses"),
        settings);
  }

  private static boolean hasAll(List<IpPrefix> prefixes, boolean v6) {
    return prefixes.stream().anyMatch(p -> p.address().v6() == v6 && p.length() == 0);
  }

  /** As in_addr_is_localhost() of systemd, which looks at the address alone. */
  private static boolean isLocal(IpPrefix prefix) {
    var bits = prefix.address().bits();
    return prefix.address().v6()
        ? bits.bitLength() == 1
        : bits.shiftRight(24).intValueExact() == IPV4_LOCAL;
  }

  private Held<Verdict> devices() {
    var devices = sandbox.devicePolicy();
    if (devices.value().equals("auto")) {
      return devices.of(Verdict.of(10));
    }
    var listed = sandbox.hasDevices();
    return listed.value()
        ? listed.of(Verdict.of(5, "may use some devices"))
        : devices.of(Verdict.of(0));
  }
}
