package org.unitlint.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The tables that are read when they are first asked for, each held by a class of its own. */
final class Tables {
  private Tables() {}

  static final class Enums {
    static final Map<String, Words> TABLE =
        Words.read(Table.open("enum-info.tsv"), Table.open("enums.tsv"));
  }

  static final class Kinds {
    static final ValueKinds TABLE =
        ValueKinds.read(
            Table.open("value-kinds.tsv"), name -> Optional.ofNullable(Enums.TABLE.get(name)));
  }

  static final class Specifiers {
    static final Map<Character, Specifier> TABLE = Specifier.read(Table.open("specifiers.tsv"));
  }

  static final class SpecialUnits {
    static final Map<String, SpecialUnit> TABLE = SpecialUnit.read(Table.open("special-units.tsv"));
  }

  static final class FileSystems {
    static final Map<String, FileSystem> TABLE = FileSystem.read(Table.open("file-systems.tsv"));
  }

  static final class SyscallTables {
    static final Syscalls SYSCALLS =
        Syscalls.read(
            Table.open("syscalls.tsv"),
            Table.open("syscall-groups.tsv"),
            Table.open("unlisted-syscalls.tsv"));
  }

  static final class Capabilities {
    static final Numbered TABLE = Numbered.read(Table.open("capabilities.tsv"));
  }

  static final class AddressFamilies {
    static final Numbered TABLE = Numbered.read(Table.open("address-families.tsv"));
  }

  static final class Errnos {
    static final Numbered TABLE = Numbered.read(Table.open("errnos.tsv"));
  }

  static final class Signals {
    static final Numbered TABLE = Numbered.read(Table.open("signals.tsv"));
  }

  static final class ExitStatuses {
    static final Numbered TABLE = Numbered.read(Table.open("exit-statuses.tsv"));
  }

  static final class Synonyms {
    static final Map<String, Map<String, String>> TABLE = read(Table.open("synonyms.tsv"));

    private static Map<String, Map<String, String>> read(Table table) {
      var synonyms = new HashMap<String, Map<String, String>>();
      while (table.nextRow()) {
        synonyms
            .computeIfAbsent(table.cell(), w -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
            .put(table.cell(), table.cell());
      }
      return Collections.unmodifiableMap(synonyms);
    }
  }

  static final class DefaultValues {
    static final Map<String, List<DefaultValue>> TABLE =
        DefaultValue.read(Table.open("default-values.tsv"));
  }

  static final class SettingGroups {
    static final Map<String, SettingGroup> TABLE =
        SettingGroup.read(Table.open("setting-groups.tsv"));
  }

  static final class Bounds {
    static final Map<String, NumberBounds> TABLE =
        NumberBounds.read(Table.open("number-bounds.tsv"));
  }

  static final class Programs {
    static final Map<String, Program> TABLE = Program.read(Table.open("programs.tsv"));
  }

  static final class EnvironmentVariables {
    static final Map<String, EnvironmentVariable> TABLE =
        Collections.unmodifiableMap(
            EnvironmentVariable.read(Table.open("environment-variables.tsv")));
  }

  static final class NeededSettings {
    static final List<NeededSetting> TABLE = NeededSetting.read(Table.open("needed-settings.tsv"));
  }

  static final class SystemUnits {
    static final List<SystemUnit> TABLE = SystemUnit.read(Table.open("systemd-units.tsv"));
  }

  static final class MisplacedKeys {
    static final Map<String, List<Misplaced>> TABLE =
        Misplaced.read(Table.open("misplaced-keys.tsv"));
  }

  static final class Facilities {
    static final Map<String, String> TABLE = pairs(Table.open("lsb-facilities.tsv"));
  }

  static final class Distributions {
    static final Map<String, String> TABLE = pairs(Table.open("distributions.tsv"));
  }

  static final class RcFolders {
    static final Map<String, String> TABLE = pairs(Table.open("rc-folders.tsv"));
  }

  static final class SocketNeeds {
    static final Map<String, SocketNeed> TABLE = read(Table.open("socket-needs.tsv"));

    private static Map<String, SocketNeed> read(Table table) {
      var needs = new HashMap<String, SocketNeed>();
      while (table.nextRow()) {
        needs.put(table.cell(), table.oneOf(SocketNeed.class));
      }
      return needs;
    }
  }

  static final class SettingNeeds {
    static final Map<String, Partners> TABLE = Partners.read(Table.open("setting-needs.tsv"));
  }

