package org.unitlint.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of policies, right and wrong ones. */
class PolicyFileTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                     | yes |
          { "UMask": {} }                        | yes |
          { "UMask": { "weight": 0 } }           | yes |
          { "UMask": { "weight": 100.0 } }       | yes |
          { "UMask": { "range": 20 } }           | yes |
          { "UMask": { "weight": -1 } }          | yes | `weight` of `UMask` is no whole number from 0 on
          { "UMask": { "weight": 1.5 } }         | yes | `weight` of `UMask` is no whole number from 0 on
          { "UMask": { "weight": "5" } }         | yes | `weight` of `UMask` is no whole number from 0 on
          { "UMask": { "weight": [5] } }         | yes | `weight` of `UMask` is no whole number from 0 on
          { "UMask": { "wieght": 5 } }           | yes | `UMask` has no `wieght`; did you mean `weight`?
          { "UMask": { "description_bad": 5 } }  | yes | `description_bad` of `UMask` is no text
          { "UMask": 5 }                         | yes | `UMask` is no object
          { "Umask": {} }                        | yes | there is no check `Umask`; did you mean `UMask`?
          { "UMask": { "range": 0 } }            | no  | the range of `UMask` is at least 10, its badness; systemd stops at 0
          { "UMask": { "range": 9 } }            | no  | the range of `UMask` is at least 10, its badness; systemd stops at 9
          { "UMask": { "weight": 1e30 } }        | no  | `weight` of `UMask` is too large
          [ 1 ]                                  | no  | a policy is an object with an object for each check
          `` | no  | a policy is an object with an object for each check
          { "UMask": {                           | no  | this is no JSON in line 1
          {} {}                                  | no  | there is more behind the end of the object
          """)
  void isReadAsSystemdReadsIt(String text, String taken, String remark) {
    var file = PolicyFile.parse(text == null ? "" : text);
    assertEquals(taken.equals("yes"), file.policy().isPresent());
    assertEquals(remark == null ? "" : remark, String.join("; ", file.remarks()));
  }
}
