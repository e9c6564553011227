package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns as fnmatch(3) has them. */
class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "*, a.service, true",
    "*, '', true",
    "a*.service, a.service, true",
    "a*.service, ba.service, false",
    "a?.service, ab.service, true",
    "a?.service, a.service, false",
    "[ab].service, b.service, true",
    "[!ab].service, b.service, false",
    "[^ab].service, c.service, true",
    "[a-c]x.service, bx.service, true",
    "[a-c]x.service, dx.service, false",
    "[c-a].service, b.service, false",
    "[]a].service, ].service, true",
    "[!]a].service, ].service, false",
    "[a-].service, -.service, true",
    "[&&a].service, &.service, true",
    "[a, [a, true",
    "a.service, abservice, false",
    "a+(b).service, a+(b).service, true",
    "a\\x2d*, ax2db, true",
    "a\\\\x2d*, a\\x2db, true",
    "\\*, *, true",
    "\\*, a, false",
    "a*b*c*d*e*f*g*h*i*j*k*z, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
  })
  void patternsMatch(String pattern, String text, boolean matches) {
    assertEquals(matches, Glob.of(pattern).test(text));
  }
}