  static final class MountOptions {
    static final Map<String, String> TABLE = pairs(Table.open("mount-options.tsv"));
  }

  static final class ObsoleteUnits {
    static final Map<String, ObsoleteUnit> TABLE =
        ObsoleteUnit.read(Table.open("obsolete-units.tsv"));
  }

  static final class BlockedPrograms {
    static final List<BlockedProgram> TABLE =
        BlockedProgram.read(Table.open("blocked-programs.tsv"));
  }

  static final class ExposureChecks {
    static final List<ExposureCheck> TABLE = ExposureCheck.read(Table.open("exposure-checks.tsv"));
  }

  static final class ForeignSyscalls {
    static final Set<String> TABLE = read(Table.open("foreign-syscalls.tsv"));

    private static Set<String> read(Table table) {
      var names = new HashSet<String>();
      while (table.nextRow()) {
        names.add(table.cell());
      }
      return Set.copyOf(names);
    }
  }

  static final class ProgramNeeds {
    static final Map<String, List<Need>> TABLE = read(Table.open("program-needs.tsv"));

    private static Map<String, List<Need>> read(Table table) {
      var needs = new HashMap<String, List<Need>>();
      while (table.nextRow()) {
        needs.put(table.cell(), table.listOf(Need.class));
      }
      return Map.copyOf(needs);
    }
  }

  static final class ListeningPrograms {
    static final Map<String, ListeningProgram> TABLE =
        ListeningProgram.read(Table.open("listening-programs.tsv"));
  }

  static final class StartTimes {
    static final Map<StartTime.Kind, Map<String, List<StartTime>>> TABLE =
        StartTime.read(Table.open("start-times.tsv"));
  }

  static final class XinetdAttributes {
    static final Map<String, KnownAttribute> TABLE =
        Collections.unmodifiableMap(KnownAttribute.read(Table.open("xinetd-attributes.tsv")));
  }

  static final class OtherXinetdAttributes {
    static final Map<String, String> TABLE = pairs(Table.open("xinetd-other-attributes.tsv"));
  }

  static final class XinetdServers {
    static final Map<String, KnownServer> TABLE =
        Collections.unmodifiableMap(KnownServer.read(Table.open("xinetd-servers.tsv")));
  }

  static final class XinetdWords {
    static final Map<String, List<String>> TABLE = read(Table.open("xinetd-words.tsv"));

    private static Map<String, List<String>> read(Table table) {
      var words = new LinkedHashMap<String, List<String>>();
      while (table.nextRow()) {
        words.computeIfAbsent(table.cell(), l -> new ArrayList<>()).add(table.cell());
      }
      words.replaceAll((list, all) -> List.copyOf(all));
      return Collections.unmodifiableMap(words);
    }
  }

  static final class WellKnownPorts {
    /** By name, then by protocol. */
    static final Map<String, Map<String, Integer>> TABLE = read(Table.open("well-known-ports.tsv"));

    private static Map<String, Map<String, Integer>> read(Table table) {
      var ports = new LinkedHashMap<String, Map<String, Integer>>();
      while (table.nextRow()) {
        ports
            .computeIfAbsent(table.cell(), n -> new LinkedHashMap<>())
            .put(table.cell(), table.number().orElseThrow());
      }
      return Collections.unmodifiableMap(ports);
    }
  }

  static final class IpProtocols {
    static final Numbered TABLE = Numbered.read(Table.open("ip-protocols.tsv"));
  }

  static final class RpcPrograms {
    static final Map<String, String> TABLE = pairs(Table.open("rpc-programs.tsv"));
  }

  private static Map<String, String> pairs(Table table) {
    var pairs = new LinkedHashMap<String, String>();
    while (table.nextRow()) {
      pairs.put(table.cell(), table.cell());
    }
    return Collections.unmodifiableMap(pairs);
  }

  static final class Meanings {
    static final Map<String, Map<String, String>> TABLE = read(Table.find("meanings.tsv"));

    /** By directive, then by section; the section of a meaning that holds everywhere is empty. */
    private static Map<String, Map<String, String>> read(Optional<Table> found) {
      var meanings = new HashMap<String, Map<String, String>>();
      if (found.isEmpty()) {
        return meanings;
      }
      var table = found.get();
      while (table.nextRow()) {
        meanings
            .computeIfAbsent(table.cell(), d -> new HashMap<>())
            .put(table.cell(), table.cell());
      }
      return meanings;
    }
  }
}
