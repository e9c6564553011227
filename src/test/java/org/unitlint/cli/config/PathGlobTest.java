package org.unitlint.cli.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths a pattern covers. */
class PathGlobTest {
  @ParameterizedTest
  @CsvSource({
    "*.timer, a/b/c.timer, true",
    "*.timer, c.timer, true",
    "*.timer, c.timer.d/x.conf, false",
    "vendor, a/vendor/b/c.service, true",
    "vendor, a/vendors/c.service, false",
    "vendor/, vendor/c.service, true",
    "a/*.service, a/c.service, true",
    "a/*.service, a/b/c.service, false",
    "a/*.service, x/a/c.service, false",
    "./a/*.service, a/c.service, true",
    "a/**/c.service, a/c.service, true",
    "a/**/c.service, a/b/b/c.service, true",
    "a/**, a/b/b/c.service, true",
    "a/**, ab/c.service, false",
    "**/b/*.service, b/c.service, true",
    "**/b/*.service, a/b/c.service, true",
    "a, a, true",
    "a/b, a/b/c/d, true",
    "a/?, a/b/c, true",
    "a?b, a/b, false",
    "[ab]*, b1, true",
    "[!ab]*, b1, false",
    "[^ab]*, c1, true",
    "x/[!a]y, x//y, false",
    "[]a]x, ]x, true",
    "a[-]b, a-b, true",
    "a.service, abservice, false",
    "a+(b), a+(b), true",
    "\\*, *, true",
    "\\*, a, false",
    "/opt/**, /opt/a/b, true",
    "/opt/*/bin, /opt/a/bin/c, true",
    "/opt, /opt, true",
    "x@*.service, x@1.service, true",
  })
  void patternsCover(String pattern, String path, boolean covered) {
    assertEquals(covered, PathGlob.of(pattern).orElseThrow().covers(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "./", "[", "a[b", "[]", "[z-a]", "a[!]"})
  void whatIsNoPatternIsRefused(String pattern) {
    assertTrue(PathGlob.of(pattern).isEmpty());
  }
}
