package org.unitlint.host.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;

/** Paths, names, environments and conditions: what is read, and which part is wrong. */
class PathGrammarsTest {
  private static final String LONG = "x".repeat(256);

  /**
   * @param directive with its section
   * @param read the value, or nothing
   * @param wrong effect and place of each flaw, and what mends it behind an arrow
   */
  private record Case(String directive, String value, String read, String wrong) {
    void verify() {
      var parsed = parse(directive, value, 258, Scope.SYSTEM, "app.service");
      assertEquals(read, parsed.value().map(Object::toString).orElse(""));
      assertEquals(wrong, flaws(parsed));
    }
  }

  private static String flaws(Parsed<?> parsed) {
    return parsed.flaws().stream()
        .map(
            f ->
                f.effect()
                    + " "
                    + f.place().text()
                    + f.fix().map(x -> " -> " + x.edits().get(0).text()).orElse(""))
        .collect(Collectors.joining("; "));
  }

  private static Parsed<?> parse(
      String directive, String value, int version, Scope scope, String file) {
    String section = directive.substring(0, directive.indexOf('.'));
    String name = directive.substring(directive.indexOf('.') + 1);
    String suffix = section.equals("Unit") ? "service" : section.toLowerCase();
    String unitName = file.replace("service", suffix);
    String folder = scope == Scope.SYSTEM ? "/etc/systemd/system/" : "/etc/systemd/user/";
    var tree =
        new MemoryTree().file(folder + unitName, "[" + section + "]\n" + name + "=" + value + "\n");
    var machine = new Machine(tree, Setup.machine(scope, version));
    var unit = machine.unit(unitName).orElseThrow();
    return unit.settings().all().stream()
        .findFirst()
        .<Parsed<?>>map(s -> machine.values().read(s, unit.name()))
        .orElse(Parsed.unknown());
  }

