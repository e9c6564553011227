package org.unitlint.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.source.Source;
import org.unitlint.syntax.UnitFile;

class PlaceholdersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "User={{ user }}",
        "{% if tower %}",
        "{{ lines }}",
        "User=<%= @user %>",
        "ExecStart=@bindir@/clock",
        "ExecStart=/usr/lib@SUFFIX@/clock",
        "Description=@project.version@",
        "@KEY@=5",
        "ExecStart={{ bin }}/clock",
      })
  void aMarkMakesATemplate(String line) {
    assertTrue(touched("clock.service", line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Description=Clock of user@host",
        "Description=clock@example.org or tower@example.org",
        "After=getty@tty1.service getty@tty2.service",
        "SystemCallFilter=@system-service @mount",
        "ExecStart=@/usr/bin/clock clock %i@%h",
        "ExecStart=/usr/bin/clock ${ZONE} $HANDS",
        "ExecStart=/usr/bin/echo $$",
        "ExecStart=/usr/bin/date +%%FT%%T",
        "ExecStart=/usr/bin/docker ps --format '{{.Names}}'",
        "Environment=PATH=${BASE}:$OTHER",
        "User=$USER",
        "User=${CLOCK_USER}",
        "Description=__CLOCK__",
      })
  void textOfFinishedUnitsIsNoMark(String line) {
    assertFalse(touched("clock.service", line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"User=${CLOCK_USER}", "Description=__CLOCK__", "Nice=%%NICE%%"})
  void weakMarksCountInPairsOrByTheNameOfTheFile(String line) {
    assertTrue(touched("clock.service.in", line));
    assertTrue(touched("clock.service.j2", line));
    assertTrue(touched("clock.service", line + "\nGroup=__GROUP__"));
  }

  @Test
  void variablesInTheProgramCountOnlyInTemplates() {
    assertFalse(touched("clock.service", "ExecStart=${DIR}/clock\nExecStop=${DIR}/stop"));
    assertTrue(touched("clock.service", "ExecStart=${DIR}/clock\nUser=${A}\nGroup=${A}"));
    assertTrue(touched("clock.service.in", "ExecStart=-${DIR}/clock"));
  }

  @Test
  void aMarkedHeaderHidesItsSection() {
    var file = file("clock.service", "[{{ section }}]\nA=1\n[Unit]\nB=1\n");
    var placeholders = Placeholders.of(file);
    assertTrue(placeholders.touch(file.sections().get(0).assignments().get(0).place()));
    assertFalse(placeholders.touch(file.sections().get(1).assignments().get(0).place()));
    assertTrue(placeholders.mayAddLines());
  }

  @Test
  void linesOfATemplateSeparate() {
    var file = file("clock.service", "[Unit]\nA=1\n{% else %}\nA=2\nA=3\n");
    var lines = file.sections().get(0).assignments();
    var placeholders = Placeholders.of(file);
    assertTrue(placeholders.separate(lines.get(0).place(), lines.get(1).place()));
    assertFalse(placeholders.separate(lines.get(1).place(), lines.get(2).place()));
  }

  @Test
  void plainFilesHaveNone() {
    var placeholders = Placeholders.of(file("clock.service", "[Unit]\nDescription=Clock\n"));
    assertEquals(List.of(false, false), List.of(placeholders.any(), placeholders.mayAddLines()));
  }

  private static boolean touched(String name, String line) {
    var file = file(name, "[Service]\n" + line + "\n");
    int start = file.source().lineSpan(2).start();
    return Placeholders.of(file).touch(file.source().place(start, start));
  }

  private static UnitFile file(String name, String text) {
    return UnitFile.parse(Source.of(name, text));
  }
}
