package org.unitlint.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unitlint.catalog.Catalog;
import org.unitlint.source.MemoryTree;

class BusNameTest {
  private static List<String> names(MemoryTree tree, Scope scope) {
    var setup = Setup.machine(scope, Catalog.standard().newestVersion());
    return BusName.all(new Machine(tree, setup)).stream()
        .map(n -> n.name() + " " + n.unit() + " " + n.place().line())
        .toList();
  }

  private static String file(String name, String unit) {
    return "[D-BUS Service]\nName=" + name + "\nSystemdService=" + unit + "\n";
  }

  @Test
  void namesOfUnitsOnly() {
    String folder = "/usr/share/dbus-1/system-services/";
    var tree =
        new MemoryTree()
            .file(folder + "org.a.service", file("org.a", "a.service"))
            .file(folder + "org.b.service", "[D-BUS Service]\nName=org.b\nExec=/bin/b\n")
            .file(folder + "org.c.service", file("org.c", "no unit"))
            .file(folder + "org.d.service", "SystemdService=d.service\n")
            .file(folder + "org.e.txt", file("org.e", "e.service"))
            .file("/usr/share/dbus-1/services/org.u.service", file("org.u", "u.service"));
    assertEquals(List.of("org.a a.service 3"), names(tree, Scope.SYSTEM));
    assertEquals(List.of("org.u u.service 3"), names(tree, Scope.USER));
  }

  @Test
  void localFilesWin() {
    var tree =
        new MemoryTree()
            .file("/usr/local/share/dbus-1/system-services/x.service", file("org.a", "a.service"))
            .file("/usr/share/dbus-1/system-services/x.service", file("org.a", "b.service"));
    assertEquals(List.of("org.a a.service 3"), names(tree, Scope.SYSTEM));
  }
}