  @TestFactory
  Stream<DynamicTest> everyCase() {
    return Stream.of(
            new Case("Service.TTYPath", "/a//b/./c/", "/a/b/c", ""),
            new Case("Service.TTYPath", "%i", "", ""),
            new Case("Service.TTYPath", "tty", "", "LINE tty"),
            new Case("Service.TTYPath", "'/dev/tty'", "", "LINE '/dev/tty' -> /dev/tty"),
            new Case("Service.TTYPath", "/a/../b", "", "LINE .. -> /b"),
            new Case("Service.TTYPath", "/%p/../b", "", "LINE .."),
            new Case("Service.TTYPath", "/a/" + LONG, "", "LINE " + LONG),
            new Case("Service.TTYPath", "/..a/b..", "/..a/b..", ""),
            new Case("Service.TTYPath", "/a:/b", "/a:/b", "SILENT :"),
            new Case("Service.TTYPath", "/dev/$TTY", "/dev/$TTY", "SILENT $TTY"),
            new Case("Service.TTYPath", "/$recycle", "/$recycle", ""),
            new Case("Service.TTYPath", "file:///x", "", "LINE file:///x -> /x"),
            new Case("Service.PIDFile", "app/x.pid", "/run/app/x.pid", ""),
            new Case("Service.PIDFile", "../x.pid", "", "REFUSED .."),
            new Case("Service.PIDFile", "~/x", "/run/~/x", "SILENT ~"),
            new Case(
                "Service.WorkingDirectory",
                "-~",
                "PrefixedPath[path=~, optional=true, fromRoot=false]",
                ""),
            new Case("Service.WorkingDirectory", "-x", "", "IGNORED x"),
            new Case("Service.WorkingDirectory", "\"~\"", "", "LINE \"~\" -> ~"),
            new Case(
                "Service.EnvironmentFile",
                "/a -/b",
                "PrefixedPath[path=/a -/b, optional=false, fromRoot=false]",
                "SILENT   -> \nEnvironmentFile="),
            new Case(
                "Service.EnvironmentFile",
                "-/a/*",
                "PrefixedPath[path=/a/*, optional=true, fromRoot=false]",
                ""),
            new Case("Service.EnvironmentFile", "~/x", "", "LINE ~"),
            new Case("Path.PathExistsGlob", "/a/*", "/a/*", ""),
            new Case("Path.PathExists", "/a/*", "/a/*", "SILENT *"),
            new Case("Unit.RequiresMountsFor", "/a b \"/c d\"", "[/a, /c d]", "WORD b"),
            new Case("Unit.RequiresMountsFor", "/a\\ b '/c", "[/a b]", "REST '"),
            new Case("Socket.Symlinks", "/a b /c", "[/a]", "REST b"),
            new Case(
                "Service.ReadWritePaths",
                "-+/a",
                "[PrefixedPath[path=/a, optional=true, fromRoot=true]]",
                ""),
            new Case("Service.ReadWritePaths", "+-/a", "[]", "WORD +- -> -+"),
            new Case("Service.ExecSearchPath", "/a:/b", "[/a, /b]", ""),
            new Case("Service.ExecSearchPath", "/a:", "[/a]", "REST "),
            new Case("Service.ExecSearchPath", "/a:b", "[/a]", "REST b"),
            new Case(
                "Service.TemporaryFileSystem",
                "\"/a b:ro\" c:x",
                "[TemporaryFolder[path=/a b, options=ro]]",
                "WORD c"),
            new Case(
                "Service.BindPaths",
                "-/a:/b:norbind /c",
                "[BindMount[source=/a, target=/b, optional=true, recursive=false],"
                    + " BindMount[source=/c, target=/c, optional=false, recursive=true]]",
                ""),
            new Case(
                "Service.BindPaths",
                "a:/b /c",
                "[BindMount[source=/b, target=/b, optional=false, recursive=true],"
                    + " BindMount[source=/c, target=/c, optional=false, recursive=true]]",
                "WORD a"),
            new Case(
                "Service.BindPaths",
                "/a   /b",
                "[BindMount[source=/a, target=/a, optional=false, recursive=true],"
                    + " BindMount[source=/b, target=/b, optional=false, recursive=true]]",
                "WARNS    -> "),
            new Case("Service.BindPaths", "/a:/b:ro", "[]", "WORD ro"),
            new Case(
                "Service.MountImages",
                "-/a:/b:root:ro",
                "[DiskImage[source=/a, target=Optional[/b], optional=true, options={root=ro}]]",
                ""),
            new Case(
                "Service.MountImages",
                "/a:/b:hom:ro",
                "[DiskImage[source=/a, target=Optional[/b], optional=false, options={}]]",
                "WORD hom -> home"),
            new Case("Service.MountImages", "/a", "[]", "WORD /a"),
            new Case(
                "Service.ExtensionImages",
                "/a:ro",
                "[DiskImage[source=/a, target=Optional.empty, optional=false, options={root=ro}]]",
                ""),
            new Case("Service.RootImageOptions", "ro home:nodev", "[root=ro, home=nodev]", ""),
            new Case("Service.RootImageOptions", "root:ro:x", "", "LINE x"),
            new Case(
                "Service.RuntimeDirectory",
                "a:b %p",
                "[OwnFolder[path=a, link=Optional[b]], OwnFolder[path=app, link=Optional.empty]]",
                ""),
            new Case("Service.RuntimeDirectory", "/run/a /b", "[]", "WORD /run/a -> a; WORD /b"),
            new Case("Service.RuntimeDirectory", "private/a .", "[]", "WORD private/a; WORD ."),
            new Case("Service.ConfigurationDirectory", "a:b", "[]", "WORD b"),
            new Case("Service.Environment", "A=1 'B=x y' C=", "[A=1, B=x y, C=]", ""),
            new Case(
                "Service.Environment",
                "A=-a -b c B=1",
                "[A=-a, B=1]",
                "WORD -b c -> \"A=-a -b c\""),
            new Case("Service.Environment", "A = 1 B", "[]", "WORD A = 1 -> A=1; WORD B"),
            new Case(
                "Service.Environment", "export A=$HOME", "[A=$HOME]", "WORD export; SILENT $HOME"),
            new Case("Service.Environment", "A=1 B=\\q C=2", "[A=1]", "REST \\q -> \\\\q"),
            new Case("Service.Environment", "A=\\xc3\\xa4 B=\\xff", "[A=ä]", "WORD B=\\xff"),
            new Case("Service.Environment", "OPTS=\"-Lsd\" X=${Y}$z", "[OPTS=-Lsd, X=${Y}$z]", ""),
            new Case(
                "Service.PassEnvironment",
                "A,B $C D=1",
                "[]",
                "WORD A,B -> A B; WORD $C -> C; WORD D=1"),
            new Case("Service.UnsetEnvironment", "A B=1 1C", "[A, B=1]", "WORD 1C"),
            new Case(
                "Service.LogExtraFields",
                "A=1 b=2 C _D=1",
                "[A=1]",
                "WORD b -> B; WORD C; WORD _D"),
            new Case("Service.SetCredential", "a:b:\\x00", "Credential[name=a, data=b:\\x00]", ""),
            new Case("Service.SetCredential", "a", "", "LINE a"),
            new Case("Service.SetCredentialEncrypted", "a:YR==", "", "LINE R"),
            new Case("Service.LoadCredential", "a", "CredentialSource[name=a, source=a]", ""),
            new Case("Service.LoadCredential", "a:/b//c", "", "LINE /b//c -> /b/c"),
            new Case("Service.ImportCredential", "a*b", "", "LINE a*b"),
            new Case("Service.ImportCredential", "a.*", "a.*", ""),
            new Case("Service.StandardInputText", "a\\q", "", "LINE \\q -> \\\\q"),
            new Case("Service.StandardInputData", "Y Q = =", "Y Q = =", ""),
            new Case("Service.RootHash", "abc", "", "LINE abc"),
            new Case("Service.RootHashSignature", "YQ==", "", "LINE YQ=="),
            new Case("Socket.FileDescriptorName", "a:b", "", "LINE a:b"),
            new Case(
                "Service.OpenFile",
                "/a:b:append",
                "OpenedFile[path=/a, name=b, options=[append]]",
                ""),
            new Case("Service.OpenFile", "/a", "OpenedFile[path=/a, name=, options=[]]", ""),
            new Case("Service.OpenFile", "/a:b:append,append", "", "LINE append"),
            new Case("Service.OpenFile", "/a:b:c:d", "", "LINE d"),
            new Case("Service.User", "a:b", "", "LINE :b"),
            new Case("Service.User", "\"a\"", "\"a\"", "LATE \"a\" -> a"),
            new Case("Service.User", "007", "", "LINE 007"),
            new Case("Service.User", "%i", "", "LINE %i"),
            new Case("Service.SupplementaryGroups", "a 65535", "", "LINE 65535"),
            new Case(
                "Unit.Documentation",
                "app(8), /x man:a",
                "[man:a]",
                "WORD app(8), -> man:app(8); WORD /x -> file:/x"),
            new Case("Service.BusName", "org.1", "", "LINE org.1"),
            new Case("Service.BusName", "'a.b'", "", "LINE 'a.b' -> a.b"),
            new Case("Service.Slice", "a", "", "LINE a"),
            new Case("Service.Slice", "a.slice", "a.slice", ""),
            new Case("Socket.Service", "a.target", "", "LINE a.target"),
            new Case("Service.LogNamespace", "a b", "", "LINE a b"),
            new Case("Service.SyslogIdentifier", "\"a\"", "\"a\"", "SILENT \"a\" -> a"),
            new Case("Unit.Description", "\"a\"", "\"a\"", ""),
            new Case(
                "Unit.ConditionPathExists",
                "|!/a//b",
                "Condition[trigger=true, negated=true, kind=path, expression=/a/b]",
                ""),
            new Case("Unit.ConditionPathExists", "! /a", "", "LINE   -> "),
            new Case("Unit.ConditionPathExists", "!|/a", "", "LINE !| -> |!"),
            new Case("Unit.ConditionPathExists", "!", "", "LINE !"),
            new Case(
                "Unit.ConditionArchitecture",
                "| ! amd64",
                "Condition[trigger=true, negated=true, kind=architecture, expression=amd64]",
                "SILENT amd64 -> x86-64"),
            new Case(
                "Unit.ConditionVirtualization",
                "YES",
                "Condition[trigger=false, negated=false, kind=virtualization, expression=YES]",
                ""),
            new Case(
                "Unit.ConditionVirtualization",
                "kvm,qemu",
                "Condition[trigger=false, negated=false, kind=virtualization, expression=kvm,qemu]",
                "SILENT kvm,qemu"),
            new Case(
                "Unit.ConditionMemory",
                ">=2GB",
                "Condition[trigger=false, negated=false, kind=memory, expression=>=2GB]",
                "LATE GB -> G"),
            new Case(
                "Unit.ConditionMemory",
                ">=lots",
                "Condition[trigger=false, negated=false, kind=memory, expression=>=lots]",
                "LATE lots"),
            new Case(
                "Unit.ConditionOSRelease",
                "ID=a B",
                "Condition[trigger=false, negated=false, kind=os-release, expression=ID=a B]",
                "LATE B"),
            new Case(
                "Unit.ConditionCapability",
                "chown",
                "Condition[trigger=false, negated=false, kind=capability, expression=chown]",
                "LATE chown -> CAP_CHOWN"))
        .map(c -> dynamicTest(c.directive() + "=" + c.value(), c::verify));
  }

  @Test
  void whatVersionsDoNotKnowIsTold() {
    assertEquals(
        "SILENT cvm",
        flaws(parse("Unit.ConditionSecurity", "cvm", 252, Scope.SYSTEM, "app.service")));
    assertEquals(
        "", flaws(parse("Unit.ConditionSecurity", "cvm", 254, Scope.SYSTEM, "app.service")));
    assertEquals(
        "", flaws(parse("Service.Environment", "\"A=\\x01\"", 252, Scope.SYSTEM, "app.service")));
    assertEquals(
        "WORD \"A=\\x01\"",
        flaws(parse("Service.Environment", "\"A=\\x01\"", 255, Scope.SYSTEM, "app.service")));
  }

  @Test
  void usersHaveSpecifiersForTheirFolders() {
    assertEquals(
        "LINE $HOME -> %h",
        flaws(parse("Service.EnvironmentFile", "$HOME/x", 258, Scope.USER, "app.service")));
    assertEquals(
        "LINE ~ -> %h",
        flaws(parse("Service.EnvironmentFile", "~/x", 258, Scope.USER, "app.service")));
  }

  @Test
  void ofATemplateOnlyWhatIsCertainIsTold() {
    assertEquals(
        "LINE x%i", flaws(parse("Service.TTYPath", "x%i", 258, Scope.SYSTEM, "app@.service")));
    assertEquals("", flaws(parse("Service.TTYPath", "%i", 258, Scope.SYSTEM, "app@.service")));
    assertEquals("", flaws(parse("Service.User", "%i", 258, Scope.SYSTEM, "app@.service")));
  }

  private static List<String> directives() {
    var kinds = PathGrammars.ALL.keySet();
    return Catalog.standard().directives().stream()
        .filter(d -> kinds.contains(d.valueKind().replaceAll(":.*", "")))
        .filter(d -> !d.sections().contains("Scope") && !d.sections().contains("Install"))
        .map(d -> d.sections().get(0) + "." + d.name())
        .toList();
  }

  @Test
  void longTextsAreReadInTime() {
    var random = new Random(1);
    var odd =
        List.of("A = 1 ", "a b:c ", "$A ", "${", "\"", "/a,/b ", "x=", "/..", "%%", "😀\\x41");
    for (String directive : directives()) {
      String piece = odd.get(random.nextInt(odd.size()));
      assertTimeout(
          Duration.ofSeconds(5),
          () -> parse(directive, piece.repeat(100_000), 258, Scope.SYSTEM, "app.service"),
          directive + " " + piece);
    }
  }

  @Test
  void noTextIsTooOdd() {
    var random = new Random(2);
    String signs = " |!:/.,~-+=<>$%{}()@\"'\\09azAZ\t‰é*";
    for (String directive : directives()) {
      for (int i = 0; i < 200; i++) {
        var text = new StringBuilder();
        for (int length = 1 + random.nextInt(8); length > 0; length--) {
          text.append(signs.charAt(random.nextInt(signs.length())));
        }
        parse(directive, text + ".", 258, Scope.SYSTEM, "app@.service");
        parse(directive, text.toString(), 252, Scope.USER, "app.service");
      }
    }
  }
}
